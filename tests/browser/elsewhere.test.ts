/**
 * Portals beyond those of every journey: nothing runs there before it is allowed, the guide comes with the permission and goes
 * with it. The browser is really asked; only the answer to its question is given beforehand, because no driver reaches it.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { REACHES } from "../../extension/generated/core";
import { cardOn } from "./driver/card";
import { ownPage } from "./driver/launch";
import { until } from "./driver/until";
import { during, type Voyage } from "./voyage";

const LIST = "#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade";
const CLOUDS = [
  { reach: "Government", words: "US government", portal: "https://portal.azure.us/", entra: "https://entra.microsoft.us/" },
  { reach: "China", words: "China", portal: "https://portal.azure.cn/", entra: "https://entra.microsoftonline.cn/" },
] as const;

for (const kind of ["chromium", "firefox"] as const) {
  for (const { reach, words, portal, entra } of CLOUDS) {
    for (const azure of kind === "chromium" && reach === "Government" ? (["fx", "react"] as const) : (["react"] as const)) {
      test(`${reach}: the guide comes with the permission and goes with it, in ${kind}, Azure in ${azure}`, () =>
        during(kind, { settings: { azure } }, async (voyage) => {
          const { panel } = voyage;
          const page = await voyage.open(portal + LIST);
          await shown(page);
          assert.deepEqual(await scripts(panel), []);
          assert.equal(await cardOn(page), undefined);
          assert.equal(await hears(panel, portal), false, "no content script runs there");

          await voyage.willAllow(REACHES[reach]);
          await panel.bringToFront();
          await pressWords(panel, "Other portals");
          await pressWords(panel, words);
          await until("the permission", () => panel.evaluate((origins) => chrome.permissions.contains({ origins }), REACHES[reach]));
          await page.bringToFront();
          // Without a reload: the page was open before it was allowed.
          const card = await until("the card", () => cardOn(page));
          assert.match(card.title, /app/i);
          assert.deepEqual(await scripts(panel), [reach]);

          // After a reload, and in the other portal of that cloud, it comes by itself.
          await page.reload({ waitUntil: "domcontentloaded" });
          await until("the card after a reload", () => cardOn(page));
          const other = await voyage.open(entra + LIST);
          await until("the card in Entra", () => cardOn(other));
          await other.close();
          await page.bringToFront();

          const options = await optionsPage(voyage);
          await pressWords(options, "Take it back");
          await options.waitForFunction(() => document.querySelector("#said")?.textContent !== "");
          await page.bringToFront();
          await until("the card to go", async () => (await cardOn(page)) === undefined);
          assert.deepEqual(await scripts(panel), []);
          await page.reload({ waitUntil: "domcontentloaded" });
          await shown(page);
          assert.equal(await hears(panel, portal), false, "no content script comes back");
          assert.equal(await cardOn(page), undefined);
        }));
    }
  }

  test(`the way to Azure leads into the chosen cloud, in ${kind}`, () =>
    during(kind, {}, async (voyage) => {
      const { panel } = voyage;
      await voyage.willAllow(REACHES.Government);
      for (const page of await voyage.browser.pages()) if (page.url().includes("portal.azure.com")) await page.close();
      await panel.bringToFront();
      await pressWords(panel, "Other portals");
      await pressWords(panel, "US government");
      await pressWords(panel, "Open Azure");
      const page = await until("the portal's tab", async () => (await voyage.browser.pages()).find((page) => page.url().startsWith("https://portal.azure.us/")));
      await until("the card", () => cardOn(page));
    }));
}

/** The practice portal is drawn. */
async function shown(page: Page): Promise<void> {
  await page.waitForSelector(".fxs-blade-title, .fxs-blade", { timeout: 15_000 });
}

/** The groups whose content script is registered. */
function scripts(panel: Page): Promise<string[]> {
  return panel.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id));
}

/** Whether anybody of ours hears in a tab at this address: a page without a content script has no end for a message. */
async function hears(panel: Page, address: string): Promise<boolean> {
  return panel.evaluate(async (address) => {
    for (const { id, url } of await chrome.tabs.query({})) {
      // Where the address is hidden from us, so is the page.
      if (id === undefined || (url !== undefined && !url.startsWith(address))) continue;
      if (await chrome.tabs.sendMessage(id, { document: "nobody", down: {} }, { frameId: 0 }).then(() => true, () => false)) return true;
    }
    return false;
  }, address);
}

async function pressWords(page: Page, words: string): Promise<void> {
  const found = await until(`${words} to press`, async () => {
    for (const one of await page.$$("button, a")) {
      if (await one.evaluate((element, words) => element.textContent.includes(words), words)) return one;
    }
    return undefined;
  });
  await found.click();
}

async function optionsPage(voyage: Voyage): Promise<Page> {
  const page = voyage.kind === "firefox" ? await ownPage(voyage.browser, voyage.own("options.html")) : await voyage.open(voyage.own("options.html"));
  await page.waitForSelector("#groups li");
  return page;
}
