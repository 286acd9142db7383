/**
 * The panel as it is packed, with a background made up by the test: the panel's files come from a server on loopback under the
 * package's own policy, and `chrome.runtime.connect` is the test's. So every view can be shown, and all that is sent be seen.
 */
import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import axe from "axe-core";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { manifest } from "../../extension/build/manifest";
import { ROOT } from "../../extension/build/root";
import type { Command, View } from "../../extension/generated/core";
import type { ToPanel } from "../../extension/messages";
import type { Kind } from "../browser/driver/launch";
import { scratch } from "../browser/driver/tidy";
import { until } from "../browser/driver/until";

const PACKAGE = join(ROOT, "out/extension/chrome");
const TYPES: Record<string, string> = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".wasm": "application/wasm" };
const POLICY = (manifest("chrome", "0")["content_security_policy"] as { extension_pages: string }).extension_pages;

/** A browser in which panels can be shown. */
export type Stage = {
  /** Opens a panel that shows this view, in English. */
  show(view: View): Promise<Panel>;
  /** Opens a panel whose module is not there. */
  showBroken(): Promise<Page>;
  close(): Promise<void>;
};

/** A panel on the stage. */
export type Panel = {
  page: Page;
  /** What the background says next. */
  say: (...messages: ToPanel[]) => Promise<void>;
  /** Everything that the panel has sent. */
  sent: () => Promise<Command[]>;
  /** Ends the background; what it says first when it is woken again. */
  end: (...messages: ToPanel[]) => Promise<void>;
  /** What the browser was asked for. */
  asked: () => Promise<unknown[]>;
  /** What the browser will answer to that. */
  answers: (allows: boolean) => Promise<void>;
  /** How often the panel has connected. */
  connections: () => Promise<number>;
  /** Shows it as in a browser with a dark theme. */
  darken: () => Promise<void>;
  /** What axe finds amiss, in short. */
  violations: () => Promise<string[]>;
};

/** The messages of one language, as the background sends them. */
export function words(language: string, direction: "ltr" | "rtl" = "ltr"): ToPanel {
  const file = readFileSync(join(ROOT, "extension/_locales", language, "messages.json"), "utf8");
  const messages = Object.entries(JSON.parse(file) as Record<string, { message: string }>);
  return { words: { language, direction, messages: Object.fromEntries(messages.map(([key, { message }]) => [key, message])) } };
}

/** Starts a browser; `close` ends it. */
export async function setStage(kind: Kind): Promise<Stage> {
  const scrap = scratch();
  const server = await serve();
  const address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/panel.html`;
  const browser = await start(kind, join(scrap.folder, "profile"));
  const pid = browser.process()?.pid;
  if (pid !== undefined) scrap.guard(pid);
  return {
    show: (view) => show(browser, address, view),
    async showBroken() {
      const page = await browser.newPage();
      await page.evaluateOnNewDocument(backstage, [], "no-such-file");
      await page.goto(address);
      return page;
    },
    async close() {
      await browser.close().catch(() => undefined);
      server.close();
      scrap.clear();
    },
  };
}

async function show(browser: Browser, address: string, view: View): Promise<Panel> {
  const page = await browser.newPage();
  await page.setViewport({ width: 372, height: 720 });
  await page.evaluateOnNewDocument(backstage, [words("en"), { view }], "panel_bg.wasm");
  await page.goto(address);
  await page.waitForSelector("#foot select");
  return {
    page,
    say: (...messages) => page.evaluate((messages) => globalThis.backstage.say(messages), messages),
    sent: () => page.evaluate(() => globalThis.backstage.sent as Command[]),
    end: (...messages) => page.evaluate((messages) => globalThis.backstage.end(messages), messages),
    asked: () => page.evaluate(() => globalThis.backstage.asked),
    answers: (allows) => page.evaluate((allows) => void (globalThis.backstage.allows = allows), allows),
    connections: () => page.evaluate(() => globalThis.backstage.connections),
    darken: () => page.evaluate(() => document.documentElement.style.setProperty("color-scheme", "dark")),
    violations: async () => {
      await page.evaluate(axe.source);
      return page.evaluate(async () => {
        const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
      });
    },
  };
}

type Backstage = { sent: unknown[]; asked: unknown[]; allows: boolean; connections: number; say(messages: unknown[]): void; end(messages: unknown[]): void };
declare global {
  var backstage: Backstage;
}

/** Runs in the page, before its own script. */
function backstage(first: unknown[], module: string): void {
  type Listener = (message?: unknown) => void;
  let heard: Listener[] = [];
  let gone: Listener[] = [];
  let greeting = first;
  const hook = (add: (listener: Listener) => void): object => ({ addListener: add });
  const stage: Backstage = {
    sent: [],
    asked: [],
    allows: true,
    connections: 0,
    say(messages) {
      for (const message of messages) for (const hear of heard) hear(message);
    },
    end(messages) {
      const listeners = gone;
      [heard, gone, greeting] = [[], [], messages];
      for (const listener of listeners) listener();
    },
  };
  const connect = (): object => {
    stage.connections += 1;
    const [mine, myEnd]: [Listener[], Listener[]] = [[], []];
    [heard, gone] = [mine, myEnd];
    queueMicrotask(() => {
      stage.say(greeting);
    });
    return {
      postMessage(message: unknown) {
        if (heard !== mine) throw new Error("the port is closed");
        stage.sent.push(structuredClone(message));
      },
      disconnect: () => undefined,
      onMessage: hook((listener) => mine.push(listener)),
      onDisconnect: hook((listener) => myEnd.push(listener)),
    };
  };
  const permissions = {
    request(wanted: unknown) {
      stage.asked.push(structuredClone(wanted));
      return Promise.resolve(stage.allows);
    },
  };
  const api = { permissions, i18n: { getMessage: (key: string) => `the message ${key}` }, runtime: { connect, getURL: () => `/${module}` } };
  Object.defineProperty(globalThis, "chrome", { value: api });
  Object.defineProperty(globalThis, "browser", { value: api });
  globalThis.backstage = stage;
}

function start(kind: Kind, userDataDir: string): Promise<Browser> {
  if (kind === "firefox") {
    return puppeteer.launch({ browser: "firefox", executablePath: process.env["KEYFERRY_FIREFOX"] ?? "/usr/bin/firefox-esr", userDataDir });
  }
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return puppeteer.launch({ executablePath: process.env["KEYFERRY_CHROMIUM"] ?? "/usr/bin/chromium", args: ["--disable-gpu", ...sandbox], userDataDir });
}

async function serve(): Promise<Server> {
  const server = createServer((request, response) => {
    const path = join(PACKAGE, new URL(request.url ?? "/", "http://localhost").pathname);
    if (!existsSync(path)) return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "text/plain", "content-security-policy": POLICY }).end(readFileSync(path));
  });
  server.listen(0, "127.0.0.1");
  await until("the server", () => Promise.resolve(server.listening));
  return server;
}
