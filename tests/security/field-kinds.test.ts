/** Twelve kinds of field that a portal may ask for the secret with: its value is exact in the end, or there is a sentence why not. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "puppeteer-core";
import { type AtForm, dynamicsAddress, openForm, setOutForForm, takeAboard } from "../browser/at-form";
import { until } from "../browser/driver/until";
import { writeFigure } from "../figures";

/** Makes Marketo's field for the secret one of another kind. In the page, so it may use nothing from outside of it. */
type Change = (field: HTMLInputElement) => void;

/** The kinds, and what is to come of each. */
const KINDS: Record<string, [end: "exact" | "refused", change: Change]> = {
  "a password field of Ext 4": ["exact", () => undefined],
  "a text field": ["exact", (field) => (field.type = "text")],
  "one that takes no suggestions": ["exact", (field) => Object.assign(field, { autocomplete: "new-password", spellcheck: false })],
  "one with room for 64": ["exact", (field) => (field.maxLength = 64)],
  "one that is put back by a frame's end unless its events came": [
    "exact",
    (field) => {
      // As a controlled field of React's: it shows what its state holds.
      let state = "";
      field.addEventListener("input", () => (state = field.value));
      setInterval(() => {
        if (field.value !== state) field.value = state;
      }, 16);
    },
  ],
  "one that listens on the way down, at the window": [
    "exact",
    (field) => {
      let state = "";
      addEventListener("input", (event) => (state = event.composedPath()[0] === field ? field.value : state), true);
      setInterval(() => {
        if (field.value !== state) field.value = state;
      }, 16);
    },
  ],
  "one with a mask that lets everything through": ["exact", (field) => field.addEventListener("input", () => (field.value = field.value.replace(/\s/g, "")))],
  "one that is locked until it has the focus": [
    "refused",
    (field) => {
      field.readOnly = true;
      field.addEventListener("focus", () => (field.readOnly = false));
    },
  ],
  "one that was locked and is not any more": [
    "exact",
    (field) => {
      field.disabled = true;
      setTimeout(() => (field.disabled = false), 300);
    },
  ],
  "one inside a custom element": [
    "exact",
    (field) => {
      const shell = document.createElement("mk-text-field");
      const inner = document.createElement("input");
      inner.type = "password";
      inner.ariaLabel = "Client Secret";
      shell.attachShadow({ mode: "open" }).append(inner);
      field.replaceWith(shell);
    },
  ],
  "one with an editable twin beside it": [
    "exact",
    (field) => {
      const twin = document.createElement("div");
      twin.contentEditable = "true";
      field.addEventListener("input", () => (twin.textContent = "•".repeat(field.value.length)));
      field.after(twin);
    },
  ],
  "one that makes capitals of it": ["refused", (field) => field.addEventListener("input", () => (field.value = field.value.toUpperCase()))],
  "one that cuts it short": ["refused", (field) => field.addEventListener("change", () => (field.value = field.value.slice(0, 20)))],
  "one that empties itself": ["refused", (field) => field.addEventListener("blur", () => setTimeout(() => (field.value = ""), 30))],
};

/** Three tries of the hand take less, in milliseconds. */
const ANSWER = 2000;

for (const kind of ["chromium", "firefox"] as const) {
  describe(`kinds of field in ${kind}`, { concurrency: false }, () => {
    let ready: AtForm;
    let page: Page;
    const ends = { exact: 0, refused: 0 };
    before(async () => {
      ready = await setOutForForm(kind);
      page = await ready.browser.newPage();
    });
    after(async () => {
      for (const [name, value] of Object.entries(ends)) writeFigure("security", `kinds of field ${name} in ${kind}`, value);
      await ready.close();
    });

    /** What the field holds, wherever it is. */
    const secret = (): Promise<string> =>
      page.evaluate(() => {
        const outside = document.querySelector<HTMLInputElement>(".x4-window input[name=clientSecret]");
        return (outside ?? document.querySelector("mk-text-field")?.shadowRoot?.querySelector("input"))?.value ?? "";
      });
    const clientId = (): Promise<string> => page.$eval(".x4-window input[name=clientId]", (field) => field.value);

    for (const [what, [end, change]] of Object.entries(KINDS)) {
      test(`${what} is ${end}`, async () => {
        ready.practice.setWorld(ready.world);
        await takeAboard(ready);
        await page.goto("about:blank");
        await page.goto(dynamicsAddress(ready.world), { waitUntil: "domcontentloaded" });
        await openForm(page);
        await page.evaluate(`(${change.toString()})(document.querySelector(".x4-window:not(.x4-hide-offsets) input[name=clientSecret]")); undefined`);
        const press = async (): Promise<string | undefined> => {
          const before = await ready.helm.say({ Press: { button: "Fill" } });
          return before.voyage?.now?.note?.key;
        };
        if (end === "exact") {
          // A form that changes under the press is left as it is, and the press is asked for again; not before the hand has answered.
          let pressed = 0;
          await until(
            "the step that follows",
            async () => {
              const now = (await ready.helm.say()).voyage?.now;
              if (now?.button === "Fill" && Date.now() - pressed > ANSWER) {
                pressed = Date.now();
                await press();
              }
              return now?.body.key === "cue_save";
            },
            async () => JSON.stringify([(await ready.helm.say()).voyage?.now, await clientId()]),
          );
          assert.deepEqual([await clientId(), await secret()], [ready.pair.clientId, ready.pair.secret]);
        } else {
          // The card may not offer it at all: then it says what to look for. If it does, a press ends with the reason.
          const note = await until("a sentence", async () => {
            const now = (await ready.helm.say()).voyage?.now;
            if (now?.note?.key.startsWith("fault_") === true) return now.note.key;
            if (now?.button === "Fill") await press();
            return now?.button === null && now.body.key !== "cue_save" ? now.body.key : undefined;
          });
          assert.match(note, /^(fault|cue)_/);
          await until("both as they were", async () => (await clientId()) + (await secret()) === "", async () => JSON.stringify([await clientId(), await secret()]));
        }
        ends[end] += 1;
      });
    }
  });
}
