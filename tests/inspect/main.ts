/** `./build.sh inspect`: see HELP. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../extension/build/root";
import { inspect, type Tools } from "./inspect";
import { readCommandLine, Refusal } from "./orders";

const HELP = `What Keyferry sees on a saved page.

  ./build.sh inspect --url URL [--top-url URL] [--frame-name NAME] FILE.html [FILE.html ...]
  ./build.sh inspect @LIST.json

Opens each file in headless Chromium as if it stood at URL (nothing is fetched, the page's scripts do not run),
runs the extension's own sight and the Rust core on it, and prints one line of JSON per file.

  --url URL           the address of the page
  --top-url URL       the address of the top frame, when the file is the document of a frame
  --frame-name NAME   that frame's window.name
  --browser PATH      another Chromium
  @LIST.json          [{"file": …, "url": …, "top_url": …, "frame_name": …}, …]: many at once, one browser start
`;

/** The first that is there. */
const BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/microsoft-edge",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

async function main(): Promise<void> {
  const { orders, help, browser } = readCommandLine(process.argv.slice(2));
  if (help) {
    process.stdout.write(HELP);
    return;
  }
  await inspect(orders, tools(browser), (line) => process.stdout.write(`${JSON.stringify(line)}\n`));
}

function tools(browser: string | undefined): Tools {
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

main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`inspect: ${message.split("\n")[0] ?? ""}\n`);
  process.exitCode = error instanceof Refusal ? 2 : 1;
});
