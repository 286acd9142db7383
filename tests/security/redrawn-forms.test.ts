/**
 * A page that draws its form anew or empties it while it is being filled, 0 to 500 ms after the press: never half a pair. In the end both
 * values stand there and the card asks to save them, or both are as they were and the person is told.
 */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "puppeteer-core";
import { type AtForm, dynamicsAddress, entered, fillCard, openForm, setOutForForm, takeAboard } from "../browser/at-form";
import { until } from "../browser/driver/until";
import { sized, writeFigure } from "../figures";

/** What the page does to its fields, in its own world: as the kit does it, which marks an empty field by a class. */
const REDRAWS: Record<string, (fields: HTMLInputElement[]) => void> = {
  "draws both fields anew, with what they held": (fields) => {
    for (const field of fields) {
      const next = field.cloneNode() as HTMLInputElement;
      const mark = (): unknown => next.classList.toggle("x4-form-empty-field", next.value === "");
      next.value = field.value;
      next.addEventListener("input", mark);
      mark();
      field.replaceWith(next);
    }
  },
  "draws both fields anew, empty": (fields) => {
    for (const field of fields) {
      const next = field.cloneNode() as HTMLInputElement;
      next.value = "";
      next.addEventListener("input", () => next.classList.toggle("x4-form-empty-field", next.value === ""));
      next.classList.add("x4-form-empty-field");
      field.replaceWith(next);
    }
  },
  "empties both fields": (fields) => {
    for (const field of fields) {
      field.value = "";
      field.dispatchEvent(new Event("input"));
    }
  },
  "locks both fields, and draws them anew, empty, a while later": (fields) => {
    for (const field of fields) {
      const next = field.cloneNode() as HTMLInputElement;
      next.value = "";
      next.addEventListener("input", () => next.classList.toggle("x4-form-empty-field", next.value === ""));
      next.classList.add("x4-form-empty-field");
      field.disabled = true;
      setTimeout(() => field.replaceWith(next), 120);
    }
  },
  "takes both fields away, and draws them anew, empty, a while later": (fields) => {
    for (const field of fields) {
      const next = field.cloneNode() as HTMLInputElement;
      next.value = "";
      next.addEventListener("input", () => next.classList.toggle("x4-form-empty-field", next.value === ""));
      next.classList.add("x4-form-empty-field");
      const place = document.createComment("");
      field.replaceWith(place);
      setTimeout(() => place.replaceWith(next), 100);
    }
  },
  "takes both fields away, and brings them back a while later": (fields) => {
    for (const field of fields) {
      const place = document.createComment("");
      field.replaceWith(place);
      setTimeout(() => place.replaceWith(field), 100);
    }
  },
};
/** 0 to 500 ms in steps of 10. */
const DELAYS = Array.from({ length: 51 }, (_, step) => step * 10);
/** Three tries of the hand take less than this, in milliseconds: what stands for so long has come to stay. */
const STILL = 800;

for (const kind of ["chromium", "firefox"] as const) {
  describe(`forms drawn anew in ${kind}`, { concurrency: false }, () => {
    let ready: AtForm;
    let page: Page;
    const ends = { tried: 0, filled: 0, "left as they were": 0, partial: 0 };
    before(async () => {
      ready = await setOutForForm(kind);
      page = await ready.browser.newPage();
    });
    after(async () => {
      for (const [name, value] of Object.entries(ends)) writeFigure("security", `redrawn forms ${name} in ${kind}`, value);
      await ready.close();
    });

    const one = async (redraw: (fields: HTMLInputElement[]) => void, delay: number): Promise<void> => {
      ready.practice.setWorld(ready.world);
      await takeAboard(ready);
      await page.goto("about:blank");
      await page.goto(dynamicsAddress(ready.world), { waitUntil: "domcontentloaded" });
      await openForm(page);
      await fillCard(page, 0);
      const all = JSON.stringify([ready.pair.clientId, ready.pair.secret]);
      const none = JSON.stringify(["", ""]);
      const held = async (): Promise<string> => {
        const { clientId, clientSecret } = await entered(page);
        return JSON.stringify([clientId, clientSecret]);
      };
      await page.evaluate(
        `globalThis.drawn = new Promise((done) => setTimeout(() => {
           (${redraw.toString()})([...document.querySelectorAll(".x4-window:not(.x4-hide-offsets) input")].filter(({ name }) => name.startsWith("client")));
           done();
         }, ${String(delay)})); undefined`,
      );
      await ready.helm.say({ Press: { button: "Fill" } });
      await page.evaluate("drawn");
      let was = "";
      let since = 0;
      const look = async (): Promise<{ values: string; step: string | undefined; told: boolean }> => {
        const now = (await ready.helm.say()).voyage?.now;
        const values = await held();
        const step = now?.title.key;
        const state = JSON.stringify([values, now?.note, now?.button, step]);
        if (state !== was) since = Date.now();
        was = state;
        // A whole pair speaks for itself; else there is a sentence, or the form is asked for anew.
        return { values, step, told: values === all || (now?.note ?? null) !== null || now?.button === "Fill" || now?.body.key === "cue_edit_credentials" };
      };
      const end = await until(`an end after ${String(delay)} ms`, async () => {
        const seen = await look();
        return Date.now() - since >= STILL ? seen : undefined;
      });
      ends.tried += 1;
      ends[end.values === all ? "filled" : end.values === none ? "left as they were" : "partial"] += 1;
      assert.ok(end.values === all || end.values === none, `after ${String(delay)} ms: ${end.values}`);
      assert.equal(end.step, end.values === all ? "step_save_credentials_title" : "step_fill_credentials_title", `after ${String(delay)} ms: ${was}`);
      assert.ok(end.told, `after ${String(delay)} ms the person is not told: ${was}`);
    };

    const redraws = Object.entries(REDRAWS);
    for (const [at, [what, redraw]] of redraws.entries()) {
      test(`never half a pair when the page ${what}`, async () => {
        // Each delay once, whatever the page does then; in full each with each.
        for (const [step, delay] of DELAYS.entries()) if (step % sized(redraws.length, 1) === at % sized(redraws.length, 1)) await one(redraw, delay);
      });
    }
  });
}
