/** What Keyferry sees on saved pages: the extension's own sight in a real Chromium, and the Rust core. */
import { join } from "node:path";
import { build } from "esbuild";
import puppeteer from "puppeteer-core";
import type { Page } from "../../extension/generated/core";
import { startCore, type Core, type Why } from "./core";
import type { Order } from "./orders";
import { Stage, type Ask } from "./saved-page";

/** One line of the output, in the order of its keys. */
export type Line = {
  file: string;
  site: string | null;
  screen: string | null;
  language: string | null;
  facts: Record<string, unknown>;
  targets: Record<string, string>;
  /** Only where it was asked for. */
  why?: Why<{ selector: string | null }>;
};

/** Where things are. */
export type Tools = {
  /** The folder of the repository. */
  root: string;
  /** The built example `inspect` of the core crate. */
  core: string;
  /** A Chromium. */
  browser: string;
  /** Whether to say why. */
  why?: boolean;
};

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--hide-scrollbars",
];

/** Looks at every page in turn and hands each line over as it is there; the browser is always ended. */
export async function inspect<O extends Order>(orders: readonly O[], tools: Tools, onLine: (line: Line, order: O, ask: Ask) => unknown): Promise<void> {
  const eye = await bundleEye(tools.root);
  const core = startCore(tools.core, tools.why);
  try {
    const browser = await puppeteer.launch({ executablePath: tools.browser, headless: true, pipe: true, args: FLAGS });
    try {
      const stage = await Stage.open(browser, eye);
      for (const order of orders) {
        const ask = await stage.show(order);
        await onLine(await look(ask, core, order), order, ask);
      }
    } finally {
      await browser.close();
    }
  } finally {
    await core.close();
  }
}

async function bundleEye(root: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, "tests/inspect/eye.ts")],
    bundle: true,
    format: "iife",
    target: "es2023",
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}

async function look(ask: Ask, core: Core, order: Order): Promise<Line> {
  const page = (await ask("keyferry.look()")) as Page;
  const url = order.url.startsWith("http:") ? page.url.replace(/^https:/u, "http:") : page.url; // Browsers upgrade.
  const sighting = await core.recognise({ ...page, url, ...(order.topUrl !== undefined && { top_url: order.topUrl }) });
  const handles = Object.entries(sighting.targets).map(([target, { node }]): [string, number] => [target, node]);
  const targets = await selectors(ask, handles);
  const { site, screen, language, facts } = sighting;
  const line: Line = { file: order.file, site, screen, language, facts, targets };
  return sighting.why === undefined ? line : { ...line, why: await withSelectors(sighting.why, ask) };
}

/** The handles of the core mean nothing outside the page: a selector stands in place of each. */
async function withSelectors(why: Why, ask: Ask): Promise<Why<{ selector: string | null }>> {
  const candidates = Object.values(why.targets).flatMap((target) => target.candidates);
  const found = await selectors(ask, candidates.map(({ node }) => [String(node), node]));
  const targets: Why<{ selector: string | null }>["targets"] = {};
  for (const [target, { outcome, candidates: all }] of Object.entries(why.targets)) {
    targets[target] = { outcome, candidates: all.map(({ node, ...rest }) => ({ selector: found[String(node)] ?? null, ...rest })) };
  }
  return { ...why, targets };
}

async function selectors(ask: Ask, handles: readonly (readonly [string, number])[]): Promise<Record<string, string>> {
  return (await ask(`keyferry.selectors(${JSON.stringify(handles)})`)) as Record<string, string>;
}
