/** Names every npm package whose code is in the practice portals, with its licence. Nothing else in the package comes from npm. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./root";

type PackageJson = { name: string; version: string; license?: string };

/** The text of NOTICE.txt for the given sources. */
export function notice(version: string, inputs: readonly string[]): string {
  const head = [
    `Keyferry ${version}`,
    "Licence: MIT or Apache-2.0, at your choice.",
    "",
    "background_bg.wasm and panel_bg.wasm hold Rust crates; Cargo.lock in the source names them.",
    "The pages under practice/ hold the npm packages below. Nothing outside practice/ holds code from npm.",
  ];
  const parts = packagesOf(inputs).map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as PackageJson;
    return `${"-".repeat(80)}\n${name} ${version} (${license ?? "see below"})\n\n${licenceText(folder)}`;
  });
  return `${[...head, "", ...parts].join("\n")}\n`;
}

/** The folders of the packages that the sources come from, sorted. */
export function packagesOf(inputs: readonly string[]): string[] {
  const folders = new Set<string>();
  for (const input of inputs) {
    const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
    if (found !== undefined) folders.add(found.slice(found.indexOf("node_modules/")));
  }
  return [...folders].sort().map((folder) => join(ROOT, folder));
}

function licenceText(folder: string): string {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  const path = join(folder, file ?? "");
  return file !== undefined && existsSync(path) ? readFileSync(path, "utf8").trim() : "";
}
