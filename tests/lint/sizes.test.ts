/** What people download and every page loads, against the budgets of ARCHITECTURE.md. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT } from "../../extension/build/root";
import { BUDGETS, sizeOf } from "../bench/sizes";

for (const { name, file, raw, gz } of BUDGETS) {
  test(`${name} keeps within its budget`, () => {
    const size = sizeOf(readFileSync(join(ROOT, file)));
    assert.ok(size.raw <= raw, `${file}: ${String(size.raw)} bytes, at most ${String(raw)}`);
    assert.ok(size.gz <= gz, `${file}: ${String(size.gz)} bytes packed, at most ${String(gz)}`);
  });
}
