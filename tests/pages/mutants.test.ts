/** Pages of the corpus changed at random: what is still found must be right. `MUTANTS=40` makes forty of each page in place of two. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { it } from "node:test";
import { build } from "esbuild";
import { ROOT } from "../../extension/build/root";
import { startCore, type CoreSighting } from "../inspect/core";
import { inspect } from "../inspect/inspect";
import { findTools } from "../inspect/tools";
import { corpus, type Page } from "./corpus";
import type { Mutant } from "./mutator";

const EACH = Number(process.env["MUTANTS"] ?? 2);

it("finds nothing wrong on changed pages", async () => {
  const tools = findTools();
  const { outputFiles } = await build({ entryPoints: [join(ROOT, "tests/pages/mutator.ts")], bundle: true, format: "iife", target: "es2023", write: false });
  const mutator = outputFiles[0]?.text ?? "";
  const core = startCore(tools.core);
  const sum = { mutants: 0, expected: 0, found: 0 };
  const wrong: string[] = [];
  try {
    const pages = corpus().filter(({ mutable, expected }) => mutable && Object.keys(expected.targets).length > 0);
    await inspect(pages, tools, async (_, page, ask) => {
      await ask(`${mutator}; 0`);
      for (let each = 0; each < EACH; each += 1) {
        const seed = pages.indexOf(page) * 1000 + each;
        const call = `mutant(${String(seed)}, ${JSON.stringify(page.expected.targets)}, ${JSON.stringify(texts(page.expected.facts))})`;
        const mutant = (await ask(call)) as Mutant;
        const sighting = await core.recognise({ ...mutant.page, ...(page.topUrl !== undefined && { top_url: page.topUrl }) });
        const faults = faultsOf(page, mutant, sighting);
        wrong.push(...faults.map((fault) => `${page.list}: ${page.name}, seed ${String(seed)} (${mutant.changes.join(", ")}): ${fault}`));
        sum.mutants += 1;
        sum.expected += Object.keys(page.expected.targets).length;
        sum.found += Object.keys(sighting.targets).length;
      }
    });
  } finally {
    await core.close();
  }
  const rate = sum.found / sum.expected;
  mkdirSync(join(ROOT, "out"), { recursive: true });
  writeFileSync(join(ROOT, "out/mutants.json"), `${JSON.stringify({ ...sum, rate, wrong }, null, 2)}\n`);
  console.log(`${String(sum.mutants)} mutants: ${(rate * 100).toFixed(1)} % of the controls still found, ${String(wrong.length)} wrong`);
  assert.deepEqual(wrong, []);
  assert.ok(rate > 0.95, `only ${String(rate)} still found`);
});

/** Whatever is said must be what was expected; what is not said is a miss. */
function faultsOf({ expected }: Page, { handles }: Mutant, { targets, facts }: CoreSighting): string[] {
  const misled = Object.entries(targets).filter(([target, { node }]) => handles[target] !== node);
  const untrue = Object.entries(facts).filter(([name, value]) => !isTrue(value, expected.facts[name]));
  return [...misled.map(([target]) => `wrong ${target}`), ...untrue.map(([name, value]) => `wrong ${name} ${JSON.stringify(value)}`)];
}

/** Every text in the facts. */
function texts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(texts) : [];
}

/** Equal, or lists of which every entry says nothing but what an expected one says. */
function isTrue(value: unknown, expected: unknown): boolean {
  if (Array.isArray(value) && Array.isArray(expected)) return value.every((one) => expected.some((other) => isTrue(one, other)));
  if (typeof value === "object" && value !== null && typeof expected === "object" && expected !== null) {
    return Object.entries(value).every(([name, part]) => part === null || isTrue(part, (expected as Record<string, unknown>)[name]));
  }
  return value === expected;
}
