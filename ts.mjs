// node ts.mjs FILE.ts [ARGUMENT ...]: bundles one TypeScript file and runs it. Node 20 runs no TypeScript by itself.
import { mkdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = dirname(fileURLToPath(import.meta.url));
const [entry, ...args] = process.argv.slice(2);
if (entry === undefined) {
  console.error("usage: node ts.mjs FILE.ts [ARGUMENT ...]");
  process.exit(2);
}

const outfile = join(root, "out/tools", entry.replace(/[\\/]/g, "-").replace(/\.ts$/, ".mjs"));
mkdirSync(dirname(outfile), { recursive: true });
await build({
  absWorkingDir: root,
  entryPoints: [entry],
  outfile,
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20",
  jsx: "automatic",
  sourcemap: "inline",
  logLevel: "warning",
});

process.setSourceMapsEnabled(true);
process.argv.splice(1, process.argv.length, outfile, ...args);
process.title = basename(entry);
await import(pathToFileURL(outfile).href);
