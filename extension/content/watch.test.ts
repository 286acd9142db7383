/** When the eyes are open: counted in real tabs. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "puppeteer-core";
import type { parts } from "./test/entry";
import { frames } from "./test/see";
import { BROWSERS, open, type Stage } from "./test/stage";

type Counted = { parts: typeof parts; told: number; observed: number; stop: () => void };

for (const kind of BROWSERS) {
  describe(`the watch in ${kind}`, { concurrency: false }, () => {
    let stage: Stage;
    before(async () => {
      stage = await open(kind);
    });
    after(() => stage.close());

    /** A page that is watched; what the watch asks the browser for is counted. */
    const start = async (body: string): Promise<Page> => {
      const page = await stage.page(body);
      await page.evaluate(() => {
        const counted = globalThis as unknown as Counted;
        Object.assign(counted, { told: 0, observed: 0 });
        const Real = window.MutationObserver;
        window.MutationObserver = class extends Real {
          constructor(callback: MutationCallback) {
            super((changes, self) => {
              counted.observed += 1;
              callback(changes, self);
            });
          }
        };
        const watching = counted.parts.watch(() => (counted.told += 1));
        counted.stop = () => {
          watching.stop();
        };
      });
      return page;
    };
    const told = (page: Page, least: number): Promise<unknown> => page.waitForFunction((wanted) => (globalThis as unknown as Counted).told >= wanted, {}, least);
    const count = (page: Page): Promise<{ told: number; observed: number }> =>
      page.evaluate(() => {
        const { told: heard, observed } = globalThis as unknown as Counted;
        return { told: heard, observed };
      });

    test("looks once in a frame, however much changes in it", async () => {
      const page = await start("<p>0</p>");
      await told(page, 1);
      const looks = await page.evaluate(async () => {
        const counted = globalThis as unknown as Counted;
        const before = counted.told;
        const line = document.querySelector("p");
        for (let frame = 0; frame < 20; frame += 1) {
          for (let change = 0; change < 100; change += 1) {
            if (line) line.textContent = `${String(frame)}.${String(change)}`;
            await Promise.resolve();
          }
          await new Promise(requestAnimationFrame);
        }
        return counted.told - before;
      });
      assert.ok(looks > 0 && looks <= 21, `${String(looks)} looks in 20 frames`);
    });

    test("sees nothing while the tab is hidden, and what has changed when it is back", async () => {
      const page = await start("<p>before</p>");
      await told(page, 1);
      const other = await stage.page("<p>in front</p>");
      await other.bringToFront();
      await page.waitForFunction(() => document.visibilityState === "hidden", { polling: 50 });
      const resting = await count(page);
      await page.evaluate(async () => {
        for (let change = 0; change < 50; change += 1) {
          document.querySelector("p")?.append("more");
          await Promise.resolve();
        }
      });
      assert.deepEqual(await count(page), resting, "no observer ran");
      await other.close();
      await page.bringToFront();
      await told(page, resting.told + 1);
      await page.evaluate(() => document.querySelector("p")?.append("again"));
      await told(page, resting.told + 2);
    });

    test("sees nothing after its end", async () => {
      const page = await start("<p>before</p>");
      await told(page, 1);
      await page.evaluate(() => {
        (globalThis as unknown as Counted).stop();
      });
      const ended = await count(page);
      await page.evaluate(() => document.querySelector("p")?.append("more"));
      await frames(page, 5);
      assert.deepEqual(await count(page), ended);
    });

    test("looks again when a row that it has left out of a crowd changes, or comes into sight", async () => {
      const rows = Array.from({ length: 3_000 }, (_, at) => `<li class="item"><b><i>${String(at)}</i></b></li>`).join("");
      const page = await start(`<div id="scroller" style="height:400px;overflow:auto"><ul>${rows}</ul></div>`);
      await page.evaluate(() => {
        const counted = globalThis as unknown as Counted & { texts: string[] };
        counted.stop();
        counted.parts.watch(({ nodes }) => (counted.texts = nodes.map(({ text }) => text ?? "")));
      });
      const says = (text: string): Promise<unknown> => page.waitForFunction((wanted) => (globalThis as unknown as { texts?: string[] }).texts?.includes(wanted), {}, text);
      await says("0");
      assert.equal(await page.evaluate(() => (globalThis as unknown as { texts: string[] }).texts.includes("2000")), false);
      await page.evaluate(() => document.querySelectorAll("li")[2_000]?.append(document.createElement("button"), "new"));
      await says("2000");
      await page.evaluate(() => document.querySelectorAll("li")[1_500]?.scrollIntoView());
      await says("1500");
    });
  });
}
