/** What honest portals, browsers and people do must not be taken for an attack: on each of these pages one press fills the form. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Frame, Page } from "puppeteer-core";
import { type AtForm, dynamicsAddress, entered, fillCard, marketoFrame, openForm, setOutForForm, takeAboard } from "../browser/at-form";
import { middle } from "../browser/driver/card";
import { until } from "../browser/driver/until";
import type { Settings } from "../../www/practice/world";
import { writeFigure } from "../figures";

/** What is out of the ordinary. */
type Benign = {
  /** A style sheet of the page. */
  style?: string;
  /** What the page does once the card is there. */
  act?: (frame: Frame) => Promise<unknown>;
  settings?: Partial<Settings>;
  zoom?: number;
  size?: [width: number, height: number];
  media?: { name: string; value: string }[];
  /** There is no room for the card beside the form: the person asks for it by the keyboard. */
  folds?: boolean;
};

const box = (style: string, popover = false) => (frame: Frame): Promise<unknown> =>
  frame.evaluate(
    (style, popover) => {
      const element = document.createElement("div");
      element.style.cssText = `margin:0;background:#ffd;border:1px solid;padding:8px;${style}`;
      element.append("The settings were saved.");
      if (popover) element.popover = "manual";
      document.body.append(element);
      if (popover) element.showPopover();
    },
    style,
    popover,
  );

const BENIGN: Record<string, Benign> = {
  "as it is": {},
  "in the Adobe shell": { settings: { marketoShell: "adobe" } },
  "in the Adobe shell, in two frames": { settings: { marketoShell: "adobe", marketoInner: "app" } },
  "in German": { settings: { marketoLanguage: "de" } },
  "at 50 %": { zoom: 0.5 },
  "at 75 %": { zoom: 0.75 },
  "at 125 %": { zoom: 1.25 },
  "at 150 %": { zoom: 1.5 },
  "at 200 %": { zoom: 2, folds: true },
  "at 300 %": { zoom: 3, folds: true },
  "with a zoom of its own": { style: "html{zoom:1.1}" },
  "in a small window": { size: [800, 600] },
  "in a narrow window": { size: [560, 900] },
  "in forced colours": { media: [{ name: "forced-colors", value: "active" }] },
  "with reduced motion": { media: [{ name: "prefers-reduced-motion", value: "reduce" }] },
  "with more contrast": { media: [{ name: "prefers-contrast", value: "more" }] },
  "in dark": { media: [{ name: "prefers-color-scheme", value: "dark" }], style: "html{color-scheme:dark} body{background:#111;color:#eee}" },
  "from right to left": { act: (frame) => frame.evaluate(() => (document.documentElement.dir = "rtl")) },
  "scrolled": { style: "body{min-height:3000px}", act: (frame) => frame.evaluate(() => scrollTo({ top: 40, behavior: "instant" })) },
  "that scrolls smoothly": { style: "html{scroll-behavior:smooth} body{min-height:3000px}" },
  "with a cookie bar": { act: box("position:fixed;inset:auto 0 0;height:60px;z-index:2147483647") },
  "with a sticky header": { act: box("position:sticky;top:0;z-index:9999;order:-1") },
  "with a pane at the side": { act: box("position:fixed;inset:0 0 0 auto;width:120px;z-index:2147483647") },
  "with a dialog beside": {
    act: (frame) =>
      frame.evaluate(() => {
        const dialog = document.createElement("dialog");
        dialog.style.cssText = "position:fixed;inset:4px auto auto 4px;margin:0";
        dialog.append("What is new?");
        document.body.append(dialog);
        dialog.show();
      }),
  },
  "with a toast in the top layer": { act: box("inset:auto 8px 8px auto;width:160px;box-shadow:0 4px 16px #0006", true) },
  "with transitions on everything": { style: "*{transition:all .3s}" },
  "with a body that is slightly faded and filtered": { style: "body{opacity:.95;filter:grayscale(.1)}" },
  "with a body in a layer of its own": { style: "body{transform:translateZ(0);will-change:transform;isolation:isolate}" },
  "with a spinner": { style: "@keyframes turn{to{rotate:1turn}} body::after{content:'';position:fixed;inset:8px auto auto 50%;width:16px;height:16px;border:2px dotted;border-radius:50%;animation:turn 1s infinite}" },
  "that changes all the while": {
    act: (frame) =>
      frame.evaluate(() => {
        const clock = document.createElement("time");
        document.body.append(clock);
        setInterval(() => (clock.textContent = String(Date.now())), 40);
      }),
  },
  "with a picture in a frame": {
    act: (frame) =>
      frame.evaluate(() => {
        const inner = document.createElement("iframe");
        inner.style.cssText = "position:fixed;left:0;bottom:0;width:90px;height:60px";
        document.body.append(inner);
      }),
  },
};

