/** Two windows, each with Marketo's form open: both say the same, and a press fills the form in front alone. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { type AtForm, dynamicsAddress, entered, fillCard, openForm, setOutForForm } from "../browser/at-form";
import { middle } from "../browser/driver/card";
import type { Kind } from "../browser/driver/launch";
import { until } from "../browser/driver/until";
import { writes } from "../browser/driver/witness";
import { says } from "./said";

const ONCE = [["clientId", 1], ["clientSecret", 1]];

for (const kind of ["chromium", "firefox"] satisfies Kind[]) {
  test(`of two windows the one in front is filled, in ${kind}`, async () => {
    const ship = await setOutForForm(kind);
    const { browser, helm, pair, world } = ship;
    try {
      const [one, other] = [await browser.newPage(), await browser.newPage({ type: "window" })];
      for (const page of [one, other]) {
        await page.goto(dynamicsAddress(world), { waitUntil: "domcontentloaded" });
        await openForm(page);
      }
      const [behind, before] = [await fillCard(one), await fillCard(other)];
      assert.deepEqual([behind.title, behind.body, behind.note], [before.title, before.body, before.note]);
      const written = async (page: Page): Promise<unknown> => (await writes(page.mainFrame())).sort();
      const filled = (page: Page): Promise<boolean> => until("the form in front to be filled", async () => (await entered(page)).clientSecret === pair.secret);

      await bringForward(ship, 1);
      // A person's press would bring the window forward; the driver's does not.
      await one.mouse.click(...middle(behind.act.rect));
      await says(helm, "fault_background");
      assert.deepEqual([await written(one), await written(other)], [[], []]);
      await helm.say({ Press: { button: "Fill" } });
      await filled(other);
      assert.deepEqual([await written(one), await written(other)], [[], ONCE]);
      await bringForward(ship, 0);
      await helm.say({ Press: { button: "Fill" } });
      await filled(one);
      assert.deepEqual([await written(one), await written(other)], [ONCE, ONCE]);
    } finally {
      await ship.close();
    }
  });
}

/** Brings the window of the first or the second of Marketo's tabs to the front. */
async function bringForward({ kind, panel }: AtForm, which: 0 | 1): Promise<void> {
  await until("the window to be in front", () =>
    panel.evaluate(async (anew, which) => {
      const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
      const tabs = (await api.tabs.query({ url: "https://*.marketo.com/*" })).sort((one, other) => (one.id ?? 0) - (other.id ?? 0));
      const [front] = await api.tabs.query({ active: true, lastFocusedWindow: true });
      const tab = tabs[which];
      if (tab?.id === undefined || front?.id === tab.id) return tab !== undefined;
      // Without a screen Chromium gives the focus to a new window only: the tab is drawn out into one, as a person can.
      if (anew) await api.windows.create({ tabId: tab.id, focused: true });
      else await api.windows.update(tab.windowId, { focused: true });
      return false;
    }, kind === "chromium", which),
  );
}
