/** Wasm that does not run: the panel says so without any, in under a second, with the way by hand; and the pair is wiped. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { ROOT } from "../../extension/build/root";
import { dynamicsAddress, fillCard, openForm, setOutForForm } from "../browser/at-form";
import { cardOn, middle } from "../browser/driver/card";
import { type Kind, launch } from "../browser/driver/launch";
import { until } from "../browser/driver/until";
import { stored } from "../browser/voyage";
import { writeFigure } from "../figures";
import { copyOfPackage } from "./damaged";
import { written } from "./said";
import { trapIn } from "./trap";
import { killWorker } from "./worker";

/** Cut off in the middle, as by a full disk. */
const half = (content: Buffer): Buffer => content.subarray(0, content.length / 2);

/** What stands in the panel for the eye, and what can be pressed there. */
const seen = (panel: Page): Promise<string> => panel.evaluate(() => document.body.innerText).catch(() => "");
const english = JSON.parse(readFileSync(join(ROOT, "extension/_locales/en/messages.json"), "utf8")) as Record<string, { message: string }>;
const says = (panel: Page, key: string): Promise<boolean> => seen(panel).then((text) => text.includes(english[key]?.message ?? "no such message"));

/** Milliseconds from the beginning of the panel's page to the sentence in it. */
function untilSaid(panel: Page, key: string): Promise<number> {
  return panel.evaluate(
    (sentence) =>
      new Promise<number>((done) => {
        const look = (): void => {
          if (document.body.innerText.includes(sentence)) done(Math.round(performance.now()));
          else setTimeout(look, 5);
        };
        look();
      }),
    english[key]?.message ?? "no such message",
  );
}

for (const kind of ["chromium", "firefox"] satisfies Kind[]) {
  for (const [part, key] of [["background", "panel_stopped_body"], ["panel", "panel_broken_body"]] as const) {
    test(`a damaged module of the ${part}, in ${kind}`, async () => {
      const copy = copyOfPackage(kind);
      copy.change(`${part}_bg.wasm`, half);
      const driven = await launch(kind, { extension: copy.folder });
      try {
        const panel = await driven.openPanel();
        await until("the sentence", () => says(panel, key), () => seen(panel));
        await until("the way by hand", () => says(panel, "stopped_by_hand"), () => seen(panel));
        // Not by the timer for a script that never came, but because somebody said so.
        assert.equal(await panel.evaluate(() => document.documentElement.dataset["wreck"]), part === "panel" ? "panel" : "core");
        await panel.reload({ timeout: 1500 }).catch(() => undefined);
        writeFigure("faults", `milliseconds from opening the panel to its sentence without the ${part}'s module, ${kind}`, await untilSaid(panel, key));
        assert.equal(await panel.$eval("#restart", (button) => button.checkVisibility()), true);
      } finally {
        await driven.close();
        copy.end();
      }
    });
  }

  test(`a module that breaks off with a pair on board, in ${kind}`, async () => {
    const copy = copyOfPackage(kind);
    // The module breaks off at the moment at which the pair is to be given to a form.
    copy.change("background_bg.wasm", (content) => trapIn(content, "core_redeem"));
    const form = await setOutForForm(kind, {}, { extension: copy.folder });
    try {
      const { panel, world, helm } = form;
      const page = await form.open(dynamicsAddress(world));
      await openForm(page);
      const { act } = await fillCard(page);
      assert.ok("pair" in (await stored(panel, "session")));
      const asked = Date.now();
      await page.mouse.click(...middle(act.rect));
      await until("the card that says so", async () => (await cardOn(page))?.title === english["stopped_title"]?.message);
      const took = Date.now() - asked;
      await until("the pair to be wiped", async () => !("pair" in (await stored(panel, "session"))));
      assert.deepEqual(await written(form.browser), []);
      writeFigure("faults", `milliseconds from a trap to its card, ${kind}`, took);
      // Whoever asks later is told as well.
      await panel.bringToFront();
      await until("the sentence in the panel", () => says(panel, "panel_stopped_body"), () => seen(panel));
      // The next worker is a whole one, and knows how far the journey is.
      assert.equal(await killWorker(form), 1);
      assert.ok((await helm.say()).voyage);
    } finally {
      await form.close();
      copy.end();
    }
  });
}
