/** A page goes, changes or keeps silent between the order and the act: nothing is done by half, and the person is told. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Frame, Page } from "puppeteer-core";
import type { World } from "../../www/practice/world";
import { follow } from "../browser/admin";
import { type AtForm, dynamicsAddress, entered, fillCard, marketoFrame, openForm, setOutForForm, takeAboard } from "../browser/at-form";
import { cardOn, middle } from "../browser/driver/card";
import type { Kind } from "../browser/driver/launch";
import { until } from "../browser/driver/until";
import { appAddress, stored } from "../browser/voyage";
import { writeFigure } from "../figures";
import { later, meddled, meddleWith, reached } from "./meddler";
import { said, says, written } from "./said";

/** What happens to Marketo's page between the order to fill and the act, and the sentences that may follow. */
type Fault = { happens: (ship: AtForm, page: Page, frame: Frame) => Promise<unknown>; says: string[]; shell?: "adobe" };

const FAULTS: Record<string, Fault> = {
  "the tab is closed": { happens: (_, page) => page.close(), says: ["fault_closed", "fault_silent"] },
  "the page is loaded anew": { happens: (_, page) => page.reload({ waitUntil: "domcontentloaded" }), says: ["fault_left", "fault_silent"] },
  "the frame is replaced": { happens: (_, page) => page.$eval("iframe", (frame) => { frame.replaceWith(frame.cloneNode()); }), says: ["fault_left", "fault_silent"], shell: "adobe" },
  "the form is closed": { happens: (_, __, frame) => frame.evaluate(() => { document.querySelector(".x4-window:not(.x4-hide-offsets)")?.remove(); }), says: ["fault_gone"] },
  "another tab comes to the front": { happens: (ship) => ship.open("https://portal.azure.com/"), says: ["fault_background"] },
};

for (const kind of ["chromium", "firefox"] satisfies Kind[]) {
  test(`a page that goes between the order and the act, in ${kind}`, async (t) => {
    const copy = meddled(kind);
    const ship = await setOutForForm(kind, {}, { extension: copy.folder });
    try {
      for (const [name, { happens, says: keys, shell }] of Object.entries(FAULTS)) {
        await t.test(`to fill: ${name}`, async () => {
          const world: World = { ...ship.world, settings: { ...ship.world.settings, marketoShell: shell ?? "plain" } };
          ship.practice.setWorld(world);
          await takeAboard(ship);
          const { page, frame } = await atForm(ship, dynamicsAddress(world));
          await meddleWith(ship.panel, { fill: "wait" });
          await page.mouse.click(...middle((await fillCard(page)).act.rect));
          await reached(ship.panel, "fill");
          await happens(ship, page, frame);
          await meddleWith(ship.panel, {});
          await says(ship.helm, ...keys);
          assert.deepEqual(await written(ship.browser), []);
          await Promise.all((await ship.browser.pages()).filter((one) => one.url().startsWith("https:")).map((one) => one.close()));
          // Nothing is lost: the form is filled when it is there again, and once.
          const again = await atForm(ship, dynamicsAddress(world));
          await again.page.mouse.click(...middle((await fillCard(again.page)).act.rect));
          await until("the secret in its field", async () => (await entered(again.frame)).clientSecret === ship.pair.secret);
          assert.deepEqual(await written(ship.browser), [["clientId", 1], ["clientSecret", 1]]);
          await again.page.close();
        });
      }

      await t.test("to keep: the blade is closed after the secret was shown", async () => {
        ship.practice.setWorld({ ...ship.world, apps: ship.world.apps.map((app) => ({ ...app, secrets: [] })) });
        await ship.helm.say("StartOver", { Start: { journey: "online" } });
        const page = await ship.open(appAddress(ship.pair.clientId, "Credentials"));
        await follow(ship.browser, { stops: ({ act }) => act?.text === "Keep it for Marketo" });
        await meddleWith(ship.panel, { take: "wait" });
        const card = await until("the card", () => cardOn(page));
        assert.ok(card.act);
        await page.mouse.click(...middle(card.act.rect));
        await reached(ship.panel, "take");
        await page.evaluate((hash) => { location.hash = hash; }, new URL(appAddress(ship.pair.clientId)).hash);
        await until("the other blade", async () => (await page.$("text/Certificates & secrets")) && !(await page.$("text/Client secrets")));
        await meddleWith(ship.panel, {});
        await says(ship.helm, "fault_moved", "fault_gone");
        assert.ok(!("pair" in (await stored(ship.panel, "session"))));
        // The value will never be shown again, and the card asks for a new one.
        await follow(ship.browser, { stops: ({ act }) => act?.text === "Keep it for Marketo" });
        await page.close();
      });

      await t.test("a page that is silent for two minutes", async () => {
        ship.practice.setWorld(ship.world);
        await takeAboard(ship);
        const { page, frame } = await atForm(ship, dynamicsAddress(ship.world));
        await fillCard(page);
        await page.evaluate(() => {
          setTimeout(() => {
            for (const end = Date.now() + 5000; Date.now() < end; );
          });
        });
        const asked = Date.now();
        await ship.helm.say({ Press: { button: "Fill" } });
        assert.ok(Date.now() - asked < 4000, "the panel goes on while the page is busy");
        await later(ship.panel, 120_000);
        await says(ship.helm, "page_slow");
        await until("the secret in its field", async () => (await entered(frame)).clientSecret === ship.pair.secret);
        await until("the end of the sentence", async () => !said(await ship.helm.say()).includes("page_slow"));
        assert.deepEqual(await written(ship.browser), [["clientId", 1], ["clientSecret", 1]]);
        await later(ship.panel, 0);
        await page.close();
      });
      writeFigure("faults", `ways in which a page goes or keeps silent, ${kind}`, Object.keys(FAULTS).length + 2);
    } finally {
      await ship.close();
      copy.end();
    }
  });
}

async function atForm(ship: AtForm, address: string): Promise<{ page: Page; frame: Frame }> {
  const page = await ship.open(address);
  const frame = await marketoFrame(page);
  await openForm(frame);
  return { page, frame };
}
