/** What a look costs, counted and not timed, and that being quick leaves nothing out. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "puppeteer-core";
import { makeSecret } from "../../tests/pages/secrets";
import { OPEN, SHAPES } from "../../tests/bench/shapes";
import type { Page as Digest } from "../generated/core";
import type { parts } from "./test/entry";
import { BROWSERS, open, type Stage } from "./test/stage";

type Parts = typeof parts;
/** Of each shape so many: no more than fit into a window, and some to tell what is out of sight. */
const DEAR: Record<string, number> = { "a grid of apps": 390, "a table": 700, "a form": 240, "a line of links": 2_200, "a tree of panels": 300 };
const SECRET = makeSecret("current", "crowd");

const row = (at: number, value: string): string =>
  `<tr class="row"><td>Secret ${String(at)}</td><td>5/22/2027</td><td class="value">${value}</td><td>5f0c2b1e-84d1-4a7e-9c39-${String(at).padStart(12, "0")}</td></tr>`;
const list = (count: number, of: (at: number) => string): string => Array.from({ length: count }, (_, at) => of(at)).join("");
const link = (at: number): string => `<li class="item"><a href="#app/${String(at)}">Application ${String(at)}</a></li>`;
const BLADE = `<section class="fxs-blade"><h2>Certificates &amp; secrets</h2><table>${list(100, (at) => row(at, "abc****"))}</table></section>`;

