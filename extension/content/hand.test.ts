import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "puppeteer-core";
import { ext, plain, react } from "./test/forms";
import { BROWSERS, open, type Stage } from "./test/stage";
import type { parts } from "./test/entry";

const ID = "5f0c2b1e-84d1-4a7e-9c39-1c2d7a30b1ff";
/** Of the shape of a secret, made as it is needed: none stands in a file. */
const SECRET = ["x7k", "8Q", "~", "aB3".repeat(11), "z"].join("");

/** Fills both fields as the background would have it, in the page. */
function fill(page: Page, more: { url?: string; here?: boolean; nodes?: [number, number] } = {}): Promise<string | null> {
  return page.evaluate(
    async (id, secret, { url, here = false, nodes = [1, 2] }) => {
      const { parts: hand } = globalThis as unknown as { parts: typeof parts };
      const fields = [{ node: nodes[0], value: id }, { node: nodes[1], value: secret }];
      const fault = await hand.fill({ order: 1, url: url ?? location.href, fields }, hand.reach, here);
      if (fields.some(({ value }) => value !== "")) return "the order still holds the values";
      return fault;
    },
    ID,
    SECRET,
    more,
  );
}

function take(page: Page, more: { url?: string; here?: boolean } = {}): Promise<unknown> {
  return page.evaluate(({ url, here = false }) => {
    const { parts: hand } = globalThis as unknown as { parts: typeof parts };
    return hand.take({ order: 1, url: url ?? location.href, node: 1 }, hand.reach, here);
  }, more);
}

/** What a cell looks like, and what is to be read from it. */
const CELLS: Record<string, [html: string, value: string]> = {
  "a plain cell": [`<div data-handle="1">  ${SECRET}\n</div>`, SECRET],
  "a cut text with the whole in its title": [`<div data-handle="1" title="${SECRET}">${SECRET.slice(0, 9)}…</div>`, SECRET],
  "a title further in": [`<div data-handle="1"><span title="${SECRET}">${SECRET.slice(0, 9)}…</span></div>`, SECRET],
  "a read-only field": [`<div data-handle="1"><input readonly value="${SECRET}"></div>`, SECRET],
  "the field itself": [`<input data-handle="1" readonly value="${SECRET}">`, SECRET],
  "a copy button beside": [`<div data-handle="1"><span>${SECRET}</span><button title="Copy-to-clipboard-this-very-long-thing-here">Copy</button></div>`, SECRET],
  "a text in pieces": [`<div data-handle="1"><span>${SECRET.slice(0, 9)}</span><span>${SECRET.slice(9)}</span></div>`, SECRET],
  "a sentence in the title": [`<div data-handle="1" title="This is the value of your client secret. Copy it now.">${SECRET}</div>`, SECRET],
  "a mask": [`<div data-handle="1">x7k*****************</div>`, "x7k*****************"],
};

