/** The background is ended before, during and after each thing to do: every journey finishes, and nothing is filled twice. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Manner, Moment } from "../browser/admin";
import type { Kind } from "../browser/driver/launch";
import { until } from "../browser/driver/until";
import { assertArrived, during, sail, stored, type Voyage } from "../browser/voyage";
import { writeFigure } from "../figures";
import { written } from "./said";
import { identity, killWorker } from "./worker";

/** A press that died with the worker is made again by a person who sees that nothing has happened. */
const PATIENCE = 4000;

/** When the worker ends, as a way of going about a journey; once for each thing to do, so that a second press has its chance. */
const TIMES: Record<string, (kill: () => Promise<void>) => Manner> = {
  before(kill) {
    const first = onceEach();
    return {
      async sees({ card: { title } }: Moment) {
        if (!first(title)) return undefined;
        await kill();
        return "again";
      },
    };
  },
  during(kill) {
    const first = onceEach();
    return {
      async acts({ card: { title, body } }, act) {
        await Promise.all([act(), first(title + body) && kill()]);
      },
    };
  },
  after(kill) {
    const first = onceEach();
    return {
      async acts({ card: { title, body } }, act) {
        await act();
        if (first(title + body)) await kill();
      },
    };
  },
};

/** Says of each name whether it comes for the first time. */
function onceEach(): (name: string) => boolean {
  const known = new Set<string>();
  return (name) => known.size < known.add(name).size;
}

for (const kind of ["chromium", "firefox"] satisfies Kind[]) {
  for (const [time, manner] of Object.entries(TIMES)) {
    test(`with the worker ended ${time} every step, in ${kind}`, () =>
      during(kind, {}, async (voyage) => {
        let kills = 0;
        const kill = async (): Promise<void> => {
          kills += await killWorker(voyage);
        };
        await sail(voyage, { patience: PATIENCE, ended: () => arrived(voyage), ...manner(kill) });
        await assertArrived(voyage);
        // The second form has the client ID already.
        assert.deepEqual(await written(voyage.browser), [["clientId", 1], ["clientSecret", 1], ["clientSecret", 1]]);
        assert.ok(kills >= 14, `the worker was ended ${String(kills)} times only`);
        writeFigure("faults", `workers ended ${time} a step, ${kind}`, kills);
      }));
  }

  test(`an ended worker is gone, and another one comes, in ${kind}`, () =>
    during(kind, {}, async (voyage) => {
      const first = await until("a worker", () => identity(voyage));
      assert.equal(await killWorker(voyage), 1);
      const second = await until("another worker", () => identity(voyage));
      assert.notEqual(second, first);
    }));
}

/** Whether the journey is at its end. In Firefox the panel is a tab, and one that nobody sees does not ask an ended worker for news. */
async function arrived({ panel }: Voyage): Promise<boolean> {
  const { logbook } = (await stored(panel, "local")) as { logbook?: { voyage?: { arrived: boolean } } };
  return logbook?.voyage?.arrived === true;
}
