/**
 * Bundles the extension for both browsers into `out/extension/{chrome,firefox}` and the practice portals into `out/www`.
 * `node ts.mjs extension/build/bundle.ts [--test]`; the Wasm modules are in `out/wasm` before.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { build, type BuildOptions } from "esbuild";
import { minify } from "terser";
import { type Browser, manifest } from "./manifest";
import { notice } from "./notice";
import { buildPractice } from "./practice";
import { ROOT } from "./root";
import { styleAsText } from "./style";
import { vocabularyAsModule } from "./vocabulary";

const test = process.argv.includes("--test");
const TARGET = ["chrome120", "firefox142"];
const from = (...parts: string[]): string => join(ROOT, ...parts);
const version = (JSON.parse(readFileSync(from("package.json"), "utf8")) as { version: string }).version;

/** What all our bundles have in common. Names stay as written, so that a reviewer can read what the stores get. */
const OURS: BuildOptions = {
  absWorkingDir: ROOT,
  bundle: true,
  write: false,
  target: TARGET,
  plugins: [styleAsText(TARGET), vocabularyAsModule],
  charset: "utf8",
  legalComments: "none",
  define: { __TEST__: String(test) },
  logLevel: "warning",
};

/** path in the package -> content */
type Files = Map<string, Uint8Array>;

async function script(files: Files, name: string, entry: string, more: BuildOptions): Promise<void> {
  if (!existsSync(from(entry))) return;
  const { outputFiles } = await build({ ...OURS, ...more, entryPoints: [entry], outfile: name });
  for (const file of outputFiles ?? []) files.set(name, file.contents);
}

function copy(files: Files, folder: string, into: string, keep: (path: string) => boolean): void {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const inside = relative(folder, path);
    if (entry.isFile() && keep(inside)) files.set(join(into, inside), readFileSync(path));
  }
}

/** Writes what has changed and removes what is no longer there. */
function lay(folder: string, files: Files): void {
  mkdirSync(folder, { recursive: true });
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !files.has(relative(folder, path))) rmSync(path);
  }
  for (const [name, content] of files) {
    const path = join(folder, name);
    if (existsSync(path) && readFileSync(path).equals(content)) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}

const practice = await buildPractice();
if (practice) lay(from("out/www"), practice.files);

const files: Files = new Map();
await script(files, "background.js", "extension/background/main.ts", { format: "esm" });
// Every frame of a portal loads it, hence the short names; source and build steps are in the package for reviewers.
await script(files, "content.js", "extension/content/main.ts", { format: "iife", minifySyntax: true });
const { code } = await minify(Buffer.from(files.get("content.js") ?? []).toString("utf8"), { ecma: 2020, compress: { passes: 3, unsafe_arrows: true } });
files.set("content.js", Buffer.from(code ?? ""));
await script(files, "panel.js", "extension/panel.ts", { format: "esm" });
await script(files, "options.js", "extension/options.ts", { format: "esm" });
await script(files, "record.js", "extension/record.ts", { format: "esm" });
await script(files, "save.js", "extension/save.ts", { format: "esm" });
await script(files, "saving.js", "extension/saving/frame.ts", { format: "iife" });
for (const name of ["background", "panel"]) {
  copy(files, from("out/wasm", name), "", (path) => path === `${name}_bg.wasm`);
}
copy(files, from("extension"), "", (path) => /^((panel|options|record|save)\.(html|css)|look\/.*\.css|_locales\/[^/]+\/messages\.json|icons\/.*\.(png|svg))$/.test(path));
if (practice) {
  for (const [name, content] of practice.files) files.set(join("practice", name), practice.packaged(name, content));
}
files.set("NOTICE.txt", Buffer.from(notice(version, practice?.inputs ?? [])));

for (const browser of ["chrome", "firefox"] satisfies Browser[]) {
  const whole = new Map(files).set("manifest.json", Buffer.from(`${JSON.stringify(manifest(browser, version), null, 2)}\n`));
  lay(from(test ? "out/extension-test" : "out/extension", browser), whole);
}
