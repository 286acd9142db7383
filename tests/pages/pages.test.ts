/** Every page of the corpus, through the whole of `inspect`: the screen, the facts and each control are exactly the expected ones. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { writeFigure } from "../figures";
import { buildCore } from "../inspect/built";
import { inspect, type Line } from "../inspect/inspect";
import { findTools } from "../inspect/tools";
import { corpus, type Page } from "./corpus";

type Seen = { line: Line; targets: Record<string, string | null> };

const PAGES = corpus();
const seen = new Map<Page, Seen>();

before(async () => {
  buildCore();
  const began = performance.now();
  await inspect(PAGES, findTools(), async (line, page, ask) => {
    const targets = (await ask(`keyferry.canonical(${JSON.stringify(page.expected.targets)})`)) as Record<string, string | null>;
    seen.set(page, { line, targets });
  });
  const seconds = (performance.now() - began) / 1000;
  writeFigure("pages", "inspect_100_pages_seconds", Number(((100 * seconds) / PAGES.length).toFixed(1)));
});

for (const list of new Set(PAGES.map((page) => page.list))) {
  describe(list, () => {
    for (const page of PAGES.filter((one) => one.list === list)) {
      it(page.name, () => {
        const { line, targets } = seen.get(page) ?? assert.fail("not looked at");
        for (const [target, selector] of Object.entries(targets)) {
          assert.notEqual(selector, null, `the case is wrong: nothing is at ${page.expected.targets[target] ?? ""}`);
        }
        const { site, screen, language, facts, targets: found } = line;
        assert.deepEqual({ site, screen, language, facts, targets: found }, { ...page.expected, targets }, page.path);
      });
    }
  });
}

after(() => {
  const count = (what: (line: Line) => number): number => [...seen.values()].reduce((sum, { line }) => sum + what(line), 0);
  writeFigure("pages", "pages", seen.size);
  writeFigure("pages", "controls", count((line) => Object.keys(line.targets).length));
  writeFigure("pages", "facts", count((line) => Object.keys(line.facts).length));
  console.log(`${String(seen.size)} pages, ${String(count((line) => Object.keys(line.targets).length))} controls, ${String(count((line) => Object.keys(line.facts).length))} facts`);
});
