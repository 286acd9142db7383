/** Rules for the source that no linter knows. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT } from "../../extension/build/root";

const NOT_SOURCE = new Set([".git", "generated", "node_modules", "out", "target"]);
const BINARY = /\.(png|gif|ico|woff2?)$/;

const sources = walk("").filter((path) => !BINARY.test(path));

test("no literal has the shape of a client secret", () => {
  // Three characters, a digit, `Q~`, and 31 to 34 more: a scanner would raise the alarm, rightly, even for one made up.
  const secret = /[A-Za-z0-9_~.-]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34}/;
  assert.deepEqual(sources.filter((path) => secret.test(read(path))), []);
});

test("no source names a folder of the machine it was written on", () => {
  const machine = new RegExp(["root", "home/[a-z]+", "Users/[a-z]+", "work"].map((folder) => `(?<![\\w.])/${folder}/`).join("|"));
  assert.deepEqual(sources.filter((path) => machine.test(read(path))), []);
});

test("no source but a table of tests grows long", () => {
  const long = sources.filter((path) => /\.(rs|ts|tsx|mjs|sh)$/.test(path) && !/\btests?\b/.test(path) && read(path).split("\n").length > 400);
  assert.deepEqual(long, []);
});

function walk(folder: string): string[] {
  return readdirSync(join(ROOT, folder))
    .filter((name) => !NOT_SOURCE.has(name))
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(join(ROOT, path)).isDirectory() ? walk(path) : [path]));
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}
