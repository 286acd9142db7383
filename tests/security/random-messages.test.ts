/**
 * Ten thousand messages that nobody of ours sends, to each listener: nothing moves, no listener is lost, and the journey goes on. And twenty
 * times as many to the module's own reader.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import type { Page } from "puppeteer-core";
import init, { Core } from "@wasm/background";
import { dynamicsAddress, entered, fillCard, openForm, setOutForForm } from "../browser/at-form";
import { middle } from "../browser/driver/card";
import { ownPage } from "../browser/driver/launch";
import { until } from "../browser/driver/until";
import { stored } from "../browser/voyage";
import { sized, writeFigure } from "../figures";
import { Dice } from "./dice";
import { NOISE, NOWHERE } from "./noise";

const COUNT = 10_000;
const PORTS = 500;
/** So many go out at once. */
const CHUNK = 1000;
const NOW = Date.UTC(2027, 0, 1);

/** So many messages of a kind, as the same dice always make them; in JSON. */
function* made(kind: keyof typeof NOISE, count: number, seed: number): Generator<string> {
  const dice = new Dice(seed);
  for (let left = count; left > 0; left -= CHUNK) yield JSON.stringify(Array.from({ length: Math.min(left, CHUNK) }, () => NOISE[kind](dice)));
}

/** Has a page of the extension's send them to the background. */
async function toBackground(from: Page, address: string): Promise<void> {
  for (const messages of made("from a page", COUNT, 1)) {
    await from.evaluate((messages) => {
      const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
      return Promise.allSettled((JSON.parse(messages) as unknown[]).map((message) => api.runtime.sendMessage(message))).then(() => undefined);
    }, messages.replaceAll(NOWHERE, address));
  }
}

/** Has it say them over the panel's port, and over ports that nobody listens at. */
async function overPorts(from: Page): Promise<void> {
  for (const messages of made("from the panel", COUNT, 2)) {
    await from.evaluate((messages) => {
      const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
      const port = api.runtime.connect({ name: "panel" });
      for (const message of JSON.parse(messages) as unknown[]) port.postMessage(message);
      // What was said before a good-bye is heard.
      port.disconnect();
    }, messages);
  }
  for (const messages of made("from the panel", PORTS, 3)) {
    await from.evaluate((messages) => {
      const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
      for (const message of JSON.parse(messages) as unknown[]) {
        const port = api.runtime.connect({ name: JSON.stringify(message).slice(0, 80) });
        port.postMessage(message);
        port.disconnect();
      }
    }, messages);
  }
}

/** Has it send them to the documents of an origin, by the name that they give themselves. */
async function toPage(from: Page, origin: string, name: string): Promise<void> {
  for (const messages of made("to a page", COUNT, 4)) {
    await from.evaluate(
      async (messages, origin) => {
        const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
        const tabs = (await api.tabs.query({})).filter(({ url }) => url?.startsWith(origin));
        const send = (message: unknown): Promise<unknown>[] => tabs.map(({ id }) => api.tabs.sendMessage(id ?? -1, message));
        await Promise.allSettled((JSON.parse(messages) as unknown[]).flatMap(send));
      },
      messages.replaceAll('"document":"d"', `"document":${JSON.stringify(name)}`),
      origin,
    );
  }
}

/** The name that the document with the form gives itself: asked to look again, it says it to every page of the extension. */
function nameOf(from: Page, origin: string): Promise<string> {
  return from.evaluate(
    (origin) =>
      new Promise<string>((done) => {
        chrome.runtime.onMessage.addListener(({ document }: { document: string }) => {
          done(document);
        });
        void chrome.tabs.query({}).then((tabs) => {
          for (const { id, url } of tabs) if (url?.startsWith(origin)) void chrome.tabs.sendMessage(id ?? -1, { document: "", down: { look: true } });
        });
      }),
    origin,
  );
}

for (const kind of ["chromium", "firefox"] as const) {
  describe(`random messages in ${kind}`, { concurrency: false }, () => {
    test("nothing moves, and the journey goes on", async () => {
      const ready = await setOutForForm(kind);
      try {
        const practice = ready.own("practice/marketo/index.html");
        const own = await (kind === "chromium" ? ready.open(practice) : ownPage(ready.browser, practice));
        const page = await ready.open(dynamicsAddress(ready.world));
        await openForm(page);
        await fillCard(page);
        const rest = async (): Promise<unknown[]> => {
          const { voyage } = await ready.helm.say();
          return [await stored(ready.panel, "local"), await stored(ready.panel, "session"), await entered(page), voyage?.pair, voyage?.now];
        };
        const before = await rest();
        const origin = new URL(page.url()).origin;
        // In Firefox the panel is a tab here, and a document listens to no tab.
        const name = kind === "chromium" ? await nameOf(ready.panel, origin) : "d";
        for (const [what, storm] of Object.entries({
          "to the background": () => toBackground(own, practice),
          "over ports": () => overPorts(ready.panel),
          "to a page": () => toPage(ready.panel, origin, name),
        })) {
          await storm();
          assert.deepEqual(await rest(), before, what);
          writeFigure("security", `random messages ${what} in ${kind}`, COUNT);
        }
        await page.mouse.click(...middle((await fillCard(page)).act.rect));
        const { clientId, secret } = ready.pair;
        await until("both values", async () => {
          const form = await entered(page);
          return form.clientId === clientId && form.clientSecret === secret;
        });
        await until("the card that asks to save", async () => (await ready.helm.say()).voyage?.now?.body.key === "cue_save");
      } finally {
        await ready.close();
      }
    });
  });
}

test("the module's reader refuses what is no event, and nothing has happened then", async () => {
  await init({ module_or_path: readFileSync("out/wasm/background/background_bg.wasm") });
  const core = new Core("chrome-extension://own", undefined, undefined, false, undefined, NOW);
  const state = (): string => JSON.stringify([core.view(NOW), core.logbook(), core.record()]);
  core.handle({ Asked: { command: { Start: { journey: "online" } } } }, NOW);
  const before = state();
  const count = sized(200_000, 2_000_000);
  const dice = new Dice(5);
  let refused = 0;
  for (let at = 0; at < count; at += 1) {
    const noise = at % 2 === 0 ? { Asked: { command: NOISE["from the panel"](dice) } } : eventOf(NOISE["from a page"](dice));
    try {
      core.handle(noise, NOW);
    } catch (fault) {
      // An error would come from the module itself.
      assert.equal(typeof fault, "string", JSON.stringify(noise));
      refused += 1;
    }
    if (at % 1000 === 0) assert.equal(state(), before, JSON.stringify(noise));
  }
  assert.equal(state(), before);
  assert.ok(refused > count * 0.9, `${String(refused)} refused`);
  writeFigure("security", "random events to the reader", count);
  core.handle({ Asked: { command: { Weigh: { text: "x" } } } }, NOW);
  assert.notEqual(state(), before, "it still takes what is one");

  /** As the background would make it, but for its own checks. */
  function eventOf(message: unknown): unknown {
    const { document, up } = (message ?? {}) as { document?: unknown; up?: Record<string, unknown> };
    const place = { tab: 1, frame: 0, document };
    const [name = "", what] = Object.entries(up ?? {})[0] ?? [];
    if (name === "saw") return { Saw: { place, page: what } };
    if (name === "pressed") return { Pressed: { place, button: what } };
    const body = typeof what === "object" ? what : { what };
    return { [name === "taken" ? "Taken" : "Filled"]: { ...body, place } };
  }
});
