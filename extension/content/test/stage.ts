/** A browser, a page with a policy as strict as they come, and the bundled parts in it. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { build } from "esbuild";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { ROOT } from "../../build/root";
import { styleAsText, textOf } from "../../build/style";
import { scratch } from "../../../tests/browser/driver/tidy";
import type { Drawn } from "../../messages";

const TARGET = ["chrome120", "firefox142"];

/** The browsers that everything is tested in. */
export const BROWSERS = ["chromium", "firefox"] as const;
/** One of them. */
export type Kind = (typeof BROWSERS)[number];

/** Nothing may run and nothing may be parsed but what the page brought along. */
export const STRICT = "default-src 'none'; style-src 'unsafe-inline'; require-trusted-types-for 'script'; trusted-types 'none'";

/** A browser with a small server of pages. */
export type Stage = {
  browser: Browser;
  /** A new tab in front, showing `body`. */
  page(body: string, options?: { head?: string; policy?: string; width?: number; height?: number }): Promise<Page>;
  close(): Promise<void>;
};

/** Starts a browser; `close` ends everything again. */
export async function open(kind: Kind): Promise<Stage> {
  const scrap = scratch();
  const pages: { html: string; policy: string }[] = [];
  const server = createServer((request, response) => {
    const ext = /^\/ext\/([\w/.-]+\.js)/.exec(request.url ?? "")?.[1];
    if (ext !== undefined && !ext.includes("..")) {
      response.writeHead(200, { "content-type": "text/javascript" }).end(readFileSync(join(ROOT, "node_modules/extjs/lib/Ext", ext)));
      return;
    }
    const { html, policy } = pages[Number(request.url?.slice(1))] ?? { html: "", policy: STRICT };
    response.writeHead(html ? 200 : 404, { "content-type": "text/html; charset=utf-8", "content-security-policy": policy }).end(html);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const browser = await puppeteer.launch({
    browser: kind === "chromium" ? "chrome" : "firefox",
    executablePath: process.env[`KEYFERRY_${kind.toUpperCase()}`] ?? (kind === "chromium" ? "/usr/bin/chromium" : "/usr/bin/firefox-esr"),
    headless: true,
    userDataDir: join(scrap.folder, "profile"),
    args: kind === "chromium" ? ["--disable-gpu", "--disable-dev-shm-usage", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])] : [],
  });
  const pid = browser.process()?.pid;
  if (pid !== undefined) scrap.guard(pid);
  const parts = await bundle("extension/content/test/entry.ts");
  return {
    browser,
    async page(body, { head = "", policy = STRICT, width = 900, height = 600 } = {}) {
      pages.push({ html: `<!doctype html><html lang="en"><head><title>Page</title>${head}</head><body>${body}</body></html>`, policy });
      const page = await browser.newPage();
      await page.setViewport({ width, height });
      await page.goto(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/${String(pages.length - 1)}`);
      await page.bringToFront();
      await page.evaluate(parts);
      return page;
    },
    async close() {
      await browser.close().catch(() => undefined);
      server.closeAllConnections();
      server.close();
      scrap.clear();
    },
  };
}

/** Bundles one entry; the shadow root is open unless `define` says otherwise. */
export async function bundle(entry: string, options: { test?: boolean } = {}): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "iife",
    target: TARGET,
    define: { __TEST__: String(options.test ?? true) },
    plugins: [styleAsText(TARGET)],
    logLevel: "warning",
  });
  return outputFiles[0]?.text ?? "";
}

const SHEET = await textOf(join(ROOT, "extension/content/guide/guide.css"), TARGET);

/** A guide as the background would send it. */
export function drawn(more: Partial<Drawn> = {}): Drawn {
  return {
    target: 1,
    step: 8,
    of: 15,
    title: ["Keep this secret now"],
    body: ["Azure shows the ", { label: "Value" }, " once. After you leave this page nobody can read it again."],
    why: ["Entra keeps only a hash of it, so nobody can show it to you later."],
    missing: ["Keyferry looks for the column ", { label: "Value" }, " in the row of your new secret. Copy it by hand and paste it in the panel."],
    tone: "Plain",
    words: { step: "Step 8 of 15", why: "Why?", missing: "Not here?", fold: "Fold away (Esc)", unfold: "Show the guide", covered: "Press again", updated: "Reload this page" },
    language: "en",
    direction: "ltr",
    sheet: SHEET,
    ...more,
  };
}
