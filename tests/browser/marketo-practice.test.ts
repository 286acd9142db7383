/** The practice Marketo by itself: it has to behave as Ext does, or what is tested on it proves nothing. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Frame, Page } from "puppeteer-core";
import { addSecret } from "../../www/practice/azure-acts";
import { applyPreset } from "../../www/practice/presets";
import { type App, CHECKS, newWorld, type Settings, type World } from "../../www/practice/world";
import { type Driven, type Kind, launch } from "./driver/launch";

/** The one open window of Ext 4: a closed one may still stand far outside. */
const WINDOW = ".x4-window:not(.x4-hide-offsets)";
const DYNAMICS = "https://app-ab12.marketo.com/#DY0A1";

/** An extension that does nothing: the practice is tested without ours. */
function idleExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), "keyferry-idle-"));
  const id = { gecko: { id: "idle@keyferry.example" } };
  writeFileSync(join(folder, "manifest.json"), JSON.stringify({ manifest_version: 3, name: "Idle", version: "1", browser_specific_settings: id }));
  return folder;
}

/** A world in which the Azure half is done and the sync is off, and the secret that was made in it. */
function prepared(settings: Partial<Settings> = {}): { world: World; app: App; secret: string } {
  const granted = applyPreset(applyPreset(newWorld(), "consent"), "sync-off");
  const app = granted.apps[0] ?? assert.fail();
  const expires = new Date(Date.now() + 86_400_000).toISOString();
  const { world, secret } = addSecret(granted, app.clientId, { description: "practice", expires });
  return { world: { ...world, settings: { ...world.settings, delay: 0, ...settings } }, app, secret: secret.value };
}

