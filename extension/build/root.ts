import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the workspace, wherever below it the running bundle lies. */
export const ROOT = find(dirname(fileURLToPath(import.meta.url)));

function find(folder: string): string {
  if (existsSync(join(folder, "build.sh"))) return folder;
  const up = dirname(folder);
  if (up === folder) throw new Error("build.sh is in no folder above this file");
  return find(up);
}
