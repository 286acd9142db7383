/**
 * After each ending nothing of the secret is left: in the browser's profile, in what the worker and the panel still reach, in
 * the console, among the errors, in the addresses that were asked for. A secret of another shape is left on purpose in each
 * of these, so that a scanner that finds nothing is known to look.
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import type { CDPSession, Page } from "puppeteer-core";
import { ROOT } from "../../extension/build/root";
import { SIGN_INS } from "../../extension/generated/core";
import { addSecret } from "../../www/practice/azure-acts";
import { applyPreset } from "../../www/practice/presets";
import { FIRST_SETTINGS, newWorld, type World } from "../../www/practice/world";
import { TOKEN } from "../../www/server/token";
import { follow } from "../browser/admin";
import { dynamicsAddress, fillCard, openForm } from "../browser/at-form";
import { cardOn, middle } from "../browser/driver/card";
import { type Driven, type Kind, launch, type Options } from "../browser/driver/launch";
import { asBrowser, FIREFOX_ID } from "../browser/driver/privileged";
import { scratch } from "../browser/driver/tidy";
import { until } from "../browser/driver/until";
import { takeHelm } from "../browser/helm";
import { press, stored } from "../browser/voyage";
import { killWorker, workers } from "../faults/worker";
import { writeFigure } from "../figures";
import { makeSecret } from "../pages/secrets";
import { heapOf, WHOLE_STRINGS } from "./heap";
import { findIn, findInFolder, tracesOf, type Traces } from "./traces";

/** A browser, the panel, and everything that was heard from the extension. */
type Ship = Driven & { panel: Page; world: World; heard: string[] };

/** Brings what has come aboard to its end. */
type Ending = (ship: Ship, secret: string) => Promise<unknown>;

const HOUR = 3_600_000;

/** The ways in which a pair goes, in the order in which one browser can have them. */
const ENDINGS: Record<string, Ending> = {
  "wiped by hand": ({ panel }) => takeHelm(panel).say("Wipe"),
  "started over": ({ panel }) => takeHelm(panel).say("StartOver"),
  "journey put away": ({ panel }) => takeHelm(panel).say({ Press: { button: "Finish" } }),
  "another pair in its place": async ({ panel, world }) => {
    await takeAboard(panel, world, makeSecret("current", String(Math.random())));
    await takeHelm(panel).say("Wipe");
  },
  "pasted and discarded": async ({ panel }, secret) => {
    await takeHelm(panel).say("Wipe", { Weigh: { text: secret } }, "DropWeighed");
  },
  "time over while the worker was away": async (ship) => {
    await age(ship.panel);
    assert.equal(await killWorker(ship), 1);
    await takeHelm(ship.panel).say();
  },
  "record damaged while the worker was away": async (ship) => {
    await ship.panel.evaluate(async () => {
      const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
      const { pair } = await api.storage.session.get("pair");
      await api.storage.session.set({ pair: { ...(pair as object), version: 99 } });
    });
    assert.equal(await killWorker(ship), 1);
    await takeHelm(ship.panel).say();
  },
  "panel closed, then wiped": async (ship) => {
    await ship.panel.close();
    await takePanel(ship);
    await takeHelm(ship.panel).say("Wipe");
  },
  "fill refused, then wiped": async (ship) => {
    const page = await atForm(ship);
    const card = await fillCard(page);
    await page.$eval("input[name=clientSecret]", (field) => ((field).readOnly = true));
    await page.mouse.click(...middle(card.act.rect));
    await until("the refusal", async () => (await cardOn(page))?.note !== "" || undefined);
    await takeHelm(ship.panel).say("Wipe");
    await page.close();
  },
  "tab closed during the fill": async (ship) => {
    const page = await atForm(ship);
    const card = await fillCard(page);
    await page.mouse.click(...middle(card.act.rect));
    await page.close();
    await takeHelm(ship.panel).say("Wipe");
  },
  "filled, then wiped": async (ship) => {
    const page = await atForm(ship);
    const card = await fillCard(page);
    await page.mouse.click(...middle(card.act.rect));
    await until("the field to be filled", () => page.$eval("input[name=clientSecret]", (field) => (field).value.length === 40));
    await takeHelm(ship.panel).say("Wipe");
    // What a field of Marketo's holds is Marketo's; it goes with its page.
    await page.close();
  },
  "tested, then wiped": async (ship) => {
    let asked = 0;
    ship.practice.setTokens(() => {
      asked += 1;
      return { status: 200, headers: { "content-type": "application/json" }, body: JSON.stringify({ token_type: "Bearer", expires_in: 3599, access_token: TOKEN }) };
    });
    await ship.willAllow([SIGN_INS.World]);
    await ship.panel.bringToFront();
    await press(ship.panel, "#open-test");
    await press(ship.panel, ".test .filled");
    await until("the answer", () => ship.panel.evaluate(() => document.querySelector(".test .note.good") !== null), () => ship.panel.evaluate(() => document.querySelector(".test")?.outerHTML ?? ""));
    assert.equal(asked, 1);
    await takeHelm(ship.panel).say("Wipe");
  },
  "done: the sync is on": async (ship, secret) => {
    // The portal knows this one, or no check would be green.
    const [app] = ship.world.apps;
    const expires = new Date(Date.now() + 90 * 86_400_000).toISOString();
    const { world } = addSecret(ship.world, app?.clientId ?? "", { description: "Marketo sync", expires });
    const apps = world.apps.map((one) => ({ ...one, secrets: one.secrets.map((made) => ({ ...made, value: secret })) }));
    ship.practice.setWorld({ ...world, apps });
    const page = await ship.open(dynamicsAddress(world));
    const across = async (): Promise<boolean> => ship.practice.world().marketo.sync === "on" && !("pair" in (await stored(ship.panel, "session")));
    await follow(ship.browser, { ended: across });
    ship.practice.setWorld(ship.world);
    await page.close();
  },
  "extension loaded anew": async (ship) => {
    await ship.browser.installExtension(join(ROOT, "out/extension", ship.kind === "chromium" ? "chrome" : "firefox"));
    await takePanel(ship);
  },
  "extension disabled": async (ship) => {
    await enable(ship, false);
    await enable(ship, true);
    await takePanel(ship);
  },
};

