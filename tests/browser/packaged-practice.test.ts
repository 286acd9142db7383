/** "Practice" in the panel: the portals inside the package, with no server and no account, guided like the real ones. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { FIRST_SETTINGS, newWorld, type Settings } from "../../www/practice/world";
import { launch } from "./driver/launch";
import { until } from "./driver/until";
import { press } from "./voyage";

/** Opens a page of the package in a new tab, as the panel's links do. */
function visit(panel: Page, path: string): Promise<void> {
  return panel.evaluate(async (path) => {
    const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
    await api.tabs.create({ url: api.runtime.getURL(path) });
  }, path);
}

/** Chooses a generation of Azure; the package keeps the world where the panel's page can reach it. */
function choose(panel: Page, azure: Settings["azure"]): Promise<void> {
  return panel.evaluate((world) => {
    localStorage.setItem("practice.world.1", world);
  }, JSON.stringify({ version: 1, world: newWorld({ ...FIRST_SETTINGS, azure }) }));
}

/** Waits until the panel says something of the page in front. */
async function says(panel: Page, what: RegExp): Promise<void> {
  const text = (): Promise<string> => panel.evaluate(() => document.querySelector(".now")?.textContent ?? "");
  await until(`the panel to say ${String(what)}`, async () => what.test(await text()), text);
}

for (const kind of ["chromium", "firefox"] as const) {
  for (const generation of ["fx", "react"] as const) {
    test(`the practice portals in the package are guided in ${kind}, Azure in ${generation}`, async () => {
      const driven = await launch(kind);
      try {
        const panel = await driven.openPanel();
        await press(panel);
        await choose(panel, generation);
        await visit(panel, "practice/azure/index.html#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade");
        await says(panel, /Click\s*New registration/);
        const portals = driven.practice.requests().filter(({ host, origin }) => /azure|marketo|adobe/.test(host) || origin?.includes("-extension:"));
        assert.deepEqual(portals, [], "no server is asked");
      } finally {
        await driven.close();
      }
    });
  }
}
