/** What a script in the portal's own page tries without a person's press: it gets nothing and moves nothing, on either portal. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "puppeteer-core";
import { dynamicsAddress, entered, fillCard, openForm, setOutForForm } from "../browser/at-form";
import { type Card, cardOn, middle } from "../browser/driver/card";
import { until } from "../browser/driver/until";
import { appAddress, during, sail, stored } from "../browser/voyage";
import { writeFigure } from "../figures";
import { ATTEMPTS, type Target } from "./attempts";

/** What must not move, in words. */
type Rest = () => Promise<string>;

/** Makes every attempt, and looks after each whether anything has moved, and whether it got hold of any of the `kept`. */
async function attempt(page: Page, card: Card, panel: Page, rest: Rest, kept: string[]): Promise<void> {
  const origin = await panel.evaluate(() => (globalThis as { browser?: typeof chrome }).browser?.runtime.getURL("") ?? chrome.runtime.getURL(""));
  const id = await panel.evaluate(() => (globalThis as { browser?: typeof chrome }).browser?.runtime.id ?? chrome.runtime.id);
  const target: Omit<Target, "host"> = { at: middle(card.act?.rect ?? card.rect), origin, id };
  await page.evaluate(`globalThis.loot = []; undefined`);
  const before = await rest();
  for (const { name, run } of ATTEMPTS) {
    // What an attempt throws is its own affair; what it undoes it undoes once all that it set off has happened.
    await page.evaluate(
      `(async () => {
        const host = document.querySelector("keyferry-guide") ?? document.createElement("keyferry-guide");
        let undo;
        try { undo = await (${run})({ host, ...${JSON.stringify(target)} }, globalThis.loot); } catch {}
        await new Promise(requestAnimationFrame);
        if (typeof undo === "function") try { undo(); } catch {}
      })()`,
    );
    assert.equal(await rest(), before, `moved by: ${name}`);
    const loot = JSON.stringify(await page.evaluate("globalThis.loot"));
    for (const part of kept) assert.ok(!loot.includes(part), `got hold of ${part} by: ${name}`);
  }
}

/** The logbook but for the addresses of the portals, which are whatever the page's address is. */
async function booked(panel: Page): Promise<string> {
  return JSON.stringify(await stored(panel, "local"), (key, value: unknown) => (key.endsWith("_url") ? "" : value));
}

for (const kind of ["chromium", "firefox"] as const) {
  describe(`hostile scripts in ${kind}`, { concurrency: false }, () => {
    test(`${String(ATTEMPTS.length)} attempts on Marketo`, async () => {
      const ready = await setOutForForm(kind);
      try {
        const page = await ready.open(dynamicsAddress(ready.world));
        await openForm(page);
        const card = await fillCard(page);
        const rest: Rest = async () => {
          await ready.helm.say();
          return [await booked(ready.panel), JSON.stringify(await stored(ready.panel, "session")), JSON.stringify(await entered(page))].join("\n");
        };
        await attempt(page, card, ready.panel, rest, [ready.pair.secret.slice(0, 8), ready.pair.secret.slice(-8), ready.pair.clientId, card.title, card.act.text, "the file", "the picture"]);
        writeFigure("security", `attempts of a page script on Marketo in ${kind}`, ATTEMPTS.length);
      } finally {
        await ready.close();
      }
    });

    test(`${String(ATTEMPTS.length)} attempts on Azure`, () =>
      during(kind, { presets: ["consent"] }, async (voyage) => {
        const [app] = voyage.before.apps;
        assert.ok(app);
        const page = await voyage.open(appAddress(app.clientId, "Credentials"));
        await sail(voyage, { stops: ({ act }) => act?.text.startsWith("Keep") === true });
        const card = await until("the offer to keep the secret", () => cardOn(page));
        const rest: Rest = async () => [await booked(voyage.panel), JSON.stringify(await stored(voyage.panel, "session"))].join("\n");
        assert.equal(JSON.stringify(await stored(voyage.panel, "session")), "{}");
        await attempt(page, card, voyage.panel, rest, [card.title, card.note, card.act?.text ?? "?", "the file", "the picture"]);
        writeFigure("security", `attempts of a page script on Azure in ${kind}`, ATTEMPTS.length);
      }));
  });
}
