/** What is remembered is told as it would be read anew, whatever changes. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "puppeteer-core";
import type { Page as Digest } from "../generated/core";
import type { parts } from "./test/entry";
import { BROWSERS, open, type Stage } from "./test/stage";

type Parts = typeof parts;
/** In a page: looks that remember, and looks that do not. */
type Eyes = { parts: Parts; again: () => Digest; anew: () => Digest };

const ROUNDS = 200;
const HEAD = `<style>
  .box{height:150px;overflow:auto} .item{padding:6px} .off{display:none} .dim{opacity:0} .apart .item b{visibility:hidden}
  .float{position:fixed;left:20px;top:20px} .far{margin-top:2000px}
</style>`;

for (const kind of BROWSERS) {
  describe(`the memory in ${kind}`, { concurrency: false }, () => {
    let stage: Stage;
    before(async () => {
      stage = await open(kind);
    });
    after(() => stage.close());

    const list = (count: number, of: (at: number) => string): string => Array.from({ length: count }, (_, at) => of(at)).join("");
    const start = async (body: string): Promise<Page> => {
      const page = await stage.page(body, { head: HEAD });
      await page.evaluate(() => {
        const eyes = globalThis as unknown as Eyes;
        const { look, Memory, CHANGES } = eyes.parts;
        const memory = new Memory();
        const observer = new MutationObserver((changes) => {
          memory.forget(changes);
        });
        observer.observe(document, CHANGES);
        eyes.again = () => {
          memory.forget(observer.takeRecords());
          const seen = look(document, null, memory);
          for (const shadow of seen.shadows) observer.observe(shadow, CHANGES);
          return seen.page;
        };
        eyes.anew = () => look(document).page;
        eyes.again();
      });
      return page;
    };
    const texts = (page: Page): Promise<string[]> =>
      page.evaluate(() => (globalThis as unknown as Eyes).again().nodes.flatMap(({ text, label, value }) => [text, label, value].filter((one) => one !== undefined)));
    const change = async (page: Page, act: (chosen: Element) => void, selector: string): Promise<string[]> => {
      await page.$eval(selector, act);
      return texts(page);
    };

    test(`is right after each of ${String(ROUNDS)} changes at random`, async () => {
      const item = (at: number): string => `<li class="item" id="i${String(at)}"><b>Line ${String(at)}</b> <a href="#${String(at)}">Open</a><p class="off">Off</p><input aria-label="Field ${String(at)}"></li>`;
      const part = (at: number): string => `<section class="part"><h3>Part ${String(at)}</h3>words <ul>${list(9, (one) => item(at * 10 + one))}</ul><div class="box"><ul>${list(9, (one) => item(1_000 + at * 10 + one))}</ul></div></section>`;
      const page = await start(`<main>${list(8, part)}<div id="host"></div></main>`);
      const wrong = await page.evaluate((rounds) => {
        const eyes = globalThis as unknown as Eyes;
        let seed = 7;
        const random = (below: number): number => {
          seed = (seed * 48_271) % 2_147_483_647;
          return seed % below;
        };
        const one = (selector: string): HTMLElement | undefined => {
          const all = document.querySelectorAll<HTMLElement>(selector);
          return all[random(all.length)];
        };
        const shadow = document.querySelector("#host")?.attachShadow({ mode: "open" });
        shadow?.append(...Array.from({ length: 5 }, (_, at) => Object.assign(document.createElement("p"), { textContent: `In the shade ${String(at)}` })));
        const acts: [string, () => void][] = [
          ["text", () => one("b, h3")?.append("!")],
          ["words", () => (one(".part")?.firstChild?.nextSibling as Text | undefined)?.appendData("more ")],
          ["shadow", () => shadow?.querySelectorAll("p")[random(5)]?.append("!")],
          ["hidden", () => one(".item, .part")?.toggleAttribute("hidden")],
          ["state", () => one(".part, .item, a")?.setAttribute("aria-disabled", String(random(2) === 0))],
          ["class", () => one(".item, .part, p")?.classList.toggle(["off", "dim", "apart", "float", "far"][random(5)] ?? "")],
          ["style", () => one(".item, .part")?.style.setProperty("visibility", random(2) === 0 ? "hidden" : "visible")],
          ["added", () => one("ul")?.insertBefore(Object.assign(document.createElement("li"), { className: "item", textContent: `New ${String(random(1_000))}` }), one(".no") ?? null)],
          ["between", () => one(".item")?.before(Object.assign(document.createElement("button"), { textContent: "Between" }))],
          ["removed", () => one(".item")?.remove()],
          ["moved", () => one(".part")?.after(one(".item") ?? "")],
          ["filled", () => Object.assign(one("input") ?? {}, { value: random(2) === 0 ? "" : "https://example.com/" })],
          ["scrolled", () => one(".box")?.scrollTo(0, random(300))],
          ["page scrolled", () => {
            scrollTo(0, random(6_000));
          }],
        ];
        const told = ({ nodes }: Digest): string[] => nodes.map(({ rect, ...node }) => JSON.stringify({ ...node, sized: rect[2] > 0 }, Object.keys({ ...node, sized: 0 }).sort()));
        const wrong: string[] = [];
        for (let round = 0; round < rounds; round += 1) {
          const [name, act] = acts[random(acts.length)] ?? ["", () => undefined];
          act();
          const [again, anew] = [told(eyes.again()), told(eyes.anew())];
          const at = anew.findIndex((node, place) => node !== again[place]);
          if (at >= 0 || again.length !== anew.length) wrong.push(`${String(round)} ${name}: ${String(again[at])} in place of ${String(anew[at])}`);
        }
        return wrong;
      }, ROUNDS);
      assert.deepEqual(wrong, []);
      await page.close();
    });

    test("hears of a field that was filled without a word, of what is shown by what stands around, and of what takes no room", async () => {
      const page = await start(`<div id="round" class="apart"><div style="height:3000px"></div>${list(40, (at) => `<div class="item" id="i${String(at)}"><b>Line ${String(at)}</b><input aria-label="Field ${String(at)}"></div>`)}</div>`);
      assert.ok(!(await texts(page)).includes("Line 7"));
      assert.ok((await change(page, (round) => round.classList.remove("apart"), "#round")).includes("Line 7"));
      const added = await change(page, (item) => {
        const button = Object.assign(document.createElement("button"), { textContent: "Between" });
        button.style.position = "absolute";
        item.after(button);
      }, "#i20");
      assert.ok(added.includes("Between"));
      const address = "https://example.com/";
      const filled = await change(page, (field) => Object.assign(field, { value: "https://example.com/" }), "[aria-label='Field 30']");
      assert.deepEqual(filled.filter((text) => text === address), [address]);
      await page.close();
    });

    test("looks at what is in sight, though what it stands in is not", async () => {
      const page = await start(`<div style="height:3000px"></div>${list(40, (at) => `<div class="item"><b>Line</b>${at === 3 ? `<div class="float"><button>Float</button></div>` : ""}</div>`)}`);
      const state = (): Promise<number | undefined> => page.evaluate(() => (globalThis as unknown as Eyes).again().nodes.find(({ text }) => text === "Float")?.state);
      assert.equal(await state(), 0);
      await page.evaluate(() => {
        const cover = document.body.appendChild(document.createElement("div"));
        Object.assign(cover.style, { position: "fixed", inset: "0" });
      });
      assert.equal(await state(), 64, "it is covered now");
      await page.close();
    });

    test("tells where things are after the page has moved", async () => {
      const page = await start(`<p id="top">Top</p><div style="height:3000px"></div>${list(40, (at) => `<div class="item"><b>Line ${String(at)}</b></div>`)}`);
      const where = (): Promise<number | undefined> => page.evaluate(() => (globalThis as unknown as Eyes).again().nodes.find(({ text }) => text === "Line 20")?.rect[1]);
      const at = (await where()) ?? 0;
      await page.$eval("#top", (top) => {
        top.setAttribute("style", "height:500px");
      });
      assert.ok(Math.abs(((await where()) ?? 0) - at - 482) < 25, `${String(at)}, then ${String(await where())}`);
      await page.evaluate(() => {
        scrollTo(0, 300);
      });
      assert.ok(Math.abs(((await where()) ?? 0) - at - 182) < 25);
      await page.close();
    });
  });
}