for (const kind of ["chromium", "firefox"] satisfies Kind[]) {
  test(`nothing of a secret is left after any ending, in ${kind}`, async (t) => {
    const used: Traces = [];
    const planted = makeSecret("current", `planted ${kind}`);
    let left: string[] = [];
    let found: string[] = [];
    const ship = await board(kind, {
      ended: (profile) => {
        left = findInFolder(profile, used);
        found = findInFolder(profile, tracesOf(planted));
      },
    });
    try {
      for (const [name, ending] of Object.entries(ENDINGS)) {
        await t.test(name, async () => {
          const secret = makeSecret("current", `${kind} ${name}`);
          const traces = tracesOf(secret);
          used.push(...traces);
          await takeAboard(ship.panel, ship.world, secret);
          await listenToWorker(ship);
          assert.deepEqual(findInFolder(ship.profile, traces), [], "on disk while it is on board");
          await ending(ship, secret);
          await until("the pair to be out of storage.session", async () => !("pair" in (await stored(ship.panel, "session"))));
          assert.deepEqual(await traced(ship, traces), []);
        });
      }
      await t.test("the scanners find what is left on purpose", async () => {
        const traces = tracesOf(planted);
        await plant(ship, planted);
        await until("each scanner to find it", async () => (await traced(ship, traces)).length === (kind === "chromium" ? 4 : 2) || undefined, () => traced(ship, traces).then(String));
      });
      // A pair that is on board while the browser ends.
      const last = makeSecret("current", `${kind} at the end`);
      used.push(...tracesOf(last));
      await takeAboard(ship.panel, ship.world, last);
      const ours = ship.practice.requests().filter(({ origin, referer }) => `${origin ?? ""} ${referer ?? ""}`.includes("-extension:"));
      // The planted one was asked for by the test.
      assert.equal(ours.filter(({ path }) => !path.includes("planted")).length, 0, "requests of the extension");
    } finally {
      await ship.close();
    }
    await t.test("the profile, when the browser has ended with a pair on board", () => {
      assert.notDeepEqual(found, [], "the planted one is in the profile");
      assert.deepEqual(left, []);
    });
    writeFigure("security", `endings without residue, ${kind}`, Object.keys(ENDINGS).length + 2);
    writeFigure("security", `traces of a secret after its end, ${kind}`, left.length);
  });
}

for (const kind of ["chromium", "firefox"] satisfies Kind[]) {
  test(`nothing of a secret is left when the browser is closed and started again, in ${kind}`, async () => {
    const scrap = scratch();
    const profile = join(scrap.folder, "profile");
    const secret = makeSecret("current", `${kind} over a restart`);
    const traces = tracesOf(secret);
    try {
      const before = await board(kind, { profile });
      await takeAboard(before.panel, before.world, secret).finally(() => before.close());
      assert.deepEqual(findInFolder(profile, traces), []);
      const after = await board(kind, { profile });
      try {
        const { voyage } = await takeHelm(after.panel).say();
        assert.deepEqual([voyage?.journey, voyage?.pair], ["online", null]);
        assert.deepEqual(await stored(after.panel, "session"), {});
        assert.deepEqual(await traced(after, traces), []);
      } finally {
        await after.close();
      }
      assert.deepEqual(findInFolder(profile, traces), []);
    } finally {
      scrap.clear();
    }
  });
}

/** Switches the extension off or on, as a person does on the browser's own page. */
async function enable({ kind, browser, panel }: Ship, on: boolean): Promise<void> {
  if (kind === "firefox") {
    await asBrowser(
      browser,
      `const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
      await (await AddonManager.getAddonByID(${JSON.stringify(FIREFOX_ID)})).${on ? "enable" : "disable"}();
      return "";`,
    );
    return;
  }
  const page = await browser.newPage();
  await page.goto("chrome://extensions/");
  await page.evaluate((id, on) => chrome.management.setEnabled(id, on), new URL(panel.url()).host, on);
  await page.close();
}

