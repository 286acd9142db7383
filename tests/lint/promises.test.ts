/** The promises of SECURITY.md: each with tests that are there. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT } from "../../extension/build/root";

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

test("every promise of SECURITY.md names the files that test it, and each of them holds tests", () => {
  const rows = read("SECURITY.md").split("\n").filter((line) => line.startsWith("| ") && !line.startsWith("| promise |"));
  assert.ok(rows.length >= 10, String(rows.length));
  const faults = rows.flatMap((row) => {
    const tested = row.split("|").at(-2) ?? "";
    const files = [...tested.matchAll(/`([^`]+)`/g)].map(([, path = ""]) => path);
    const wrong = files.filter((path) => !existsSync(join(ROOT, path)) || !/#\[test\]|\btest\(|\bassert/.test(read(path)));
    return files.length === 0 ? [`no test: ${row}`] : wrong;
  });
  assert.deepEqual(faults, []);
});

test("no code of the content script presses anything in a page", () => {
  const files = readdirSync(join(ROOT, "extension/content"), { recursive: true, encoding: "utf8" });
  const sources = files.filter((path) => path.endsWith(".ts") && !/\.test\.ts$|^test\//.test(path));
  assert.ok(sources.length > 10);
  const pressing = /\.(click|submit|requestSubmit)\(|new (Pointer|Mouse)Event\(/;
  assert.deepEqual(sources.filter((path) => pressing.test(read(`extension/content/${path}`))), []);
});
