/** What recognition knows, read out of the core's own files, for the saving of pages. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "esbuild";
import { fold, type Vocabulary } from "../saving/vocabulary";
import { ROOT } from "./root";

/** The labels of both portals, and every text in the code that recognises. */
export function vocabulary(): Vocabulary {
  const core = join(ROOT, "src/core");
  const lines = ["azure", "marketo"].flatMap((portal) => readFileSync(join(core, `lexicon/${portal}.txt`), "utf8").split("\n"));
  const all = lines.flatMap((line) => /^[A-Za-z-]+: (.*)$/.exec(line)?.[1]?.split(" | ") ?? []).map((label) => label.trim().replace(/\s*\*$/, ""));
  const framed = all.filter((label) => label.includes("{")).map((label) => label.split(/\{\*?\}/));
  const files = ["portal", "address"].flatMap((part) => rustFiles(core, part));
  const signs = files.flatMap((file) => {
    const code = readFileSync(file, "utf8").split("#[cfg(test)]\nmod ")[0] ?? "";
    return [...code.matchAll(/"((?:[^"\\\n]|\\.){2,80})"/g)].map(([, text = ""]) => text);
  });
  return {
    labels: [...new Set(all.filter((label) => !label.includes("{")).map(fold))],
    framed: framed.map(([before = "", after = ""]) => [before, after]),
    signs: [...new Set(signs)],
  };
}

function rustFiles(core: string, part: string): string[] {
  const names = readdirSync(core, { recursive: true, withFileTypes: true }).map((entry) => join(entry.parentPath, entry.name));
  return names.filter((name) => name.startsWith(join(core, part)) && name.endsWith(".rs") && !name.slice(core.length).includes("test"));
}

/** Gives the vocabulary to whatever imports `keyferry:vocabulary`. */
export const vocabularyAsModule: Plugin = {
  name: "vocabulary",
  setup(bundler) {
    bundler.onResolve({ filter: /^keyferry:vocabulary$/ }, ({ path }) => ({ path, namespace: "keyferry" }));
    bundler.onLoad({ filter: /.*/, namespace: "keyferry" }, () => ({ contents: JSON.stringify(vocabulary()), loader: "json" }));
  },
};
