/** What the panel saves of a page is, for Keyferry, that page: the same screen and the same controls. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { before, it } from "node:test";
import { build } from "esbuild";
import { ROOT } from "../../extension/build/root";
import { vocabulary } from "../../extension/build/vocabulary";
import { fileOf } from "../../extension/saving/file";
import type { Written } from "../../extension/saving/write";
import { sized, writeFigure } from "../figures";
import { buildCore } from "../inspect/built";
import { inspect, type Line } from "../inspect/inspect";
import { readCommandLine } from "../inspect/orders";
import { findTools } from "../inspect/tools";
import { corpus, type Page } from "./corpus";

const FOLDER = join(ROOT, "out/pages/saved");
/** Every case in the full run, and so many of them else. */
const STEP = sized(3, 1);
const PAGES = corpus().filter(({ url }, at) => url.startsWith("https:") && at % STEP === 0);
const seen = new Map<Page, { original: Line; path: string; saved?: Line }>();

before(async () => {
  buildCore();
  const { outputFiles } = await build({ entryPoints: [join(ROOT, "extension/saving/frame.ts")], bundle: true, format: "iife", target: "es2023", write: false });
  const script = outputFiles[0]?.text ?? "";
  mkdirSync(FOLDER, { recursive: true });
  const known = JSON.stringify(vocabulary());
  await inspect(PAGES, findTools(), async (original, page, ask) => {
    await ask(`${script}; 0`);
    const written = (await ask(`keyferrySave(${known}, "a salt")`)) as Written;
    const path = join(FOLDER, `${page.list}-${basename(page.path)}`);
    // A frame stands in the same file as the page around it.
    const top = page.topUrl === undefined ? undefined : ((await ask(`keyferryAddress(${known}, "a salt", ${JSON.stringify(page.topUrl)})`)) as string);
    writeFileSync(path, fileOf([{ ...written, ...(top !== undefined && { top_url: top }) }]));
    seen.set(page, { original, path });
  });
  const byPath = new Map([...seen.values()].map((one) => [one.path, one]));
  await inspect(readCommandLine([...byPath.keys()]).orders, findTools(), (saved) => {
    const one = byPath.get(saved.file);
    if (one) one.saved = saved;
  });
});

it("the saved page is the page: the same screen, no other control, and next to no miss", () => {
  const differs: string[] = [];
  for (const [page, { original, saved, path }] of seen) {
    const brief = (line: Line | undefined): string => JSON.stringify([line?.site, line?.screen, line?.language, Object.keys(line?.targets ?? {}).sort()]);
    if (brief(original) === brief(saved)) continue;
    const more = Object.keys(saved?.targets ?? {}).filter((target) => !(target in original.targets));
    assert.deepEqual(more, [], `${page.name}: ${path}`);
    differs.push(`${page.list}: ${page.name} (${path}): ${brief(original)} became ${brief(saved)}`);
  }
  writeFigure("pages", "saved-pages", seen.size);
  writeFigure("pages", "saved-pages-that-differ", differs.length);
  // A question in free words (a box without a title of its own) is not kept: its words are the page's own.
  assert.ok(differs.length <= seen.size * 0.03, differs.join("\n"));
});
