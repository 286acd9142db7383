/** A copy of the package with one thing wrong in it, so that what the browser does about it is real. */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../extension/build/root";
import type { Kind } from "../browser/driver/launch";
import { scratch } from "../browser/driver/tidy";

/** A copy of the package in a folder of its own; `end` removes it. */
export type Copy = {
  folder: string;
  /** Writes one file of it anew. */
  change(name: string, to: (content: Buffer) => string | Buffer): void;
  end(): void;
};

export function copyOfPackage(kind: Kind): Copy {
  const scrap = scratch();
  const folder = join(scrap.folder, "extension");
  cpSync(join(ROOT, "out/extension", kind === "chromium" ? "chrome" : "firefox"), folder, { recursive: true });
  return {
    folder,
    change(name, to) {
      const path = join(folder, name);
      writeFileSync(path, to(readFileSync(path)));
    },
    end: () => scrap.clear(),
  };
}
