/** `./build.sh inspect`: see HELP. */
import { inspect } from "./inspect";
import { readCommandLine, Refusal } from "./orders";
import { findTools } from "./tools";

const HELP = `What Keyferry sees on a saved page.

  ./build.sh inspect [--why] --url URL [--top-url URL] [--frame-name NAME] FILE.html [FILE.html ...]
  ./build.sh inspect [--why] @LIST.json

Opens each file in headless Chromium as if it stood at URL (nothing is fetched, the page's scripts do not run),
runs the extension's own sight and the Rust core on it, and prints one line of JSON per file.

  --url URL           the address of the page
  --top-url URL       the address of the top frame, when the file is the document of a frame
  --frame-name NAME   that frame's window.name
  --why               a key more, "why": what speaks for and against each screen and each control of the screen
  --browser PATH      another Chromium
  @LIST.json          [{"file": …, "url": …, "top_url": …, "frame_name": …}, …]: many at once, one browser start
`;

async function main(): Promise<void> {
  const { orders, why, help, browser } = readCommandLine(process.argv.slice(2));
  if (help) {
    process.stdout.write(HELP);
    return;
  }
  await inspect(orders, { ...findTools(browser), why }, (line) => process.stdout.write(`${JSON.stringify(line)}\n`));
}

main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`inspect: ${message.split("\n")[0] ?? ""}\n`);
  process.exitCode = error instanceof Refusal ? 2 : 1;
});
