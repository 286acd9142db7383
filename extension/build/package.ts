/** Makes the zips for the stores from what `bundle.ts` has laid into `out/extension`, and the source that belongs to them. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { ROOT } from "./root";
import { zip } from "./zip";

const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };

/** What a build leaves behind is no source. */
const NOT_SOURCE = new Set([".git", "node_modules", "out", "target"]);

for (const [name, folder] of [["chrome", "out/extension/chrome"], ["firefox", "out/extension/firefox"], ["source", "."]] as const) {
  const files = filesOf(join(ROOT, folder));
  const path = join("out", `keyferry-${name}-${version}.zip`);
  const content = zip(files);
  writeFileSync(join(ROOT, path), content);
  console.log(`${path}  ${String(files.size)} files, ${String(Math.ceil(content.length / 1000))} kB`);
}

function filesOf(folder: string): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const walk = (inside: string): void => {
    for (const entry of readdirSync(join(folder, inside), { withFileTypes: true })) {
      if (NOT_SOURCE.has(entry.name)) continue;
      const path = join(inside, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) files.set(relative(".", path), readFileSync(join(folder, path)));
    }
  };
  walk("");
  return files;
}