for (const kind of ["chromium", "firefox"] as const) {
  describe(`benign pages in ${kind}`, { concurrency: false }, () => {
    let ready: AtForm;
    let page: Page;
    let tried = 0;
    let filled = 0;
    before(async () => {
      ready = await setOutForForm(kind);
      page = await ready.browser.newPage();
    });
    after(async () => {
      writeFigure("security", `benign pages tried in ${kind}`, tried);
      writeFigure("security", `benign pages blocked in ${kind}`, tried - filled);
      await ready.close();
    });

    for (const [what, { style, act, settings = {}, zoom = 1, size, media, folds }] of Object.entries(BENIGN)) {
      // Firefox takes none of them from its driver but by a style sheet, which is another thing.
      if (kind === "firefox" && media?.some(({ name }) => name !== "prefers-color-scheme")) continue;
      test(`a page ${what} is filled by one press`, async () => {
        tried += 1;
        const world = { ...ready.world, settings: { ...ready.world.settings, ...settings } };
        ready.practice.setWorld(world);
        await takeAboard(ready);
        await page.goto("about:blank");
        if (size) await page.setViewport({ width: size[0], height: size[1] });
        if (kind === "chromium") await emulate(page, media ?? []);
        await page.goto(dynamicsAddress(world), { waitUntil: "domcontentloaded" });
        await magnify(ready.panel, zoom);
        const frame = await marketoFrame(page);
        if (style !== undefined) await adopt(frame, style);
        await openForm(frame);
        if (folds) await chord(page, "Alt", "Shift", "KeyK");
        await fillCard(page, 0);
        await act?.(frame);
        if (folds) {
          // Where there is little room the card scrolls inside.
          await page.mouse.move(...middle((await fillCard(page, 0)).rect));
          await page.mouse.wheel({ deltaY: 600 });
        }
        const card = await fillCard(page);
        await page.mouse.click(...middle(card.act.rect));
        const { clientId, secret } = ready.pair;
        await until("both values", async () => {
          const { clientId: id, clientSecret } = await entered(frame);
          return id === clientId && clientSecret === secret;
        }, async () => JSON.stringify([(await fillCard(page, 0)).note, await entered(frame)]), 4000);
        filled += 1;
        const { username, password, url } = await entered(frame);
        assert.deepEqual([username, password, url], [world.marketo.username, world.marketo.password, world.marketo.url]);
        if (size) await page.setViewport(null);
      });
    }
  });
}

/** Holds keys down in order and lets them go again. */
async function chord(page: Page, ...keys: ("Alt" | "Shift" | "KeyK")[]): Promise<void> {
  for (const key of keys) await page.keyboard.down(key);
  for (const key of keys.reverse()) await page.keyboard.up(key);
}

/** Gives the page a style sheet. */
function adopt(frame: Frame, style: string): Promise<void> {
  return frame.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, style);
}

/** The browser's own zoom of the tab in front. */
function magnify(panel: Page, zoom: number): Promise<void> {
  return panel.evaluate(async (zoom) => {
    const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
    const tabs = await api.tabs.query({ active: true, lastFocusedWindow: true });
    for (const { id } of tabs) if (id !== undefined) await api.tabs.setZoom(id, zoom);
  }, zoom);
}

async function emulate(page: Page, features: { name: string; value: string }[]): Promise<void> {
  const session = await page.createCDPSession();
  await session.send("Emulation.setEmulatedMedia", { features });
}
