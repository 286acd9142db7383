/** Each journey as the simulated admin makes it: what is there before, what the admin knows, and how it must end. */
import assert from "node:assert/strict";
import type { Settings } from "../../www/practice/world";
import type { Preset } from "../../www/practice/presets";
import type { Manner } from "./admin";
import { assertArrived, type Voyage } from "./voyage";

/** A journey to be made. */
export type Journey = {
  /** What has been done before. */
  presets: readonly Preset[];
  settings?: Partial<Settings>;
  /** What the admin knows that the card does not say. */
  manner?: (voyage: Voyage) => Manner;
  /** Asks the simulator whether everything is as it should be. */
  arrived: (voyage: Voyage) => Promise<void>;
};

/** The journeys by the names that the panel starts them with. */
export const JOURNEYS: Readonly<Record<string, Journey>> = {
  online: { presets: [], arrived: assertArrived },
  rotate: {
    presets: ["expiring"],
    manner: ({ before }) => ({ app: before.apps[0]?.name ?? "" }),
    async arrived(voyage) {
      await assertArrived(voyage);
      const [old] = voyage.before.apps[0]?.secrets ?? [];
      const [app] = voyage.practice.world().apps;
      assert.equal(app?.secrets.length, 1, "one secret is left");
      assert.notEqual(app.secrets[0]?.id, old?.id, "and it is the new one");
    },
  },
};