for (const kind of BROWSERS) {
  describe(`the hand in ${kind}`, { concurrency: false }, () => {
    let stage: Stage;
    before(async () => {
      stage = await open(kind);
    });
    after(() => stage.close());

    for (const [what, make] of Object.entries({ "plain fields": plain, "React's fields": react, "Ext JS 4.0.2's fields": ext })) {
      test(`fills ${what} so that the page knows`, async () => {
        const form = await make(stage);
        assert.equal(await fill(form.page), null);
        assert.deepEqual(await form.values(), { clientId: ID, clientSecret: SECRET });
        assert.ok(await form.canSave());
        await form.page.close();
      });
    }

    for (const [what, [html, value]] of Object.entries(CELLS)) {
      test(`reads ${what}`, async () => {
        const page = await stage.page(html);
        assert.deepEqual(await take(page), { Value: value });
        await page.close();
      });
    }

    const refusals: Record<string, [act: () => void, fault: string, more?: { url?: string }]> = {
      "an address that has changed": [() => location.assign("#elsewhere"), "Moved", { url: "http://127.0.0.1/before" }],
      "a field that is gone": [() => document.querySelector("[data-handle='2']")?.remove(), "Gone"],
      "a hidden field": [() => document.querySelector("[data-handle='2']")?.setAttribute("style", "visibility:hidden"), "Gone"],
      "a transparent field": [() => document.querySelector("form")?.setAttribute("style", "opacity:0"), "Gone"],
      "a read-only field": [() => document.querySelector("[data-handle='2']")?.setAttribute("readonly", ""), "Gone"],
      "a disabled form": [() => document.querySelectorAll("input").forEach((input) => (input.disabled = true)), "Gone"],
      "a field of another type": [() => document.querySelector("[data-handle='2']")?.setAttribute("type", "email"), "Gone"],
    };
    for (const [what, [act, fault, more]] of Object.entries(refusals)) {
      test(`leaves everything as it was: ${what}`, async () => {
        const { page, values } = await plain(stage);
        await page.evaluate(act);
        assert.equal(await fill(page, more), fault);
        assert.equal((await values())["clientId"], "old");
        await page.close();
      });
    }

    test("takes everything back when the page does not keep a value", async () => {
      const { page, values } = await plain(stage);
      await page.evaluate(() => {
        const secret = document.querySelector<HTMLInputElement>("[data-handle='2']");
        secret?.addEventListener("change", () => setTimeout(() => (secret.value = ""), 20));
      });
      assert.equal(await fill(page), "Reverted");
      assert.deepEqual(await values(), { clientId: "old", clientSecret: "" });
    });

    test("takes everything back when the page goes elsewhere meanwhile", async () => {
      const { page, values } = await plain(stage);
      await page.evaluate(() => document.querySelector("[data-handle='2']")?.addEventListener("blur", () => history.pushState(null, "", "#elsewhere"), { once: true }));
      assert.equal(await fill(page), "Moved");
      assert.deepEqual(await values(), { clientId: "old", clientSecret: "" });
    });

    test("overcomes a page that puts the old value back once", async () => {
      const { page, values } = await plain(stage);
      await page.evaluate(() => {
        const id = document.querySelector<HTMLInputElement>("[data-handle='1']");
        id?.addEventListener("change", () => requestAnimationFrame(() => (id.value = "old")), { once: true });
      });
      assert.equal(await fill(page), null);
      assert.deepEqual(await values(), { clientId: ID, clientSecret: SECRET });
    });

    test("fills one order after the other", async () => {
      const { page, values } = await plain(stage);
      const faults = await page.evaluate(async () => {
        const { parts: hand } = globalThis as unknown as { parts: typeof parts };
        const order = (value: string) => ({ order: 1, url: location.href, fields: [{ node: 1, value }] });
        return Promise.all([hand.fill(order("first"), hand.reach, false), hand.fill(order("second"), hand.reach, false)]);
      });
      assert.deepEqual(faults, [null, null]);
      assert.equal((await values())["clientId"], "second");
    });

    test("reads nothing in a page that has moved, or from a cell that is hidden or gone", async () => {
      const page = await stage.page(`<div data-handle="1">${SECRET}</div>`);
      assert.deepEqual(await take(page, { url: "http://127.0.0.1/before" }), { Fault: "Moved" });
      await page.$eval("div", (cell) => cell.setAttribute("style", "display:none"));
      assert.deepEqual(await take(page), { Fault: "Gone" });
      await page.$eval("div", (cell) => cell.remove());
      assert.deepEqual(await take(page), { Fault: "Gone" });
    });

    test("does nothing behind the person's back when the act came from this page", async () => {
      const { page } = await plain(stage);
      await page.evaluate(() => Object.defineProperty(document, "hasFocus", { value: () => false }));
      assert.equal(await fill(page, { here: true }), "Background");
      assert.deepEqual(await take(page, { here: true }), { Fault: "Background" });
      assert.equal(await fill(page, { here: false }), null, "the panel has the focus when it is pressed there");
    });
  });
}
