/** On other hosts, on look-alikes and on `http:` nothing is drawn, though the page is the portal's own to the letter. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { domainToASCII } from "node:url";
import type { Page } from "puppeteer-core";
import { cardOn } from "./driver/card";
import { overlay } from "./driver/witness";
import { until } from "./driver/until";
import { during, type Voyage } from "./voyage";

const ROUTE = "#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade";
const WRONG = [
  "http://portal.azure.com/",
  "https://portal.azure.com.evil.example/",
  // With a Cyrillic letter.
  `https://${domainToASCII("port\u0430l.azure.com")}/`,
  "https://docs.marketo.com/",
  "https://info.marketo.com/",
  "https://portal.azure.com:8443/",
  "https://evil.example/?https://portal.azure.com/",
].map((address) => address + ROUTE);

for (const kind of ["chromium", "firefox"] as const) {
  test(`silent on wrong hosts, in ${kind}`, () =>
    during(kind, {}, async (voyage) => {
      const right = await until("the portal's tab", async () => (await voyage.browser.pages()).find((page) => page.url().includes("portal.azure.com")));
      await until("the card on the real host", () => cardOn(right));
      const html = await right.content();
      for (const address of WRONG) {
        const page = await impostor(voyage, address, html);
        // The background knows which tab is in front now and that it shows no step: the panel offers the way to Azure.
        await voyage.panel.waitForSelector(".now .filled");
        assert.deepEqual(await overlay(page.mainFrame()), [], address);
        await page.close();
        await right.bringToFront();
        await until("the card on the real host again", () => cardOn(right));
        await voyage.panel.waitForSelector(".now:not(:has(.filled))");
      }
    }));
}

/** A tab that shows the portal's own page at another address. */
async function impostor({ browser }: Voyage, address: string, html: string): Promise<Page> {
  const page = await browser.newPage();
  await page.setRequestInterception(true);
  page.on("request", (request) => void request.respond({ status: 200, contentType: "text/html", body: html.replace(/<script[^>]*>/g, "<template>") }));
  await page.goto(address, { waitUntil: "domcontentloaded" });
  return page;
}
