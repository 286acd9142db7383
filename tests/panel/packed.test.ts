/** The panel in the package, with its own background: it starts under the package's policy, speaks and is spoken to. */
import assert from "node:assert/strict";
import { test } from "node:test";
import axe from "axe-core";
import type { Page } from "puppeteer-core";
import { type Kind, launch } from "../browser/driver/launch";
import { until } from "../browser/driver/until";

const heading = (page: Page): Promise<string> => page.evaluate(() => document.querySelector("h2")?.textContent ?? "");

for (const kind of ["chromium", "firefox"] satisfies Kind[]) {
  test(`${kind}: begins a journey, in the language chosen, and starts over`, async () => {
    const driven = await launch(kind);
    try {
      const page = await driven.openPanel();
      await until("the start page", async () => (await heading(page)) === "From Azure to Marketo, step by step", () => heading(page));

      await page.focus("#language");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      await until("the page in Swedish", async () => (await heading(page)) === "Från Azure till Marketo, steg för steg", () => heading(page));
      assert.equal(await page.evaluate(() => document.documentElement.lang), "sv");

      await page.click(".choice .filled");
      await until("the first step", async () => (await heading(page)) === "Börja en ny appregistrering", () => heading(page));
      await page.evaluate(axe.source);
      assert.deepEqual(await page.evaluate(async () => (await (globalThis as unknown as { axe: typeof axe }).axe.run()).violations.map(({ id }) => id)), []);

      await page.reload({ timeout: 1500 }).catch(() => undefined);
      await until("the first step after a reload", async () => (await heading(page).catch(() => "")) === "Börja en ny appregistrering");

      await page.click("#open-start-over");
      await page.click(".sheet .quiet");
      await until("the start page again", async () => (await heading(page)) === "Från Azure till Marketo, steg för steg", () => heading(page));
    } finally {
      await driven.close();
    }
  });
}