for (const kind of BROWSERS) {
  describe(`the eyes in ${kind}`, { concurrency: false }, () => {
    let stage: Stage;
    before(async () => {
      stage = await open(kind);
    });
    after(() => stage.close());

    const see = (page: Page): Promise<Digest> => page.evaluate(() => (globalThis as unknown as { parts: Parts }).parts.look(document).page);
    const texts = async (page: Page): Promise<(string | undefined)[]> => (await see(page)).nodes.map(({ text }) => text);

    test("finds a new secret in the middle of 5,000 rows, wherever in its row it stands", async () => {
      const half = SECRET.slice(0, 17);
      for (const value of [SECRET, `<span title="${SECRET}">abc…</span>`, `<input readonly value="${SECRET}">`, `<b>${half}</b>${SECRET.slice(17)}`]) {
        const page = await stage.page(`<table>${list(5_000, (at) => row(at, at === 2_500 ? value : "Hidden"))}</table>`);
        const { nodes } = await see(page);
        assert.ok(nodes.length < 2_000, `${String(nodes.length)} nodes are told`);
        assert.ok(nodes.some(({ sealed }) => sealed?.kind === "current" && sealed.hint === SECRET.slice(0, 3)), value.replaceAll(SECRET, "…"));
        assert.ok(nodes.some(({ text }) => text === "Secret 2500"), "with what stands beside it");
        await page.close();
      }
    });

    test("tells every masked row of a table of secrets", async () => {
      const page = await stage.page(`<table>${list(1_500, (at) => row(at, "abc****"))}</table>`);
      assert.equal((await texts(page)).filter((text) => text === "abc****").length, 1_500);
    });

    test("finds a control after and between 5,000 links, and a heading", async () => {
      const odd = (at: number): string => (at === 1_700 ? `<li class="item"><button>Between</button></li>` : at === 2_900 ? `<li class="item"><h2>Heading</h2><a href="#">x</a></li>` : link(at));
      const page = await stage.page(`<ul>${list(5_000, odd)}</ul><button>After</button>`);
      const seen = await texts(page);
      for (const text of ["Between", "Heading", "After", "Application 0"]) assert.ok(seen.includes(text), text);
      assert.ok(seen.length < 2_500, `${String(seen.length)} nodes are told`);
    });

    test("tells what is in sight, also after scrolling into the middle", async () => {
      const page = await stage.page(`<div id="scroller" style="height:500px;overflow:auto"><ul>${list(5_000, link)}</ul></div>`);
      assert.ok(!(await texts(page)).includes("Application 3000"));
      await page.evaluate(() => document.querySelectorAll("li")[3_000]?.scrollIntoView());
      assert.ok((await texts(page)).includes("Application 3000"));
    });

    test("leaves nothing out of lists as they are", async () => {
      const page = await stage.page(`<ul>${list(160, (at) => `<li class="item"><span><a href="#${String(at)}">Permission ${String(at)}</a></span></li>`)}</ul>`);
      assert.equal((await texts(page)).filter((text) => text?.startsWith("Permission")).length, 160);
    });

    test("reads no words that a box of a pixel cuts off, whatever holds them, nor those of a folded section", async () => {
      const clip = "position:absolute;width:1px;height:1px;overflow:hidden;";
      const page = await stage.page(`
        <button><span style="${clip}"><span>Spoken</span></span>Seen</button>
        <div style="${clip}"><p>Spoken</p><button>Spoken</button></div>
        <div style="${clip}clip:rect(0 0 0 0);white-space:nowrap"><b>Spoken</b></div>
        <input style="${clip}clip-path:inset(50%)" aria-label="Spoken">
        <div style="height:0;overflow:hidden"><p>Folded</p></div>
        <div style="height:0"><p>Shown</p></div>
        <span style="overflow:hidden"><i>Inline</i></span>`);
      const seen = (await see(page)).nodes.flatMap(({ text, label }) => [text, label]).filter(Boolean);
      assert.deepEqual(seen, ["Seen", "Shown", "Inline"]);
    });

    test("reads what stands in wrappers without a box of their own", async () => {
      const three = `<p>One</p><p>Two</p><button>Three</button>`;
      const page = await stage.page(`<div style="display:contents">${three}</div><div style="display:none">${three}</div><div style="display:none"><div style="display:contents">${three}</div></div>`);
      assert.deepEqual((await texts(page)).filter(Boolean), ["One", "Two", "Three"]);
    });

    test("tells of things out of sight what is drawn of them, though it asks for a few alone", async () => {
      const hidden: Record<number, string> = { 90: `style="visibility:hidden"`, 91: "hidden", 92: `style="display:none"`, 94: `aria-hidden="true"`, 95: `style="opacity:0"`, 96: `style="height:0;overflow:hidden"` };
      const items = list(99, (at) => `<li class="item" ${hidden[at] ?? ""}><p>Line ${String(at)}</p><span class="spoken"><b>Spoken</b></span><p class="off">Off</p></li>`);
      const head = `<style>.item{height:30px}.off,[aria-hidden=true]{display:none}.spoken{position:absolute;width:1px;height:1px;overflow:hidden}</style>`;
      const page = await stage.page(`<ul>${items}</ul>`, { head });
      const told = (await texts(page)).filter(Boolean);
      assert.deepEqual(told, Array.from({ length: 99 }, (_, at) => `Line ${String(at)}`).filter((_, at) => !(at in hidden)));
    });

    test("names a field by its labels, wherever they stand", async () => {
      const page = await stage.page(`
        <label for="a">Before</label><input id="a"><label for="a">Behind</label>
        <label>Round <input id="b"></label>
        <label for="c">Of another <input id="d"></label><input id="c">
        <div id="host"><template shadowrootmode="open"><label for="a">Within</label><input id="a"></template></div>`);
      const named = (await see(page)).nodes.filter(({ tag }) => tag === "input").map(({ label }) => label ?? "");
      assert.deepEqual(named, ["Before Behind", "Round", "", "Of another", "Within"]);
    });

    for (const { name, fill } of SHAPES) {
      test(`asks for little of ${name} of 8,000 nodes`, async () => {
        const page = await stage.page("", { policy: "default-src 'none'; style-src 'unsafe-inline'" });
        await page.evaluate(fill, 8_000);
        const dear = await asked(page, ["getBoundingClientRect", "checkVisibility", "elementFromPoint", "elementsFromPoint"]);
        assert.ok(dear <= (DEAR[name] ?? 0), `${String(dear)} dear questions`);
        await page.close();
      });
    }

    test("asks the browser for no more on a page of 100,000 nodes than on one of 1,000 with the same blade open", async () => {
      const filler = list(3_000, (at) => `<div class="a"><p>Line ${String(at)}</p><a href="#">x</a><b>1</b><i>2</i><u>3</u><s>4</s><q>5</q><em>6</em></div>`);
      const hidden = [
        `<section class="fxs-blade">${filler}</section>`,
        `<div style="display:none">${filler}</div>`,
        `<div class="x-hide-offsets">${filler}</div>`,
        `<div style="position:absolute;left:-10000px;top:0;width:900px">${filler}</div>`,
      ].join("");
      const few = await asked(await stage.page(`<main class="fxs-journey">${BLADE}</main>`));
      const page = await stage.page(`<main class="fxs-journey">${hidden}${BLADE}</main>`);
      assert.ok((await page.evaluate(() => document.querySelectorAll("*").length)) > 100_000);
      const many = await asked(page);
      assert.ok(many < 1.1 * few, `${String(many)} calls in place of ${String(few)}`);
      await page.close();
    });

    for (const { name, fill } of OPEN) {
      test(`reads no more than thrice as much of ${name} where the page has 100,000 nodes in place of 1,000`, async () => {
        const looks: [first: number, later: number][] = [];
        for (const nodes of [1_000, 100_000]) {
          const page = await stage.page("", { policy: "default-src 'none'; style-src 'unsafe-inline'" });
          await page.evaluate(fill, nodes);
          looks.push([await asked(page, undefined, true), await asked(page)]);
          await page.close();
        }
        const [[first, later] = [0, 0], [firstOfMany, laterOfMany] = [0, 0]] = looks;
        assert.ok(firstOfMany < 3 * first, `the first look: ${String(firstOfMany)} calls in place of ${String(first)}`);
        assert.ok(laterOfMany < 3 * later, `another look: ${String(laterOfMany)} calls in place of ${String(later)}`);
      });
    }

    test("reads a page under a mask as far as it is in sight, and all of the window over it", async () => {
      const lines = (what: string): string => list(400, (at) => `<p>${what} ${String(at)}</p>`);
      const window = (place: string): string => `<div style="position:fixed;${place};background:#fff"><div style="height:200px;overflow:auto">${lines("Above")}</div></div>`;
      const page = await stage.page(`<div id="page">${lines("Below")}</div><div style="position:fixed;inset:0"></div>${window("left:200px;top:100px;width:300px")}`);
      const seen = await texts(page);
      assert.equal(seen.filter((text) => text?.startsWith("Above")).length, 400);
      assert.ok(seen.includes("Below 5"));
      assert.ok(!seen.includes("Below 300"));
      await page.evaluate(() => document.querySelectorAll("#page p")[300]?.scrollIntoView());
      assert.ok((await texts(page)).includes("Below 300"));
      await page.$eval("#page", (below) => below.nextElementSibling?.remove());
      assert.equal((await texts(page)).filter((text) => text?.startsWith("Below")).length, 400);
    });

    test("takes for a mask nothing that a page goes on behind", async () => {
      const [hero, below] = [`<div style="height:100vh"></div>`, list(400, (at) => `<p>Below ${String(at)}</p>`)];
      for (const body of [`${hero}<div>${below}</div>`, `<div>${hero}${below}</div>`]) {
        const page = await stage.page(body, { head: "<style>body{margin:0}</style>" });
        assert.equal((await texts(page)).filter(Boolean).length, 400);
      }
    });

    /** How often a look asks the browser about an element, the second time it looks, or the `first`. */
    function asked(page: Page, only?: string[], first = false): Promise<number> {
      return page.evaluate((only, first) => {
        const { look, Memory } = (globalThis as unknown as { parts: Parts }).parts;
        const memory = new Memory();
        if (!first) look(document, null, memory);
        let calls = 0;
        const undo: (() => void)[] = [];
        const count = (of: object, names: string[]): void => {
          for (const name of names.filter((one) => !only || only.includes(one))) {
            const real = (of as Record<string, (...args: unknown[]) => unknown>)[name];
            undo.push(() => Object.assign(of, { [name]: real }));
            Object.assign(of, {
              [name](this: unknown, ...args: unknown[]) {
                calls += 1;
                return real?.apply(this, args);
              },
            });
          }
        };
        count(Element.prototype, ["getBoundingClientRect", "checkVisibility", "getAttribute", "hasAttributes", "querySelector", "querySelectorAll", "matches", "closest"]);
        count(Document.prototype, ["elementFromPoint", "elementsFromPoint"]);
        look(document, null, memory);
        for (const back of undo) back();
        return calls;
      }, only, first);
    }
  });
}
