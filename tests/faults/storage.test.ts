/** Each call of the browser's storage fails once: the person is told, nothing is half held, and nothing noted is lost. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { View } from "../../extension/generated/core";
import { type AtForm, setOutForForm, takeAboard } from "../browser/at-form";
import type { Kind } from "../browser/driver/launch";
import { stored } from "../browser/voyage";
import { writeFigure } from "../figures";
import { type Meddling, meddled, meddleWith } from "./meddler";
import { said } from "./said";
import { killWorker } from "./worker";

/** A call that fails, what is done meanwhile, and the sentence for it. */
type Fault = {
  calls: string[];
  act: (ship: AtForm) => Promise<View>;
  says: string;
  /** Whether the pair is on board afterwards. */
  pair: boolean;
};

const wake = async (ship: AtForm): Promise<View> => {
  assert.equal(await killWorker(ship), 1);
  return ship.helm.say();
};

const FAULTS: Record<string, Fault> = {
  "the journey cannot be noted": { calls: ["local.set"], act: ({ helm }) => helm.say({ Speak: { language: "sv" } }), says: "storage_store", pair: true },
  "the journey cannot be read": { calls: ["local.get"], act: wake, says: "storage_recall", pair: true },
  "the pair cannot be held": { calls: ["session.set"], act: ({ helm }) => helm.say("Extend"), says: "storage_keep", pair: false },
  "the pair cannot be read": { calls: ["session.get"], act: wake, says: "storage_keep", pair: false },
  "the pair cannot be removed, but overwritten": { calls: ["session.remove"], act: ({ helm }) => helm.say("Wipe"), says: "pair_wiped", pair: false },
  "the pair cannot be let go of": { calls: ["session.remove", "session.set", "session.clear"], act: ({ helm }) => helm.say("Wipe"), says: "storage_forget", pair: true },
};

for (const kind of ["chromium", "firefox"] satisfies Kind[]) {
  test(`each call of the storage fails, in ${kind}`, async (t) => {
    const copy = meddled(kind);
    const ship = await setOutForForm(kind, {}, { extension: copy.folder });
    try {
      for (const [name, { calls, act, says, pair }] of Object.entries(FAULTS)) {
        await t.test(name, async () => {
          await takeAboard(ship);
          const before = noted(await stored(ship.panel, "local"));
          const meddling: Meddling = Object.fromEntries(calls.map((call) => [call, "fail"]));
          await meddleWith(ship.panel, meddling);
          const view = await act(ship);
          assert.ok(said(view).includes(says), `${says}: ${said(view).join()}`);
          // What could not be removed may have been overwritten.
          assert.equal(Boolean((await stored(ship.panel, "session"))["pair"]), pair);
          if (calls[0] !== "local.set") assert.deepEqual(noted(await stored(ship.panel, "local")), before);
          await meddleWith(ship.panel, {});
          const healed = said(await ship.helm.say("Wipe"));
          assert.ok(!healed.some((key) => key.startsWith("storage_")), healed.join());
          assert.equal((await ship.helm.say()).voyage?.journey, "online");
        });
      }
      writeFigure("faults", `storage calls that fail, ${kind}`, Object.keys(FAULTS).length);
    } finally {
      await ship.close();
      copy.end();
    }
  });
}

/** What is noted of the journey, but for what the test itself put there. */
function noted({ logbook, connections, watch }: Record<string, unknown>): unknown {
  return { logbook, connections, watch };
}
