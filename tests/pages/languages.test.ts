/** Every screen of the corpus in every language, with every wording that is known of it, and in one that nobody knows. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, it } from "node:test";
import { ROOT } from "../../extension/build/root";
import type { Page as Digest } from "../../extension/generated/core";
import { writeFigure } from "../figures";
import { buildCore } from "../inspect/built";
import { startCore } from "../inspect/core";
import { inspect } from "../inspect/inspect";
import { findTools } from "../inspect/tools";
import { corpus, type Page } from "./corpus";
import { faultsOf } from "./faults";
import { countWordings, readLabels, translate } from "./labels";

/** So much of the corpus must still be found where no label is known. */
const FLOOR_UNKNOWN = 0.38;

before(buildCore);

it("the labels that the documentation has are all known", () => {
  for (const list of ["azure", "marketo"]) {
    // "&" and the word for it, capitals and parted words are folded into one.
    const fold = (line: string): string => line.normalize().toLowerCase().replace(/&| (?:och|und|et) /gu, "&").replace(/ /gu, "");
    const known = new Set(readLabels(list).map(({ term, language, text }) => fold([term, language, text].join("\t"))));
    const lines = readFileSync(join(ROOT, "tests/pages/documented", `${list}.tsv`), "utf8").split("\n");
    const unknown = lines.filter((line) => line !== "" && !line.startsWith("#") && !known.has(fold(line)));
    assert.deepEqual(unknown, [], list);
  }
});

it("finds every screen in every language and every wording", async () => {
  const tools = findTools();
  const core = startCore(tools.core);
  const known = { pages: 0, expected: 0, found: 0 };
  const unknown = { pages: 0, screens: 0, expected: 0, found: 0 };
  const wrong: string[] = [];
  const missed: string[] = [];
  try {
    await inspect(bases(), tools, async (_, page, ask) => {
      const html = readFileSync(page.path, "utf8");
      const look = async (language: string, wording: number): Promise<void> => {
        const other = translate(html, page.list, language, wording);
        const body = other.slice(other.indexOf("<body"), other.lastIndexOf("</body>"));
        const digest = (await ask(
          `document.documentElement.lang = ${JSON.stringify(language === "unknown" ? "ka" : language)}; document.body.innerHTML = ${JSON.stringify(body.slice(body.indexOf(">") + 1))}; keyferry.look()`,
        )) as Digest;
        const handles = (await ask(`keyferry.handles(${JSON.stringify(page.expected.targets)})`)) as Record<string, number | null>;
        const seen = await core.recognise({ ...digest, ...(page.topUrl !== undefined && { top_url: page.topUrl }) });
        const where = `${page.list}: ${page.name} in ${language}, wording ${String(wording)}`;
        wrong.push(...faultsOf(page.expected, handles, seen).map((fault) => `${where}: ${fault}`));
        const expected = Object.keys(page.expected.targets);
        const found = expected.filter((target) => target in seen.targets);
        if (language === "unknown") {
          unknown.pages += 1;
          unknown.screens += seen.screen === null ? 0 : 1;
          unknown.expected += expected.length;
          unknown.found += found.length;
          return;
        }
        known.pages += 1;
        known.expected += expected.length;
        known.found += found.length;
        const tied = seen.language === null || seen.language === language;
        if (!tied) wrong.push(`${where}: wrong language ${seen.language ?? ""}`);
        if (found.length < expected.length) missed.push(`${where}: ${seen.screen ?? "no screen"}, without ${expected.filter((target) => !found.includes(target)).join(", ")}`);
      };
      for (const language of new Set(readLabels(page.list).map((label) => label.language))) {
        for (let wording = countWordings(html, page.list, language) - 1; wording >= 0; wording -= 1) await look(language, wording);
      }
      await look("unknown", 0);
    });
  } finally {
    await core.close();
  }
  const share = (part: number, whole: number): number => Math.floor((part / whole) * 1000) / 10;
  writeFigure("pages", "pages in languages", known.pages);
  writeFigure("pages", "controls found in languages, percent", share(known.found, known.expected));
  writeFigure("pages", "screens found in an unknown language, percent", share(unknown.screens, unknown.pages));
  writeFigure("pages", "controls found in an unknown language, percent", share(unknown.found, unknown.expected));
  console.log(`${String(known.pages)} pages in languages: ${String(share(known.found, known.expected))} % of the controls; in an unknown one ${String(share(unknown.screens, unknown.pages))} % of the screens, ${String(share(unknown.found, unknown.expected))} % of the controls`);
  assert.deepEqual(wrong, []);
  assert.deepEqual(missed, []);
  assert.ok(unknown.found / unknown.expected > FLOOR_UNKNOWN, "what is found without a known label");
});

/** One page of each structure, in English. */
function bases(): Page[] {
  const seen = new Set<string>();
  return corpus().filter(({ list, parts, labels, expected }) => {
    const first = (list === "azure" || list === "marketo") && labels === undefined && expected.screen !== null && !seen.has(parts);
    if (first) seen.add(parts);
    return first;
  });
}
