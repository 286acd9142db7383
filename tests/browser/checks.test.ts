/** Marketo's seven checks: red, mended by the steps that the panel names, run again; and a mark that only a person can tell. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { applyPreset } from "../../www/practice/presets";
import { follow } from "./admin";
import { dynamicsAddress, setOutForForm } from "./at-form";
import { middle, offset } from "./driver/card";
import { until } from "./driver/until";

const CURES = [
  { title: "3. Sync user is assigned to the Marketo Sync User role", places: ["Advanced Settings", "Security", "Users", "Manage Roles"] },
  { title: "5. All steps in the solution are enabled", places: ["Solutions", "Marketo Lead Management", "Sdk Message Processing Steps", "Activate"] },
  { title: "6. Sync user is assigned to the Marketo solution", places: ["Marketo Config", "Default", "Marketo User"] },
];

for (const kind of ["chromium", "firefox"] as const) {
  test(`red checks are mended and run again, and an unclear one is asked, in ${kind}`, async () => {
    const ready = await setOutForForm(kind, { marketoMarks: "one-unclear" });
    const { browser, practice, panel, world, open } = ready;
    try {
      practice.setWorld(applyPreset(world, "trouble"));
      const marketo = await open(dynamicsAddress(world));
      const asks = (body: string): boolean => body.startsWith("Is check 5, All steps in the solution are enabled, green or red?");
      await follow(browser, { stops: ({ body }) => asks(body) });
      assert.deepEqual(await titles(panel), [CURES[0]?.title, CURES[2]?.title]);
      assert.equal(await passed(panel), "4 of 7 passed");

      await say(panel, marketo, "It is red");
      await until("three cures", async () => (await titles(panel)).length === 3);
      assert.deepEqual(await titles(panel), CURES.map(({ title }) => title));
      for (const { title, places } of CURES) {
        const named = await placesOf(panel, title);
        for (const place of places) assert.ok(named.includes(place), `${title}: ${place}, not only ${named.join(", ")}`);
      }

      const failed: string[] = [];
      await follow(browser, {
        sees({ card: { body } }) {
          if (body.startsWith("Checks that failed")) {
            failed.push(body.slice(0, "Checks that failed: 3 of 7".length));
            practice.setWorld(applyPreset(practice.world(), "mended"));
          }
          return Promise.resolve();
        },
        stops: ({ body }) => asks(body),
      });
      assert.deepEqual(failed, ["Checks that failed: 3 of 7"]);
      assert.deepEqual(await titles(panel), []);
      assert.equal(await passed(panel), "6 of 7 passed", "six green marks of seven are not seven");

      await say(panel, marketo, "It is green");
      await follow(browser, { ended: () => panel.evaluate(() => document.querySelector("main h2")?.textContent.includes("You are across") === true) });
      assert.equal(practice.world().marketo.sync, "on");
    } finally {
      await ready.close();
    }
  });
}

for (const kind of ["chromium", "firefox"] as const) {
  test(`where the checks are a window of their own, its button in the open tab leads into it again, in ${kind}`, async () => {
    const ready = await setOutForForm(kind, { marketoValidate: "window", marketoConfirm: true });
    const { browser, practice, panel, world, open } = ready;
    try {
      practice.setWorld(applyPreset(world, "trouble"));
      await open(dynamicsAddress(world));
      const spots: string[] = [];
      await follow(browser, {
        async sees({ card }) {
          if (card.body.startsWith("Checks that failed")) practice.setWorld(applyPreset(practice.world(), "mended"));
          if (!card.body.startsWith("Click Validate Sync Setup") || !card.spot) return;
          const [x, y] = middle(card.spot);
          const [left, top] = await offset(card.frame);
          spots.push(await card.frame.evaluate((x, y) => (document.elementFromPoint(x, y)?.closest(".x-tab-strip") ? "tab" : "button"), x - left, y - top));
        },
        ended: () => panel.evaluate(() => document.querySelector("main h2")?.textContent.includes("You are across") === true),
      });
      assert.deepEqual(spots, ["tab", "button"]);
      assert.equal(practice.world().marketo.sync, "on");
    } finally {
      await ready.close();
    }
  });
}

/** What the panel names of red checks. */
function titles(panel: Page): Promise<string[]> {
  return panel.$$eval(".checks summary", (all) => all.map((summary) => summary.textContent.replace(/^✗/, "")));
}

/** The labels that the steps of a cure quote. */
function placesOf(panel: Page, title: string): Promise<string[]> {
  return panel.$$eval(".checks details", (all, title) => all.filter((one) => one.querySelector("summary")?.textContent === `✗${title}`).flatMap((one) => [...one.querySelectorAll("ol .label")].map((label) => label.textContent)), title);
}

/** What the panel's row says of the checks. */
function passed(panel: Page): Promise<string | undefined> {
  return panel.$$eval(".row", (rows) => rows.find((row) => row.querySelector(".title")?.textContent === "Validate: seven checks")?.querySelector(".remark")?.textContent);
}

/** Answers the panel's question, and goes back to Marketo. */
async function say(panel: Page, marketo: Page, words: string): Promise<void> {
  await panel.bringToFront();
  await (await panel.waitForSelector(`.question button::-p-text(${words})`, { visible: true }))?.click();
  await panel.waitForSelector(`.question button[aria-pressed=true]::-p-text(${words})`);
  await marketo.bringToFront();
}
