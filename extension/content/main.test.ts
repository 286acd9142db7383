import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "puppeteer-core";
import type { Drawn } from "../messages";
import { fake, type Fake } from "./test/fake";
import { frames, press, see } from "./test/see";
import { BROWSERS, bundle, drawn, open, type Stage } from "./test/stage";

const BODY = `<main><h1>App registrations</h1><button id="new">New registration</button></main>`;
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

test("the shadow root is closed in a release and open in the test flavour alone", async () => {
  const [release, flavour] = await Promise.all([bundle("extension/content/main.ts", { test: false }), bundle("extension/content/main.ts")]);
  assert.match(release, /attachShadow\(\{ mode: (?:false \? "open" : )?"closed" \}\)/);
  assert.match(flavour, /attachShadow\(\{ mode: (?:true \? )?"open"/);
});

for (const kind of BROWSERS) {
  describe(`the content script in ${kind}`, { concurrency: false }, () => {
    let stage: Stage;
    let script = "";
    before(async () => {
      stage = await open(kind);
      script = await bundle("extension/content/main.ts");
    });
    after(() => stage.close());

    /** A page with the script in it, resting; everything it might start is counted. */
    const start = async (): Promise<Page> => {
      const page = await stage.page(BODY, { policy: POLICY });
      await page.evaluate(fake);
      await page.evaluate(() => {
        const counted = globalThis as unknown as { started: string[] };
        counted.started = [];
        for (const name of ["setTimeout", "setInterval", "requestAnimationFrame", "requestIdleCallback"] as const) {
          const real = window[name].bind(window) as (...args: unknown[]) => number;
          Object.assign(window, { [name]: (...args: unknown[]) => (counted.started.push(name), real(...args)) });
        }
        for (const name of ["MutationObserver", "ResizeObserver", "IntersectionObserver"] as const) {
          const Real = window[name] as new (callback: never) => object;
          const Counting = class extends Real {
            constructor(callback: never) {
              counted.started.push(name);
              super(callback);
            }
          };
          Object.assign(window, { [name]: Counting });
        }
      });
      await page.evaluate(script);
      return page;
    };
    const started = (page: Page): Promise<string[]> => page.evaluate(() => (globalThis as unknown as { started: string[] }).started.splice(0));
    const heard = (page: Page): Promise<Fake["heard"]> => page.evaluate(() => (globalThis as unknown as { fake: Fake }).fake.heard.splice(0));
    const watch = (page: Page, on: boolean): Promise<void> => page.evaluate((now) => (globalThis as unknown as { fake: Fake }).fake.watch(now), on);
    const hears = (page: Page, what: string): Promise<unknown> => page.waitForFunction((key) => (globalThis as unknown as { fake: Fake }).fake.heard.some(({ up }) => key in up), {}, what);
    const guide = (page: Page, to: string, next: Drawn, sender?: { id?: string; tab?: unknown }): Promise<void> =>
      page.evaluate((name, shown, from) => (globalThis as unknown as { fake: Fake }).fake.down({ document: name, down: { guide: shown } }, from), to, next, sender);

    test("does nothing at all while no journey is under way, and nothing more after it", async () => {
      const page = await start();
      await page.evaluate(() => document.body.append("something"));
      assert.deepEqual(await started(page), []);
      assert.deepEqual(await heard(page), []);
      await watch(page, true);
      await hears(page, "saw");
      await heard(page);
      await watch(page, false);
      await started(page);
      await page.evaluate(() => document.querySelector("main")?.append("more"));
      await page.mouse.move(50, 50);
      assert.deepEqual(await started(page), []);
      assert.deepEqual(await heard(page), []);
      assert.equal(await page.evaluate(() => document.querySelector("keyferry-guide")), null);
    });

    test("says what it sees, obeys its background alone, and says good-bye", async () => {
      const page = await start();
      await watch(page, true);
      await hears(page, "saw");
      const [first] = await heard(page);
      assert.ok(first && "saw" in first.up);
      const name = first.document;
      const target = first.up.saw.nodes.find(({ tag }) => tag === "button")?.id ?? -1;
      const step = drawn({ target, button: { id: "PassOver", text: "Leave it" } });
      for (const [to, sender] of [["another document", undefined], [name, { id: "another extension" }], [name, { id: "keyferry", tab: { id: 1 } }]] as const) {
        await guide(page, to, step, sender);
        assert.equal((await see(page)).spot, undefined);
      }
      await guide(page, name, step);
      assert.ok((await see(page)).spot);
      await press(page, ".act");
      await hears(page, "pressed");
      const lines = (): Promise<string[]> => page.evaluate(() => (globalThis as unknown as { fake: Fake }).fake.lines);
      assert.deepEqual(await lines(), [`page:${name}`]);
      await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide")));
      assert.deepEqual(await lines(), []);
      assert.equal(await page.evaluate(() => document.querySelector("keyferry-guide")), null);
    });

    test("goes, with one sentence, when the extension is updated under its feet", async () => {
      const page = await start();
      await watch(page, true);
      await hears(page, "saw");
      const [first] = await heard(page);
      const alone = drawn();
      delete alone.target;
      await guide(page, first?.document ?? "", alone);
      await page.evaluate(() => (globalThis as unknown as { fake: Fake }).fake.orphan());
      await page.evaluate(() => document.querySelector("main")?.append(document.createElement("button"), "changed"));
      await page.waitForFunction(() => document.querySelector("keyferry-guide")?.shadowRoot?.querySelector("h2")?.textContent === "Reload this page");
      await frames(page, 2);
      assert.equal((await see(page)).title, "Reload this page");
      await started(page);
      await page.evaluate(() => document.querySelector("main")?.append("again"));
      assert.deepEqual(await started(page), []);
      assert.deepEqual(await heard(page), []);
    });
  });
}
