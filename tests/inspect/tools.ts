/** Where the core and the browser are that `inspect` works with. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../extension/build/root";
import type { Tools } from "./inspect";
import { Refusal } from "./orders";

/** The first that is there. */
const BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/microsoft-edge",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The built core and a Chromium: the one that was asked for, that build.sh found, or the first that is there. */
export function findTools(browser?: string): Tools {
  const target = process.env["CARGO_TARGET_DIR"] ?? join(ROOT, "target");
  return { root: ROOT, core: join(target, "debug/examples/inspect"), browser: findBrowser(browser) };
}

function findBrowser(wanted: string | undefined): string {
  const wish = wanted ?? process.env["KEYFERRY_CHROMIUM"];
  const paths = wish === undefined ? BROWSERS : [wish];
  const found = paths.find((path) => existsSync(path));
  if (found === undefined) throw new Refusal(`no browser at ${paths.join(", ")}: install Chromium or name one with --browser`);
  return found;
}
