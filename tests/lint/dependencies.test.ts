/** What others wrote and we build on: pinned, locked, and under a licence that fits ours. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT } from "../../extension/build/root";
import { writeFigure } from "../figures";

type Metadata = { packages: { name: string; version: string; license: string | null; source: string | null }[] };
type PackageJson = { devDependencies: Record<string, string>; dependencies?: Record<string, string> };
type Lock = { packages: Record<string, { version?: string; license?: string; integrity?: string; dev?: boolean }> };

/** Licences that ask for no more than to be named, which NOTICE.txt does; any one of a choice is enough. */
const FREE = /\b(MIT|Apache-2\.0|BSD-[23]-Clause|BSD|0BSD|ISC|Unicode-3\.0|Zlib|Unlicense|CC0-1\.0|BSL-1\.0|MIT-0|BlueOak-1\.0\.0|Python-2\.0|CC-BY-4\.0|CC-BY-3\.0|MPL-2\.0)\b/;

const json = (path: string): unknown => JSON.parse(readFileSync(join(ROOT, path), "utf8"));

test("every crate has a licence that fits and is served by the registry", () => {
  const output = execFileSync("cargo", ["metadata", "--format-version=1", "--locked", "--filter-platform=x86_64-unknown-linux-gnu", "--filter-platform=wasm32-unknown-unknown"], { cwd: ROOT, encoding: "utf8", maxBuffer: 1e8 });
  const { packages } = JSON.parse(output) as Metadata;
  const foreign = packages.filter(({ source }) => source !== null);
  assert.ok(foreign.length > 0);
  assert.deepEqual(foreign.filter(({ license }) => !FREE.test(license ?? "")).map(({ name }) => name), []);
  assert.deepEqual(foreign.filter(({ source }) => !source?.startsWith("registry+")).map(({ name }) => name), []);
});

test("few crates are in what is shipped", () => {
  const args = ["tree", "--locked", "--package=keyferry-background", "--package=keyferry-panel", "--target=wasm32-unknown-unknown", "--edges=normal", "--prefix=none", "--format={p}"];
  const lines = execFileSync("cargo", args, { cwd: ROOT, encoding: "utf8" }).split("\n");
  const crates = new Set(lines.filter((line) => line !== "").map((line) => line.split(" ").slice(0, 2).join(" ")));
  assert.ok(crates.size > 5 && crates.size <= 40, [...crates].join(", "));
  writeFigure("security", "crates-in-wasm", crates.size);
});

test("every crate that we name is pinned to one version, in one place", () => {
  const sections = readFileSync(join(ROOT, "Cargo.toml"), "utf8").split(/\n(?=\[)/);
  const dependencies = sections.find((section) => section.startsWith("[workspace.dependencies]")) ?? "";
  const lines = dependencies.split("\n").filter((line) => /^[a-z]/.test(line) && !line.startsWith("keyferry-"));
  assert.ok(lines.length > 5);
  assert.deepEqual(lines.filter((line) => !/"=\d+\.\d+\.\d+"/.test(line)), []);
});

test("every npm package that we name is pinned to one version", () => {
  const { devDependencies, dependencies = {} } = json("package.json") as PackageJson;
  assert.deepEqual(dependencies, {});
  assert.deepEqual(Object.entries(devDependencies).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version)), []);
});

test("every npm package is locked by its checksum and has a licence that fits", () => {
  const { packages } = json("package-lock.json") as Lock;
  const named = Object.entries(packages).filter(([path]) => path !== "");
  assert.deepEqual(named.filter(([, { integrity }]) => integrity === undefined).map(([path]) => path), []);
  // Ext JS is GPL: the tests fill its fields, nothing of it is shipped (the next test).
  const strange = named.filter(([path, { license }]) => path !== "node_modules/extjs" && !FREE.test(license ?? ""));
  assert.deepEqual(strange.map(([path, { license }]) => `${path} ${license ?? ""}`), []);
});

test("the practice portals hold only what may be shipped", () => {
  const notice = readFileSync(join(ROOT, "out/extension/firefox/NOTICE.txt"), "utf8");
  assert.doesNotMatch(notice, /GPL|extjs/i);
});
