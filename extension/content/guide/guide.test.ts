import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "puppeteer-core";
import { BROWSERS, drawn, open, type Stage } from "../test/stage";
import { chord, frames, press, pressed, see, settle, show } from "../test/see";

const TABLE = `<div id="above"></div><table><tr><td>Marketo</td><td data-handle="1" style="width:240px">x7k***</td></tr></table>`;
const NESTED = `<div id="outer" style="height:400px;overflow:auto;position:relative">
  <div style="height:150px"></div>
  <div id="inner" style="height:200px;overflow:auto"><div style="height:60px"></div><button data-handle="1">New client secret</button><div style="height:900px"></div></div>
  <div style="height:900px"></div></div>`;

/** Does something in the page, then says how far the spotlight is from its target in that very frame. */
function off(page: Page, act: () => void, how: "scroll" | "change" | "transition"): Promise<number> {
  return page.evaluate(
    (source, kind) =>
      new Promise<number>((done) => {
        const target = document.querySelector("[data-handle]");
        const spot = document.querySelector("keyferry-guide")?.shadowRoot?.querySelector(".spot");
        const gap = (): number => {
          const [a, b] = [target?.getBoundingClientRect(), spot?.getBoundingClientRect()];
          return a && b ? Math.abs(a.left - b.left - 3) + Math.abs(a.top - b.top - 3) + Math.abs(a.width - b.width + 6) : NaN;
        };
        // Each of these asks for a frame after the guide has, so that the guide draws first in it.
        if (kind === "scroll") for (const box of document.querySelectorAll("#outer, #inner")) box.addEventListener("scroll", () => requestAnimationFrame(() => done(gap())), { once: true });
        if (kind === "transition") {
          document.querySelector("#mover")?.addEventListener("transitionrun", () => {
            let worst = 0;
            let moving = true;
            document.querySelector("#mover")?.addEventListener("transitionend", () => (moving = false));
            const sample = (): void => {
              worst = Math.max(worst, gap());
              if (moving) requestAnimationFrame(sample);
              else done(worst);
            };
            requestAnimationFrame(sample);
          });
        }
        // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- a function of this file, on its way into the page
        new Function(`(${source})()`)();
        if (kind === "change") queueMicrotask(() => requestAnimationFrame(() => done(gap())));
      }),
    act.toString(),
    how,
  );
}

