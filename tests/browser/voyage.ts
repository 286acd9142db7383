/** One journey in one browser, from the panel's first button to the sync being on again. */
import assert from "node:assert/strict";
import type { Page } from "puppeteer-core";
import { applyPreset, type Preset } from "../../www/practice/presets";
import { type App, FIRST_SETTINGS, newWorld, type Settings, type World } from "../../www/practice/world";
import { follow, type Manner } from "./admin";
import { type Driven, type Kind, launch } from "./driver/launch";
import { until } from "./driver/until";

/** A browser with a journey begun in it. */
export type Voyage = Driven & {
  panel: Page;
  /** The world before anything was done. */
  before: World;
};

/** The journey, how the portals look, and what has been done in them before. */
export type Start = { journey?: string; settings?: Partial<Settings>; presets?: readonly Preset[]; headed?: boolean; begins?: (voyage: Voyage) => Promise<void> };

/** Starts a browser and, in the panel, a journey. */
export async function setOut(kind: Kind, { journey = "online", settings = {}, presets = [], headed = false, begins }: Start = {}): Promise<Voyage> {
  const driven = await launch(kind, { headed });
  try {
    driven.practice.setWorld(begin(settings, presets));
    const before = driven.practice.world();
    const panel = await driven.openPanel();
    await press(panel, `[aria-describedby="journey-${journey}"]`);
    if (begins) {
      await begins({ ...driven, panel, before });
      return { ...driven, panel, before };
    }
    await until("the panel's way to Azure", () => panel.evaluate(() => document.querySelector(".now .filled") !== null));
    await press(panel);
    await until("the portal's tab", async () => (await driven.browser.pages()).some((page) => page.url().includes("portal.azure.com")));
    return { ...driven, panel, before };
  } catch (error) {
    await driven.close();
    throw error;
  }
}

function begin(settings: Partial<Settings>, presets: readonly Preset[]): World {
  // A culture whose dates can be read in one way only, whatever day it is: others leave day and month open in the first days of a month.
  const fresh = newWorld({ ...FIRST_SETTINGS, culture: "sv-SE", ...settings });
  return presets.reduce((world, preset) => applyPreset(world, preset), fresh);
}

/** Does something in a voyage that ends with it, however it goes. */
export async function during(kind: Kind, start: Start, act: (voyage: Voyage) => Promise<void>): Promise<void> {
  const voyage = await setOut(kind, start);
  try {
    await act(voyage);
  } finally {
    await voyage.close();
  }
}

/**
 * Presses a button of the panel with the mouse: the filled one, unless said otherwise; looks again where the panel is drawn anew
 * at that moment. A panel behind another tab draws no frames to wait for.
 */
export function press(panel: Page, selector = ".filled"): Promise<void> {
  return panel.locator(selector).setWaitForStableBoundingBox(false).click();
}

/** Follows the cards to the end; the admin knows where Marketo is, which Keyferry cannot. */
export async function sail(voyage: Voyage, manner: Manner = {}): Promise<string[]> {
  const ended = (): Promise<boolean> => arrived(voyage.panel);
  return follow(voyage.browser, { marketo: marketoAddress(voyage.before), ended, ...manner });
}

/** Whether the panel says that all is done. */
function arrived(panel: Page): Promise<boolean> {
  return panel.evaluate(() => document.querySelector("main h2")?.textContent.includes("You are across") === true);
}

/** Where this world's Marketo is opened. */
export function marketoAddress({ settings, marketo }: World): string {
  return settings.marketoShell === "adobe"
    ? `https://experience.adobe.com/#/@contoso/so:${marketo.munchkinId}/marketo-engage/classic/MM0A1`
    : `https://app-${marketo.pod}.marketo.com/`;
}

/** Asks the simulator whether everything is as it should be, and the extension whether it has forgotten the secret. */
export async function assertArrived({ practice, panel, before }: Voyage): Promise<void> {
  const { apps, marketo } = practice.world();
  const app = apps.at(-1);
  const secret = app?.secrets.at(-1)?.value ?? "";
  assert.ok(app && secret.length > 30, "an app with a secret was made");
  assertPairOf(practice.world(), app.clientId);
  assertUntouched(marketo, before.marketo);
  assertGreen(marketo);
  await assertForgotten({ practice, panel }, secret);
  await assertRemembered(panel, app);
}

/** What nobody thinks of in a year is listed: the connection, with the day that stood in the secret's row. */
async function assertRemembered(panel: Page, { name, secrets }: App): Promise<void> {
  const day = new Date(secrets.at(-1)?.expires ?? "").toLocaleDateString("sv-SE");
  const listed = (): Promise<(string | null | undefined)[]> =>
    panel.$$eval(".connection", (all) => all.map((one) => `${one.querySelector("h3")?.textContent ?? ""}: ${one.querySelector("a[download]")?.getAttribute("download") ?? ""}`));
  // In Firefox the panel is a tab, and one that nobody sees does not ask an ended background for news.
  await panel.bringToFront();
  await until("the connection in the panel", async () => (await listed()).length > 0);
  assert.deepEqual(await listed(), [`${name}: client-secret-${day}.ics`]);
}

/** What only the admin types is as it was. */
export function assertUntouched(now: World["marketo"], before: World["marketo"]): void {
  const own = ({ username, password, url }: World["marketo"]): string[] => [username, password, url];
  assert.deepEqual(own(now), own(before));
}

/** The sync is on, after seven checks of seven. */
export function assertGreen(marketo: World["marketo"]): void {
  assert.equal(marketo.sync, "on");
  assert.deepEqual(marketo.checks.map(({ passed }) => passed), Array(7).fill(true));
}

/** The extension has asked nothing of anybody and holds no secret any more. */
export async function assertForgotten({ practice, panel }: Pick<Voyage, "practice" | "panel">, secret: string): Promise<void> {
  assert.ok(secret.length > 30, "there was a secret");

  // Whatever the extension asked of anybody would carry its origin, also past a policy that let it through.
  const ours = practice.requests().filter(({ origin, referer }) => `${origin ?? ""} ${referer ?? ""}`.includes("-extension:"));
  assert.deepEqual(ours, [], "the extension asks nothing of anybody");
  await until("the pair to be wiped", async () => Object.keys(await stored(panel, "session")).length === 0);
  assert.doesNotMatch(JSON.stringify(await stored(panel, "local")), new RegExp(secret.slice(0, 8).replace(/[.~]/g, "\\$&")));
}

/** Marketo holds this app's client ID, and its newest secret. */
export function assertPairOf({ apps, marketo }: World, clientId: string): void {
  assert.equal(marketo.clientId, clientId);
  assert.equal(marketo.clientSecret, apps.find((app) => app.clientId === clientId)?.secrets.at(-1)?.value);
}

/** The address of a page of one app. */
export function appAddress(clientId: string, item = "Overview"): string {
  return `https://portal.azure.com/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/${item}/appId/${clientId}/isMSAApp~/false`;
}

/** Everything that one of the extension's storage areas holds. */
export function stored(panel: Page, area: "local" | "session"): Promise<Record<string, unknown>> {
  return panel.evaluate((area) => {
    const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
    return api.storage[area].get(null);
  }, area);
}
