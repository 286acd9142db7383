/** A press that moves the secret must be what a person meant; a page that disguises or covers the card gets nothing. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "puppeteer-core";
import { BROWSERS, drawn, open, type Stage } from "../test/stage";
import { frames, middle, press, pressed, see, settle, show } from "../test/see";

const BODY = `<table><tr><td>Marketo</td><td data-handle="1" style="width:240px">x7k***</td></tr></table>`;
const GUIDE = drawn({ button: { id: "Keep", text: "Keep it for Marketo" } });

/** What a hostile page does once the card is there. */
const HOSTILE: Record<string, (host: HTMLElement) => void> = {
  "fades the document": () => document.documentElement.style.setProperty("opacity", "0.5"),
  "filters the document": () => document.documentElement.style.setProperty("filter", "brightness(9)"),
  "clips the document": () => document.documentElement.style.setProperty("clip-path", "inset(40%)"),
  "moves the document aside": () => document.documentElement.style.setProperty("transform", "translateX(9px)"),
  "lays a popover over it that lets clicks through": () => {
    const lure = document.createElement("div");
    lure.popover = "manual";
    lure.style.cssText = "inset:0;width:100vw;height:100vh;pointer-events:none;margin:0";
    lure.append("Accept cookies?");
    document.body.append(lure);
    lure.showPopover();
  },
  "covers half of the button with a popover": () => {
    const box = document.querySelector("keyferry-guide")?.shadowRoot?.querySelector(".act")?.getBoundingClientRect();
    const lure = document.createElement("div");
    lure.popover = "manual";
    lure.style.cssText = `left:${(box?.left ?? 0) + 80}px;top:${box?.top ?? 0}px;width:300px;height:40px;margin:0`;
    document.body.append(lure);
    document.addEventListener("beforetoggle", (event) => event.stopImmediatePropagation(), true);
    // Wins the top back as often as the card does.
    const again = (left: number): void => {
      lure.hidePopover();
      lure.showPopover();
      if (left > 0) requestAnimationFrame(() => again(left - 1));
    };
    lure.showPopover();
    again(30);
  },
  "opens a modal dialog": () => {
    const dialog = document.createElement("dialog");
    dialog.append("Sure?");
    document.body.append(dialog);
    dialog.showModal();
  },
  "makes the host inert": (host) => (host.inert = true),
  "takes the host out of the top layer": (host) => {
    const keep = (left: number): void => {
      if (host.isConnected && host.matches(":popover-open")) host.hidePopover();
      if (left > 0) requestAnimationFrame(() => keep(left - 1));
    };
    keep(60);
  },
};

/** Things that honest portals do, and that must not be taken for an attack. */
const BENIGN: Record<string, { head?: string; act?: () => void }> = {
  "as it is": {},
  "in dark": { head: "<style>body{background:#111;color:#eee}</style>" },
  "with its own transforms, filters and opacities": { head: "<style>body{transform:translateX(1px);filter:grayscale(.2);opacity:.9}</style>" },
  "at 200 %": { head: "<style>html{zoom:2}</style>" },
  "with a high z-index bar": { head: "<style>body::after{content:'Cookies';position:fixed;inset:auto 0 0;height:80px;background:#ff8;z-index:2147483647}</style>" },
  "with a popover elsewhere": {
    act: () => {
      const tip = document.createElement("div");
      tip.popover = "manual";
      tip.style.cssText = "inset:auto 0 0 auto;width:100px;height:40px;margin:0";
      document.body.append(tip);
      tip.showPopover();
    },
  },
};

for (const kind of BROWSERS) {
  describe(`the gate in ${kind}`, { concurrency: false }, () => {
    let stage: Stage;
    before(async () => {
      stage = await open(kind);
    });
    after(() => stage.close());

    const shown = async (head = ""): Promise<Page> => {
      const page = await stage.page(BODY, { head, policy: "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-eval'" });
      await show(page, GUIDE);
      return page;
    };

    for (const [what, attack] of Object.entries(HOSTILE)) {
      test(`a page that ${what} gets nothing`, async () => {
        const page = await shown();
        const at = await middle(page, ".act");
        await run(page, attack);
        await settle(page);
        await page.mouse.click(...at);
        await frames(page, 2);
        assert.deepEqual(await pressed(page), []);
        await page.close();
      });
    }

    test("no style or animation of the page reaches the card", async () => {
      const page = await shown();
      const attack = (host: HTMLElement): void => {
        host.style.cssText = "opacity:0.01 !important;transform:scale(9) !important;filter:blur(9px) !important;display:none !important";
        host.animate([{ opacity: 0.01 }, { opacity: 0.01 }], { duration: 1e9, fill: "both" });
        for (const name of ["--paper", "--ink"]) document.documentElement.style.setProperty(name, "transparent");
      };
      await run(page, attack);
      const [opacity, transform, filter, paper] = await page.evaluate(() => {
        const host = document.querySelector("keyferry-guide");
        const card = host?.shadowRoot?.querySelector(".card");
        if (!host || !card) return [];
        const style = getComputedStyle(host);
        return [style.opacity, style.transform, style.filter, getComputedStyle(card).backgroundColor];
      });
      assert.deepEqual([opacity, transform, filter, paper], ["1", "none", "none", "rgb(255, 255, 255)"]);
    });

    for (const [what, { head, act }] of Object.entries(BENIGN)) {
      test(`a page ${what} gets its press`, async () => {
        const page = await shown(head);
        if (act) await page.evaluate(act);
        await frames(page, 3);
        await settle(page);
        await press(page, ".act");
        assert.deepEqual(await pressed(page), ["Keep"]);
        await page.close();
      });
    }

    test("a press right after the card appeared is too early, says so, and is heard the second time", async () => {
      const page = await stage.page(BODY);
      // The clock stands, so that the press is early however slow the machine is.
      await page.evaluate(() => {
        const now = performance.now();
        performance.now = () => now;
      });
      await show(page, GUIDE);
      await press(page, ".act");
      assert.deepEqual(await pressed(page), []);
      assert.match((await see(page)).note, /Press again/);
      await page.evaluate(() => Reflect.deleteProperty(performance, "now"));
      await settle(page);
      await press(page, ".act");
      assert.deepEqual(await pressed(page), ["Keep"]);
    });

    test("an event that no person made is not heard", async () => {
      const page = await shown();
      await settle(page);
      await page.evaluate(() => {
        const button = document.querySelector("keyferry-guide")?.shadowRoot?.querySelector<HTMLElement>(".act");
        button?.click();
        for (const event of ["pointerdown", "mousedown", "mouseup", "click"]) button?.dispatchEvent(new MouseEvent(event, { bubbles: true, composed: true }));
        button?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, composed: true }));
      });
      assert.deepEqual(await pressed(page), []);
    });
  });
}

/** Runs an attack of the table in the page. */
async function run(page: Page, attack: (host: HTMLElement) => void): Promise<void> {
  const host = await page.$("keyferry-guide");
  await host?.evaluate((element, source) => {
    // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- a function of this file, on its way into the page
    new Function("host", `(${source})(host)`)(element);
  }, attack.toString());
}