for (const kind of BROWSERS) {
  describe(`the guide in ${kind}`, { concurrency: false }, () => {
    let stage: Stage;
    before(async () => {
      stage = await open(kind);
    });
    after(() => stage.close());

    /** A page whose policy lets the tests, but not the page, make functions. */
    const page = (body: string, head = ""): Promise<Page> => stage.page(body, { head, policy: "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-eval'" });

    test("rings the target and hangs the card on it, under the strictest policy", async () => {
      const at = await stage.page(TABLE);
      const untouched = await at.evaluate(() => document.head.outerHTML + document.body.outerHTML);
      await show(at, drawn());
      const { spot = [], card = [], title } = await see(at);
      assert.ok((card[1] ?? 0) > (spot[1] ?? 0) + (spot[3] ?? 0), "below");
      assert.equal(title, "Keep this secret now");
      assert.equal(await at.evaluate(() => document.head.outerHTML + document.body.outerHTML), untouched, "the page's own elements are as they were");
    });

    test("follows both scrollers, a change and a transition in the same frame", async () => {
      const at = await page(NESTED);
      await show(at, drawn());
      await frames(at, 2);
      assert.ok((await off(at, () => document.querySelector("#inner")?.scrollBy(0, 17), "scroll")) < 0.5, "inner");
      assert.ok((await off(at, () => document.querySelector("#outer")?.scrollBy(0, 23), "scroll")) < 0.5, "outer");
      const moved = await page(`<div id="mover" style="transition:transform .4s, margin .4s">${TABLE}</div>`);
      await show(moved, drawn());
      await frames(moved, 2);
      assert.ok((await off(moved, () => document.querySelector("#above")?.append("more", document.createElement("hr")), "change")) < 0.5, "change");
      const slide = (): void => document.querySelector("#mover")?.setAttribute("style", "transition:transform .4s, margin .4s;transform:translate(60px,40px)");
      assert.ok((await off(moved, slide, "transition")) < 0.5, "transition");
    });

    test("asks for no frame while nothing happens", async () => {
      const at = await stage.page(TABLE);
      await show(at, drawn());
      await frames(at, 20);
      await at.evaluate(() => {
        const real = window.requestAnimationFrame.bind(window);
        const counted = globalThis as { asked?: number; real?: typeof real };
        counted.asked = 0;
        counted.real = real;
        window.requestAnimationFrame = (callback) => (counted.asked = (counted.asked ?? 0) + 1) && real(callback);
      });
      await at.evaluate(
        () =>
          new Promise<void>((done) => {
            let left = 30;
            const next = (): void => {
              if (left-- > 0) (globalThis as { real?: typeof requestAnimationFrame }).real?.(next);
              else done();
            };
            next();
          }),
      );
      assert.equal(await at.evaluate(() => (globalThis as { asked?: number }).asked), 0);
    });

    test("brings the target into view once, folds when it is scrolled away, and comes back", async () => {
      const at = await page(NESTED);
      await at.evaluate(() => document.querySelector("#inner")?.scrollTo(0, 500));
      await show(at, drawn());
      assert.ok((await see(at)).spot, "scrolled into view");
      await at.evaluate(() => document.querySelector("#inner")?.scrollTo(0, 700));
      await frames(at, 2);
      const away = await see(at);
      assert.equal(away.spot ?? away.card, undefined);
      assert.ok(away.tab);
      await press(at, ".tab");
      await frames(at, 2);
      const back = await see(at);
      assert.ok(back.spot && back.card && !back.tab);
    });

    test("points to the visible part of a target that a scroller cuts", async () => {
      const at = await page(NESTED);
      await show(at, drawn());
      const whole = (await see(at)).spot?.[3] ?? 0;
      await at.evaluate(() => {
        const [inner, target] = ["#inner", "[data-handle]"].map((one) => document.querySelector(one)?.getBoundingClientRect().top ?? 0);
        document.querySelector("#inner")?.scrollBy(0, (target ?? 0) - (inner ?? 0) + 8);
      });
      await frames(at, 2);
      assert.equal((await see(at)).spot?.[3], whole - 8);
    });

    test("hides with its target until the next guide", async () => {
      const at = await stage.page(`${TABLE}<button data-handle="2">Add</button>`);
      await show(at, drawn());
      await at.evaluate(() => document.querySelector("table")?.remove());
      await frames(at, 2);
      const { spot, card, tab } = await see(at);
      assert.deepEqual([spot, card, tab], [undefined, undefined, undefined]);
      await show(at, drawn({ target: 2, step: 9 }));
      assert.ok((await see(at)).spot);
      await at.evaluate(() => (globalThis as unknown as { parts: { guide: { hide(): void } } }).parts.guide.hide());
      assert.equal(await at.evaluate(() => document.querySelector("keyferry-guide")), null);
    });

    test("takes no focus, covers no focused field, lets every click through", async () => {
      const at = await stage.page(`${TABLE}<input id="field" style="position:fixed;left:20px;top:120px;width:400px"><button id="far" style="position:fixed;right:9px;top:9px">far</button>`);
      await at.click("#field");
      await at.evaluate(() => document.querySelector("#far")?.addEventListener("click", () => (document.title = "clicked")));
      await show(at, drawn({ button: { id: "OpenAzure", text: "Open" } }));
      await at.keyboard.type("still here");
      const { card } = await see(at);
      const field = await at.$eval("#field", (input) => ({ value: (input as HTMLInputElement).value, y: input.getBoundingClientRect().bottom, x: input.getBoundingClientRect().right }));
      assert.equal(field.value, "still here");
      assert.ok(card && ((card[1] ?? 0) >= field.y || (card[0] ?? 0) >= field.x), "beside the field");
      await press(at, ".act");
      await press(at, ".quiet");
      await at.keyboard.type("!");
      assert.equal(await at.$eval("#field", (input) => (input as HTMLInputElement).value), "still here!");
      assert.deepEqual(await pressed(at), ["OpenAzure"]);
      await at.click("#far");
      assert.equal(await at.title(), "clicked");
    });

    test("folds with Escape unless the page uses it, unfolds, and stays folded for the next step", async () => {
      const at = await stage.page(`${TABLE}<input id="menu">`);
      await at.evaluate(() => document.querySelector("#menu")?.addEventListener("keydown", (event) => event.preventDefault()));
      await show(at, drawn());
      await at.focus("#menu");
      await at.keyboard.press("Escape");
      assert.ok((await see(at)).card, "the page had a use for it");
      await at.evaluate(() => (document.activeElement as HTMLElement).blur());
      await at.keyboard.press("Escape");
      const folded = await see(at);
      assert.ok(folded.tab && !folded.card && !folded.spot);
      await show(at, drawn({ step: 9, title: ["Next"] }));
      assert.ok((await see(at)).tab);
      await press(at, ".tab");
      assert.equal((await see(at)).title, "Next");
      await press(at, ".fold");
      assert.ok((await see(at)).tab);
    });

    test("works with the keyboard alone: in, through, open, act, and back", async () => {
      const at = await stage.page(`<input id="field">${TABLE}`);
      await at.focus("#field");
      await show(at, drawn({ button: { id: "PassOver", text: "Leave it as it is" } }));
      await chord(at, "Alt", "Shift", "KeyK");
      const order = [(await see(at)).focus];
      for (let step = 0; step < 2; step++) {
        await at.keyboard.press("Tab");
        order.push((await see(at)).focus);
      }
      assert.deepEqual(order, ["act", "quiet", "quiet"]);
      await chord(at, "Alt", "Shift", "KeyK");
      assert.equal(await at.evaluate(() => document.activeElement?.id), "field", "and back");
      await chord(at, "Alt", "Shift", "KeyK");
      await at.keyboard.press("Enter");
      assert.deepEqual(await pressed(at), ["PassOver"]);
      await at.keyboard.press("Tab");
      await at.keyboard.press(" ");
      assert.equal(await at.evaluate(() => document.querySelector("keyferry-guide")?.shadowRoot?.querySelector(".more")?.checkVisibility()), true);
      await at.keyboard.press("Escape");
      assert.ok((await see(at)).tab);
      assert.equal(await at.evaluate(() => document.activeElement?.id), "field", "the page has its focus back");
    });

    test("speaks once per change", async () => {
      const at = await stage.page(TABLE);
      await show(at, drawn());
      await frames(at, 2);
      const { said } = await see(at);
      assert.match(said, /^Keep this secret now.*Value/);
      await at.evaluate(() => {
        const region = document.querySelector("keyferry-guide")?.shadowRoot?.querySelector(".said");
        new MutationObserver((changes) => (document.title = `${String(changes.length)} changes`)).observe(region ?? document, { childList: true, characterData: true, subtree: true });
      });
      await show(at, drawn({ note: ["x7k… · 40 characters"] }));
      await frames(at, 2);
      assert.equal(await at.title(), "Page");
    });

    test("stays on top of a popover, and gives up a fight", async () => {
      const at = await stage.page(`${TABLE}<div popover="manual" style="inset:0;width:100vw;height:100vh">over all</div>`);
      await show(at, drawn({ button: { id: "OpenAzure", text: "Open" } }));
      await at.evaluate(() => document.querySelector<HTMLElement>("[popover]")?.showPopover());
      await frames(at, 3);
      await press(at, ".act");
      assert.deepEqual(await pressed(at), ["OpenAzure"]);
      await at.evaluate(() => document.querySelector<HTMLElement>("[popover]")?.hidePopover());
      const fights = await at.evaluate(
        () =>
          new Promise<number>((done) => {
            let shown = 0;
            const rival = document.querySelector<HTMLElement>("[popover]");
            const fight = (left: number): void => {
              if (left === 0) return done(shown);
              rival?.hidePopover();
              rival?.showPopover();
              requestAnimationFrame(() => fight(left - 1));
            };
            new MutationObserver((changes) => (shown += changes.filter(({ addedNodes }) => addedNodes.length > 0).length)).observe(document.documentElement, { childList: true });
            fight(30);
          }),
      );
      assert.ok(fights <= 5, `${String(fights)} times`);
    });

    test("is pressed and keeps its focus in spite of a focus trap", async () => {
      const at = await stage.page(`${TABLE}<div id="trap"><input></div>`);
      await at.evaluate(() => {
        const trap = document.querySelector("#trap");
        for (const event of ["focus", "focusin", "click", "mousedown"]) {
          const spring = (at: Event): void => {
            if (at.target instanceof Node && at.target !== document && trap?.contains(at.target)) return;
            at.preventDefault();
            at.stopPropagation();
            trap?.querySelector("input")?.focus();
          };
          window.addEventListener(event, spring, true);
        }
      });
      await show(at, drawn({ button: { id: "Finish", text: "Done" } }));
      await press(at, ".act");
      await chord(at, "Alt", "Shift", "KeyK");
      assert.equal((await see(at)).focus, "act");
      assert.deepEqual(await pressed(at), ["Finish"]);
    });

    for (const [what, head, scheme] of [
      ["a portal that says dark on html", "", "dark"],
      ["a portal that says dark on body", "", "dark"],
      ["a portal that says dark on head", "", "dark"],
      ["a dark ground", "<style>body{background:#1b1a19}</style>", "dark"],
      ["a light ground", "<style>body{background:#eee}</style>", "light"],
      ["no ground at all", "", "light"],
    ] as const) {
      test(`follows ${what}`, async () => {
        const at = await stage.page(TABLE, { head });
        const on = /says dark on (\w+)/.exec(what)?.[1];
        if (on) await at.$eval(on, (element) => element.classList.add("fxs-theme-blue", "fxs-mode-dark"));
        await show(at, drawn());
        assert.equal((await see(at)).scheme, scheme);
      });
    }

    test("has no fault that axe can find, in light and in dark", async () => {
      const axe = await import("node:fs").then(({ readFileSync }) => readFileSync("node_modules/axe-core/axe.min.js", "utf8"));
      for (const ground of ["#fff", "#1b1a19"]) {
        const at = await page(`<main><h1 style="color:#888">Page</h1>${TABLE}</main>`, `<style>body{background:${ground}}</style>`);
        await show(at, drawn({ note: ["Check the copy"], tone: "Warn", button: { id: "Keep", text: "Keep it for Marketo" } }));
        await press(at, ".quiet");
        await settle(at);
        await at.evaluate(axe);
        const faults = await at.evaluate(async () => {
          type Axe = { run(context: Element | null, options: object): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }> };
          const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run(document.querySelector("keyferry-guide"), { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] });
          return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ""}`).join(" | ")}`);
        });
        assert.deepEqual(faults, []);
        await at.close();
      }
    });
  });
}
