/** Each journey as the simulated admin makes it: what is there before, what the admin knows, and how it must end. */
import assert from "node:assert/strict";
import type { Preset } from "../../www/practice/presets";
import type { Settings } from "../../www/practice/world";
import type { Manner } from "./admin";
import { until } from "./driver/until";
import { pastWait } from "./later";
import { assertArrived, assertForgotten, assertGreen, assertPairOf, assertUntouched, appAddress, marketoAddress, press, type Voyage } from "./voyage";

/** A journey to be made. */
export type Journey = {
  /** What has been done before. */
  presets: readonly Preset[];
  settings?: Partial<Settings>;
  /** What the admin knows that the card does not say. */
  manner?: (voyage: Voyage) => Manner;
  /** What is done in the panel before any page is open. */
  begins?: (voyage: Voyage) => Promise<void>;
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

  "first-connection": {
    presets: ["consent", "never-synced"],
    begins: opensApp,
    manner: ({ before: { dynamics, tenant } }) => ({
      types: (label) => new Map([["Username", dynamics.username], ["Password", dynamics.password], ["URL", dynamics.url], ["Email Address", tenant.admin]]).get(label),
    }),
    async arrived({ practice, panel, before }) {
      const { apps, marketo } = practice.world();
      assertPairOf(practice.world(), apps[0]?.clientId ?? "");
      const { username, password, url, sync, neverSynced } = marketo;
      assert.deepEqual({ username, password, url }, { username: before.dynamics.username, password: before.dynamics.password, url: before.dynamics.url });
      assert.deepEqual([sync, neverSynced], ["on", false]);
      await assertForgotten({ practice, panel }, marketo.clientSecret);
    },
  },

  reconfigure: {
    presets: ["consent"],
    begins: opensApp,
    manner: (voyage) => ({ sees: pastWait(voyage), acts: confirmsTwice }),
    async arrived({ practice, panel, before }) {
      const { apps, marketo } = practice.world();
      assertPairOf(practice.world(), apps[0]?.clientId ?? "");
      assertUntouched(marketo, before.marketo);
      assert.equal(marketo.sync, "on");
      await assertForgotten({ practice, panel }, marketo.clientSecret);
    },
  },

  "server-to-server": {
    presets: ["consent", "server"],
    begins: opensApp,
    manner: ({ before: { dynamics } }) => ({
      // Keyferry never touches the username; the card says whose it must be.
      async sees({ page, card }) {
        if (!card.act || !card.body.startsWith("Keyferry fills in") || !card.spot) return;
        for (const frame of page.frames()) {
          for (const field of await frame.$$("input[name=username]")) {
            if (!(await field.isVisible()) || (await field.evaluate((input) => input.value)) === dynamics.username) continue;
            await field.click({ count: 3 });
            await page.keyboard.type(dynamics.username);
            await page.keyboard.press("Tab");
          }
        }
      },
    }),
    async arrived({ practice, panel }) {
      const { apps, marketo, tenant, dynamics } = practice.world();
      assertPairOf(practice.world(), apps[0]?.clientId ?? "");
      assertGreen(marketo);
      assert.deepEqual([marketo.tenantId, marketo.username], [tenant.id, dynamics.username]);
      await assertForgotten({ practice, panel }, marketo.clientSecret);
    },
  },

  "on-premises": {
    presets: ["ad-fs"],
    async begins({ panel, before, open }) {
      await press(panel);
      await until("the pair to be asked for", () => panel.evaluate(() => document.querySelector(".now h2")?.textContent === "Paste the pair from AD FS"));
      await press(panel);
      const box = await panel.waitForSelector("#paste-box", { visible: true });
      await box?.type(`Client identifier: ${before.adFs.clientId}\nSecret: ${before.adFs.clientSecret}`);
      await press(panel, "form .filled");
      await panel.waitForSelector(".sheet .note");
      await press(panel, "form .filled");
      await panel.waitForSelector(".pair-head");
      await open(marketoAddress(before));
    },
    async arrived({ practice, panel, before }) {
      const { adFs, marketo } = practice.world();
      assert.deepEqual([marketo.clientId, marketo.clientSecret], [adFs.clientId, adFs.clientSecret]);
      assertUntouched(marketo, before.marketo);
      assertGreen(marketo);
      await assertForgotten({ practice, panel }, marketo.clientSecret);
    },
  },
};

/** Marketo asks twice in the same words of ours: the second question is answered as soon as it is another one. */
const confirmsTwice: NonNullable<Manner["acts"]> = async ({ page, card }, act) => {
  const question = (): Promise<string> => card.frame.evaluate(() => document.querySelector(".x-window-dlg .ext-mb-text")?.textContent ?? "");
  const first = await question();
  await act();
  if (!card.body.startsWith("Marketo asks twice")) return;
  await until("the second question", async () => ![first, ""].includes(await question()), () => Promise.resolve(page.url()));
  await act();
};

/** The admin has the app's page open from the start, where all but the secret is done. */
async function opensApp({ before, open }: Voyage): Promise<void> {
  await open(appAddress(before.apps[0]?.clientId ?? ""));
}
