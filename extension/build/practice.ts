/** Bundles the practice portals: `www/entries.json` lists the scripts to bundle, pages and styles are taken as they are. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { build } from "esbuild";
import { noMarkup } from "./no-markup";
import { ROOT } from "./root";

const WWW = join(ROOT, "www");
const ENTRIES = join(WWW, "entries.json");

/** The practice portals, bundled. */
export type Practice = {
  /** Path below `out/www` -> content. */
  files: Map<string, Uint8Array>;
  /** Every source that went in, seen from the workspace's folder. */
  inputs: string[];
  /** The same file as it stands in the extension's package. */
  packaged(name: string, content: Uint8Array): Uint8Array;
};

/** Bundles the practice portals. */
export async function buildPractice(): Promise<Practice | undefined> {
  if (!existsSync(ENTRIES)) return undefined;
  const entryPoints = (JSON.parse(readFileSync(ENTRIES, "utf8")) as string[]).map((entry) => join("www", entry));
  const { outputFiles, metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints,
    outbase: "www",
    outdir: "out/www",
    write: false,
    metafile: true,
    bundle: true,
    format: "iife",
    jsx: "automatic",
    target: ["chrome120", "firefox142"],
    charset: "utf8",
    // Mostly React and Fluent UI; their licences stand in NOTICE.txt.
    minify: true,
    legalComments: "none",
    loader: { ".woff": "dataurl", ".woff2": "dataurl", ".png": "dataurl", ".svg": "dataurl", ".gif": "dataurl" },
    define: { "process.env.NODE_ENV": '"production"' },
    plugins: [noMarkup],
    logLevel: "warning",
  });

  const files = new Map<string, Uint8Array>();
  for (const file of outputFiles) files.set(relative(join(ROOT, "out/www"), file.path), file.contents);
  for (const entry of readdirSync(WWW, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && /\.(html|css|svg|png)$/.test(path)) files.set(relative(WWW, path), readFileSync(path));
  }
  return { files, inputs: Object.keys(metafile.inputs), packaged };
}

/** In the package no content script comes by itself: each practice page loads it. */
function packaged(name: string, content: Uint8Array): Uint8Array {
  if (!name.endsWith(".html")) return content;
  const page = Buffer.from(content).toString("utf8");
  return Buffer.from(page.replace(/<\/body>/i, '<script src="/content.js"></script>\n</body>'));
}