/** Opens the panel again after the extension has gone and come back. */
async function takePanel(ship: Ship): Promise<void> {
  ship.panel = await ship.openPanel();
  await listen(ship, ship.panel);
}

async function board(kind: Kind, options: Options): Promise<Ship> {
  const driven = await launch(kind, { ...options, switches: WHOLE_STRINGS });
  const world = applyPreset(applyPreset(newWorld({ ...FIRST_SETTINGS, delay: 0 }), "consent"), "sync-off");
  driven.practice.setWorld(world);
  const ship: Ship = { ...driven, world, heard: [], panel: await driven.openPanel() };
  await listen(ship, ship.panel);
  driven.browser.on("targetcreated", (target) => void target.page().then((page) => page && listen(ship, page)).catch(() => undefined));
  return ship;
}

/** Hears the console and the errors of a page, also of an extension's, which the driver does not tell of by itself. */
async function listen(ship: Ship, page: Page): Promise<void> {
  if (ship.kind === "chromium") return hear(ship, await page.createCDPSession());
  page.on("console", (message) => ship.heard.push(message.text()));
  page.on("pageerror", (error) => ship.heard.push(String(error)));
}

const known = new WeakSet<object>();

/** The same of the worker that runs now. */
async function listenToWorker(ship: Ship): Promise<void> {
  if (ship.kind === "firefox") return;
  for (const { client } of await workers(ship.browser)) {
    if (known.has(client)) continue;
    known.add(client);
    await hear(ship, client);
  }
}

async function hear({ heard }: Ship, client: CDPSession): Promise<void> {
  for (const what of ["Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded"] as const) {
    client.on(what, (event) => heard.push(JSON.stringify(event)));
  }
  await client.send("Runtime.enable");
  await client.send("Log.enable").catch(() => undefined);
}

/** Takes a pair aboard whose secret no portal knows: it can have come from nowhere but the extension. */
async function takeAboard(panel: Page, { apps, tenant }: World, secret: string): Promise<void> {
  const text = JSON.stringify({ appId: apps[0]?.clientId, password: secret, tenant: tenant.id });
  const helm = takeHelm(panel);
  await helm.say("StartOver", { Start: { journey: "online" } }, { Weigh: { text } }, { KeepWeighed: { client_id: null } });
  await until("the pair to be on board", async () => (await helm.say()).voyage?.pair?.hint === secret.slice(0, 3));
}

/** Marketo's open form. */
async function atForm(ship: Ship): Promise<Page> {
  const page = await ship.open(dynamicsAddress(ship.world));
  await openForm(page);
  return page;
}

/** Puts the pair's whole life an hour back. */
function age(panel: Page): Promise<void> {
  return panel.evaluate(async (hour) => {
    const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
    const { pair } = await api.storage.session.get<{ pair: { pairs: { captured_at: number; until: number }[] } }>("pair");
    const pairs = pair.pairs.map((one) => ({ ...one, captured_at: one.captured_at - hour, until: one.until - hour }));
    await api.storage.session.set({ pair: { ...pair, pairs } });
  }, HOUR);
}

/** Where a secret is while the browser runs: memory, console, errors, addresses. */
async function traced(ship: Ship, traces: Traces): Promise<string[]> {
  const places: Record<string, string> = { "asked for": JSON.stringify(ship.practice.requests()) };
  let said = ship.heard.join("\n");
  if (ship.kind === "chromium") {
    // After an update the former worker is on the list for a while, before the new one.
    const worker = (await workers(ship.browser)).at(-1);
    if (worker) places["memory of the worker"] = await heapOf(worker.client);
    const client = await ship.panel.createCDPSession();
    places["memory of the panel"] = await heapOf(client);
    await client.detach();
  } else {
    said += await asBrowser(
      ship.browser,
      `return Services.console.getMessageArray().map(String).join("\\n");`,
    );
  }
  places["said"] = said;
  return Object.entries(places).flatMap(([place, content]) => findIn(content, traces).map((form) => `${place}: ${form}`));
}

/** Leaves a secret wherever one can be left. */
async function plant(ship: Ship, secret: string): Promise<void> {
  await ship.panel.evaluate(async (secret) => {
    const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
    await api.storage.local.set({ planted: secret });
    console.log(secret);
    setTimeout(() => {
      throw new Error(secret);
    });
    (globalThis as { planted?: string }).planted = secret;
  }, secret);
  const worker = ship.kind === "chromium" ? (await workers(ship.browser)).at(-1) : undefined;
  await worker?.evaluate((secret) => void ((globalThis as { planted?: string }).planted = secret), secret);
  const page = await ship.open(dynamicsAddress(ship.world));
  await page.evaluate((secret) => fetch(`/planted?${secret}`).catch(() => undefined).then(() => undefined), secret);
  await page.close();
}
