/**
 * The fill from a world of its own, as a content script's is: it shares the document with the page and nothing else. The
 * page's widgets are the real ones: Ext JS of Marketo's window, Fluent UI of Azure's blades.
 */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "puppeteer-core";
import type { parts } from "../../extension/content/test/entry";
import { ext, type Form } from "../../extension/content/test/forms";
import { BROWSERS, bundle, open, type Stage } from "../../extension/content/test/stage";
import { guid, secretValue } from "../../www/practice/made-up";
import { until } from "./driver/until";

/** What puppeteer keeps to itself: the world that its own scripts run in. */
type World = { evaluate<A extends unknown[], R>(run: string | ((...args: A) => R), ...args: A): Promise<Awaited<R>> };
type Hand = { parts: typeof parts };

/** Fluent 8 and 9 in one page, controlled by React; the handles are those of the other forms. */
async function fluent(stage: Stage): Promise<Form> {
  const page = await stage.page("", { policy: "default-src * 'unsafe-inline' 'unsafe-eval'" });
  // React asks which kind of build it is in.
  await page.evaluate(`globalThis.process = { env: { NODE_ENV: "production" } }; ${await bundle("tests/browser/fluent-fields.ts")}`);
  await page.waitForSelector("[data-handle]");
  return {
    page,
    values: async () => JSON.parse(await page.$eval("output", (output) => output.textContent)) as Record<string, string>,
    canSave: () => page.$eval("button", (button) => !button.disabled),
  };
}

/** Fills both fields from the isolated world; the page never sees the hand. */
async function fill(page: Page, values: string[]): Promise<unknown> {
  const world = (page.mainFrame() as unknown as { isolatedRealm(): World }).isolatedRealm();
  await page.evaluate(() => Reflect.deleteProperty(globalThis, "parts"));
  await world.evaluate(await bundle("extension/content/test/entry.ts"));
  return world.evaluate((values) => {
    const { fill, reach } = (globalThis as unknown as Hand).parts;
    return fill({ order: 1, url: location.href, fields: values.map((value, at) => ({ node: at + 1, value })) }, reach, false);
  }, values);
}

for (const kind of BROWSERS) {
  describe(`the fill from an isolated world in ${kind}`, () => {
    let stage: Stage;
    before(async () => {
      stage = await open(kind);
    });
    after(() => stage.close());

    for (const [what, make] of Object.entries({ "Ext JS 4.0.2": ext, "Fluent UI 8 and 9": fluent })) {
      test(`${what} knows what was filled, and lets it be saved`, async () => {
        const form = await make(stage);
        assert.equal(await form.canSave(), false);
        const [clientId, clientSecret] = [guid(), secretValue()];
        assert.equal(await fill(form.page, [clientId, clientSecret]), null);
        await until("the form to be ready to save", form.canSave);
        assert.deepEqual(await form.values(), { clientId, clientSecret });
        assert.equal(await form.page.evaluate(() => "parts" in globalThis), false);
        await form.page.close();
      });
    }
  });
}
