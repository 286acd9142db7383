/** The background is ended at the very moments that count: the press, the order, the answer, each record. Nothing is filled twice. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { dynamicsAddress, entered, fillCard, marketoFrame, openForm, setOutForForm, takeAboard } from "../browser/at-form";
import { cardOn, middle } from "../browser/driver/card";
import type { Kind } from "../browser/driver/launch";
import { until } from "../browser/driver/until";
import { stored } from "../browser/voyage";
import { writeFigure } from "../figures";
import { meddled, meddleWith, type Point, reached } from "./meddler";
import { written } from "./said";
import { killWorker } from "./worker";

/** The moments of a fill, and whether the page has the pair when the background ends there. */
const MOMENTS: Record<string, { point: Point; filled: boolean }> = {
  "the press is heard": { point: "pressed", filled: false },
  "the pair's record is to be written": { point: "session.set", filled: false },
  "the pair's record is written": { point: "session.set done", filled: false },
  "the order is to be sent": { point: "fill", filled: false },
  "the order is sent": { point: "fill done", filled: true },
  "the answer is heard": { point: "filled", filled: true },
  "what was done is to be noted": { point: "local.set", filled: true },
  "what was done is noted": { point: "local.set done", filled: true },
};

for (const kind of ["chromium", "firefox"] satisfies Kind[]) {
  test(`the background ends at each moment of a fill, in ${kind}`, async (t) => {
    const copy = meddled(kind);
    const ship = await setOutForForm(kind, {}, { extension: copy.folder });
    try {
      for (const [name, { point, filled }] of Object.entries(MOMENTS)) {
        await t.test(name, async () => {
          await takeAboard(ship);
          const page = await ship.open(dynamicsAddress(ship.world));
          const frame = await marketoFrame(page);
          await openForm(frame);
          const { act } = await fillCard(page);
          await meddleWith(ship.panel, { [point]: "wait" });
          await page.mouse.click(...middle(act.rect));
          await reached(ship.panel, point);
          const holds = async (): Promise<boolean> => (await entered(frame)).clientSecret === ship.pair.secret;
          if (filled) await until("the secret in its field", holds);
          assert.equal(await killWorker(ship), 1);
          await meddleWith(ship.panel, {});
          // The next one learns from the page what has become of it.
          await ship.helm.say();
          if (filled) {
            await until("another card", async () => (await cardOn(page))?.act?.text.startsWith("Fill") === false || (await cardOn(page))?.act === undefined);
          } else {
            assert.equal(await holds(), false);
            await page.mouse.click(...middle((await fillCard(page)).act.rect));
            await until("the secret in its field", holds);
          }
          await until("what was done to be noted", async () => (await filledBy(ship.panel)) === ship.pair.clientId);
          assert.deepEqual(await written(ship.browser), [["clientId", 1], ["clientSecret", 1]]);
          await page.close();
        });
      }
      writeFigure("faults", `moments of a fill at which the background was ended, ${kind}`, Object.keys(MOMENTS).length);
    } finally {
      await ship.close();
      copy.end();
    }
  });
}

/** The client ID with which, by the journey's record, the form was filled. */
async function filledBy(panel: Parameters<typeof stored>[0]): Promise<string | undefined> {
  const { logbook } = (await stored(panel, "local")) as { logbook?: { voyage?: { filled?: string } } };
  return logbook?.voyage?.filled;
}
