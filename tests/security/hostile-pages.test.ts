/** Pages that disguise, cover or move the card so that a person presses *Fill* unknowingly: none of them gets the pair. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Frame, Page } from "puppeteer-core";
import { type AtForm, dynamicsAddress, entered, fillCard, openForm, setOutForForm, takeAboard } from "../browser/at-form";
import { middle, offset } from "../browser/driver/card";
import { writeFigure } from "../figures";
import { AROUND, type Disguise, DISGUISES, type Manner, type Rect, wear } from "./disguises";

const MANNERS: Manner[] = ["static", "animated", "until the press"];
/** A person looks at what is there before pressing, in milliseconds: for longer than the card has to stand in plain sight. */
const LOOKS = 700;

for (const kind of ["chromium", "firefox"] as const) {
  describe(`hostile pages in ${kind}`, { concurrency: false }, () => {
    let ready: AtForm;
    let page: Page;
    const filled: string[] = [];
    let tried = 0;
    before(async () => {
      ready = await setOutForForm(kind);
      page = await ready.browser.newPage();
      await page.evaluateOnNewDocument(() => {
        const early: (() => void)[] = [];
        Object.assign(window, { early });
        const act = (): void => {
          for (const one of early) one();
        };
        addEventListener("pointerdown", act, true);
        // The page around a frame hears no press in it, but that the pointer comes.
        addEventListener("pointerover", ({ target }) => target instanceof HTMLIFrameElement && act(), true);
      });
    });
    after(async () => {
      writeFigure("security", `hostile pages tried in ${kind}`, tried);
      writeFigure("security", `hostile pages that got a fill in ${kind}`, filled.length);
      await ready.close();
    });

    /** The world and the extension as at first, and the form open in a new document. */
    const anew = async (framed: boolean): Promise<Frame> => {
      ready.practice.setWorld(ready.world);
      await takeAboard(ready);
      await page.goto("about:blank");
      const address = dynamicsAddress(ready.world);
      await page.goto(framed ? address.replace("#DY0A1", "practice/frame.html") : address, { waitUntil: "domcontentloaded" });
      if (!framed) {
        await openForm(page);
        return page.mainFrame();
      }
      await page.evaluate((src) => {
        document.body.replaceChildren();
        const frame = document.createElement("iframe");
        Object.assign(frame, { src });
        frame.style.cssText = "position:fixed;inset:0;width:100%;height:100%;border:0";
        document.body.append(frame);
      }, address);
      const inner = await page.waitForFrame((frame) => frame !== page.mainFrame() && frame.url() === address);
      await openForm(inner);
      return inner;
    };

    const attack = async (name: string, make: Disguise, manner: Manner, framed: boolean): Promise<void> => {
      tried += 1;
      const frame = await anew(framed);
      const { act } = await fillCard(page, 100);
      const [left, top] = await offset(frame);
      const button: Rect = [act.rect[0] - left, act.rect[1] - top, act.rect[2], act.rect[3]];
      await page.evaluate(`(${wear.toString()})(${make.toString()}, ${JSON.stringify(manner)}, ${JSON.stringify(framed ? act.rect : button)})`);
      await page.evaluate((looks) => new Promise((done) => setTimeout(done, looks)), LOOKS);
      await page.mouse.click(...middle(act.rect));
      // The background answers one after the other: what the press brought about has happened before this answer.
      const view = await ready.helm.say();
      const { clientId, clientSecret } = await entered(frame);
      if (clientId + clientSecret !== "") filled.push(name);
      assert.deepEqual([clientId, clientSecret], ["", ""], name);
      assert.equal(view.voyage?.pair?.client_id, ready.pair.clientId, "the pair is still on board");
    };

    for (const manner of MANNERS) {
      for (const [name, make] of Object.entries(DISGUISES)) test(`${name}, ${manner}`, () => attack(`${name}, ${manner}`, make, manner, false));
      for (const [name, make] of Object.entries(AROUND)) test(`${name}, ${manner}`, () => attack(`${name}, ${manner}`, make, manner, true));
    }
  });
}
