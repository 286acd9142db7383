/**
 * Pages of the corpus changed at random, one to three times each: what is still said of them must be right. A page is
 * loaded once and changed in place. `MUTANTS=100` makes a hundred of each page.
 */
import assert from "node:assert/strict";
import { before, it } from "node:test";
import { build } from "esbuild";
import { join } from "node:path";
import { ROOT } from "../../extension/build/root";
import { sized, writeFigure } from "../figures";
import { buildCore } from "../inspect/built";
import { startCore } from "../inspect/core";
import { inspect } from "../inspect/inspect";
import { findTools } from "../inspect/tools";
import { corpus } from "./corpus";
import { faultsOf, textsIn } from "./faults";
import type { Mutant } from "./mutator";

/** How many of all pages together. */
const MUTANTS = sized(5_400, 24_000);
/** So much of the controls is still found; a change that loses more than this has to say why. */
const FLOOR = 0.98;
/** So many are asked of the page at once. */
const BATCH = 20;

before(buildCore);

it("finds nothing wrong on changed pages", async () => {
  const tools = findTools();
  const { outputFiles } = await build({ entryPoints: [join(ROOT, "tests/pages/mutator.ts")], bundle: true, format: "iife", target: "es2023", write: false });
  const mutator = outputFiles[0]?.text ?? "";
  const core = startCore(tools.core);
  const sum = { mutants: 0, expected: 0, found: 0 };
  const wrong: string[] = [];
  const pages = corpus().filter(({ mutable, expected }) => mutable && Object.keys(expected.targets).length > 0);
  const each = Number(process.env["MUTANTS"] ?? Math.ceil(MUTANTS / pages.length));
  const started = Date.now();
  try {
    await inspect(pages, tools, async (_, page, ask) => {
      await ask(`${mutator}; 0`);
      const { targets, facts, language } = page.expected;
      const first = pages.indexOf(page) * 1000;
      for (let from = 0; from < each; from += BATCH) {
        const seeds = Array.from({ length: Math.min(BATCH, each - from) }, (__, index) => first + from + index);
        const made = (await ask(`mutants(${JSON.stringify(seeds)}, ${JSON.stringify(targets)}, ${JSON.stringify(textsIn(facts))}, ${String(language !== null)})`)) as Mutant[];
        for (const mutant of made) {
          const seen = await core.recognise({ ...mutant.page, ...(page.topUrl !== undefined && { top_url: page.topUrl }) });
          const faults = faultsOf(page.expected, mutant.handles, seen);
          wrong.push(...faults.map((fault) => `${page.list}: ${page.name}, seed ${String(mutant.seed)} (${mutant.changes.join(", ")}): ${fault}`));
          sum.mutants += 1;
          sum.expected += Object.keys(targets).length;
          sum.found += Object.keys(seen.targets).length;
        }
      }
    });
  } finally {
    await core.close();
  }
  const rate = sum.found / sum.expected;
  writeFigure("pages", "mutants", sum.mutants);
  writeFigure("pages", "mutants wrong", wrong.length);
  writeFigure("pages", "mutants: controls found, percent", Math.floor(rate * 1000) / 10);
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`${String(sum.mutants)} mutants in ${String(seconds)} s: ${(rate * 100).toFixed(1)} % of the controls still found, ${String(wrong.length)} wrong`);
  assert.deepEqual(wrong, []);
  assert.ok(rate > FLOOR, `only ${String(rate)} still found`);
});