for (const kind of ["chromium", "firefox"] satisfies Kind[]) {
  describe(`practice Marketo in ${kind}`, () => {
    const extension = idleExtension();
    let driven: Driven;
    before(async () => {
      driven = await launch(kind, { extension });
    });
    after(async () => {
      await driven.close();
      rmSync(extension, { recursive: true });
    });

    const open = async (world: World, url = DYNAMICS): Promise<Page> => {
      driven.practice.setWorld(world);
      return driven.open(url);
    };

    test("Save wakes when both values are typed, and sends them and nothing else", async () => {
      const { world, app, secret } = prepared();
      const page = await open(world);
      await press(page, ".mktSection .x-btn-text");
      await save(page, "asleep");
      await type(page, `${WINDOW} input[name=clientId]`, app.clientId);
      await type(page, `${WINDOW} input[name=clientSecret]`, secret);
      await save(page, "awake");
      await press(page, `${WINDOW} .mktButtonPositive button`);
      await page.waitForSelector(".x4-window.x4-hide-offsets");
      assert.deepEqual(driven.practice.world().marketo, { ...world.marketo, clientId: app.clientId, clientSecret: secret });
      await page.close();
    });

    test("a value put in without an event is not noticed", async () => {
      const { world, app, secret } = prepared();
      const page = await open(world);
      await press(page, ".mktSection .x-btn-text");
      const field = await page.waitForSelector(`${WINDOW} input[name=clientId]`);
      await field?.evaluate((input, value) => (input.value = value), app.clientId);
      await type(page, `${WINDOW} input[name=clientSecret]`, secret);
      // The form has looked at the secret, and still takes the client ID for empty.
      await page.waitForSelector(`${WINDOW} input[name=clientSecret]:not(.x4-form-empty-field)`);
      await save(page, "asleep");
      await type(page, `${WINDOW} input[name=clientId]`, " ");
      await save(page, "awake");
      await page.close();
    });

    test("the window opens anew with what is saved, never with a secret", async () => {
      const { world, app, secret } = prepared();
      const page = await open(world);
      for (const typed of [app.clientId, ""]) {
        await press(page, ".mktSection .x-btn-text");
        await type(page, `${WINDOW} input[name=clientId]`, typed);
        await type(page, `${WINDOW} input[name=clientSecret]`, secret);
        await press(page, `${WINDOW} .mktButtonPositive button`);
        await page.waitForSelector(".x4-window.x4-hide-offsets");
        assert.equal(driven.practice.world().marketo.clientId, app.clientId);
        assert.deepEqual(await page.$$eval(".x4-window input[type=password]", (inputs) => inputs.map((input) => input.value)), [world.marketo.password, ""]);
      }
      await page.close();
    });

    for (const marketoValidate of ["tab", "window"] as const) {
      test(`the seven checks tell a good secret from a bad one (${marketoValidate})`, async () => {
        const { world, app, secret } = prepared({ marketoValidate });
        const page = await open(world);
        const form = marketoValidate === "tab" ? ".mktWizard" : WINDOW;
        await press(page, ".x-tab-strip li:nth-child(2) a");
        for (const [value, mark] of [[secret, "check.png"], ["nonsense", "delete.png"]] as const) {
          await fresh(page, `${form} input[name=clientId]`, app.clientId);
          await fresh(page, `${form} input[name=clientSecret]`, value);
          await press(page, `${form} .mktButtonPositive button`);
          await page.waitForFunction((all) => document.querySelectorAll(".mktValidate tr").length === all, {}, CHECKS.length);
          const marks = await page.$$eval(".mktValidate img", (images) => images.map((image) => image.getAttribute("src") ?? ""));
          assert.deepEqual(marks, CHECKS.map((id) => `images/${id === "credentials" ? mark : "check.png"}`));
          await press(page, `${form} .mktButtonPositive button`);
          await page.waitForFunction(() => document.querySelector(".mktValidate") === null);
          if (marketoValidate === "window") await press(page, ".mktWizard .mktButtonPositive button");
        }
        await page.close();
      });
    }

    test("one button switches the sync off and on, and may ask first", async () => {
      const { world } = prepared({ marketoConfirm: true });
      const page = await open(world);
      for (const [sync, label] of [["on", "Disable Sync"], ["off", "Enable Sync"]] as const) {
        await press(page, "#enableSync button");
        await press(page, ".x-window-dlg .mktButtonPositive button");
        await page.waitForFunction((text) => document.querySelector("#enableSync button")?.textContent === text, {}, label);
        assert.equal(driven.practice.world().marketo.sync, sync);
      }
      assert.equal(await page.$eval(".x-window-dlg", (box) => getComputedStyle(box).visibility), "hidden");
      await page.close();
    });

    test("in the Adobe shell the fragment goes through every frame, both ways", async () => {
      const { world } = prepared({ marketoInner: "app" });
      const page = await open(world, "https://experience.adobe.com/#/@contoso/so:123-ABC-456/marketo-engage/classic/DY0A1");
      const inner = await frameWith(page, "app-ab12.marketo.com", "#enableSync");
      assert.equal(await page.$eval("iframe", (frame) => frame.name), "Main Content");
      await press(inner, ".x-tree-node-el[ext\\:tree-node-id=LN0A1] a");
      await page.waitForFunction(() => location.hash.endsWith("/marketo-engage/classic/LN0A1"));
      await page.evaluate(() => (location.hash = location.hash.replace("LN0A1", "DY0A1")));
      await frameWith(page, "app-ab12.marketo.com", "#enableSync");
      await page.close();
    });

    test("the practice page sets the looks and shows what others do", async () => {
      const page = await open(prepared().world, "https://practice.keyferry.example/");
      await press(page, "#marketoLanguage-de");
      const marketo = await driven.open(DYNAMICS);
      await marketo.waitForFunction(() => document.querySelector("#enableSync button")?.textContent === "Synchronisierung aktivieren");
      await marketo.close();
      await press(page, "#preset-fresh");
      await page.waitForFunction(() => document.querySelector(".state")?.textContent.includes("Appsnone") ?? false);
      driven.practice.setWorld(applyPreset(driven.practice.world(), "never-synced"));
      await page.waitForFunction(() => document.querySelector(".state")?.textContent.includes("never connected") ?? false);
      await page.close();
    });

    test("no page strains against its own strict policy", async () => {
      const page = await driven.browser.newPage();
      const complaints: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(`${page.url()}: ${message.text()}`);
      });
      page.on("pageerror", (error) => complaints.push(String(error)));
      driven.practice.setWorld(prepared().world);
      const marketo = ["MM0A1", "AD0A1", "DY0A1", "CR0A1", "DE0A1", "LN0A1", "SF0A1", "MW0A1"].map((token) => `https://engage-ab.marketo.com/?munchkinId=123-ABC-456#/classic/${token}`);
      for (const url of [...marketo, "https://experience.adobe.com/", "https://practice.keyferry.example/"]) {
        await page.goto("about:blank");
        await page.goto(url);
        await page.waitForSelector(".x-tab-panel, iframe, fieldset");
      }
      assert.deepEqual(complaints, []);
      await page.close();
    });
  });
}

/** Presses with the mouse what is to be seen and can be pressed. */
async function press(where: Page | Frame, selector: string): Promise<void> {
  const element = await where.waitForSelector(`${selector}:not(:disabled)`, { visible: true });
  await element?.click();
}

async function type(page: Page, selector: string, text: string): Promise<void> {
  await press(page, selector);
  await page.keyboard.type(text);
}

/** Types over what is there. */
async function fresh(page: Page, selector: string, text: string): Promise<void> {
  const field = await page.waitForSelector(selector, { visible: true });
  await field?.click({ count: 3 });
  await page.keyboard.type(text);
}

async function save(page: Page, state: "asleep" | "awake"): Promise<void> {
  await page.waitForSelector(`${WINDOW} .mktButtonPositive button${state === "awake" ? ":enabled" : ":disabled"}`);
}

async function frameWith(page: Page, host: string, selector: string): Promise<Frame> {
  const frame = await page.waitForFrame((one) => URL.canParse(one.url()) && new URL(one.url()).host === host);
  await frame.waitForSelector(selector);
  return frame;
}
