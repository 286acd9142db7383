/**
 * Whose an address is: the core against an independent reference, on what the URL parsers of Node and of both browsers make of
 * 500 addresses by hand and 100,000 made up.
 */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";
import { before, test } from "node:test";
import type { Page } from "puppeteer-core";
import { ROOT } from "../../extension/build/root";
import { launch, type Kind } from "../browser/driver/launch";
import { writeFigure } from "../figures";
import { Dice } from "./dice";
import { judge, parse, type Parts } from "./addresses/judge";
import { madeAddress } from "./addresses/made";
import { TRICKS } from "./addresses/tricks";

const MADE = 100_000;
/** One page for each is too much for one message to a browser. */
const AT_ONCE = 20_000;

const PROGRAM = join(ROOT, "target/debug/examples/addresses");
const dice = new Dice(5);
const made = Array.from({ length: MADE }, () => madeAddress(dice));
/** Every fourth is a frame in the page of another. */
const tops = made.map((_, at) => (at % 4 === 0 ? made[dice.below(MADE)] : undefined));

before(() => {
  execFileSync("cargo", ["build", "--quiet", "--locked", "-p", "keyferry-core", "--example", "addresses"], { cwd: ROOT, stdio: "inherit" });
});

/** What the core says of documents at these addresses, inside these top documents. */
function verdicts(pairs: readonly (readonly [string, string | undefined])[]): string[] {
  const input = pairs.map(([url, top]) => JSON.stringify([url, top ?? null])).join("\n");
  const { stdout, status } = spawnSync(PROGRAM, { input, encoding: "utf8", maxBuffer: 1e8 });
  assert.equal(status, 0);
  return stdout.split("\n").slice(0, -1);
}

/** An address that a document can have, or the text itself where no parser takes it. */
const written = (parts: Parts, text: string): string => parts?.href ?? text;

/** A page in a browser that ends with the act. */
async function inBrowser(kind: Kind, act: (page: Page) => Promise<void>): Promise<void> {
  const driven = await launch(kind);
  try {
    await act(await driven.browser.newPage());
  } finally {
    await driven.close();
  }
}

type Parser = (texts: readonly string[]) => Promise<Parts[]>;

const PARSERS: Record<string, (act: (parser: Parser) => Promise<void>) => Promise<void>> = {
  node: (act) => act((texts) => Promise.resolve(texts.map(parse))),
  ...Object.fromEntries(
    (["chromium", "firefox"] as const).map((kind) => [
      kind,
      (act: (parser: Parser) => Promise<void>) =>
        inBrowser(kind, async (page) => {
          await act(async (texts) => {
            const parts: Parts[] = [];
            for (let at = 0; at < texts.length; at += AT_ONCE) {
              const some = JSON.stringify(texts.slice(at, at + AT_ONCE));
              parts.push(...((await page.evaluate(`{ const parse = ${parse.toString()}; ${some}.map(parse); }`)) as Parts[]));
            }
            return parts;
          });
        }),
    ]),
  ),
};

for (const [name, using] of Object.entries(PARSERS)) {
  test(`every trick by hand comes to what it should, by the parser of ${name}`, () =>
    using(async (parser) => {
      const parts = await parser(TRICKS.map(({ address }) => address));
      const found = verdicts(TRICKS.map(({ address }, at) => [written(parts[at] ?? null, address), undefined]));
      const wrong = TRICKS.flatMap(({ address, whose }, at) => (found[at] === whose ? [] : [`${JSON.stringify(address)} is ${whose}'s, not ${String(found[at])}'s`]));
      assert.deepEqual(wrong, []);
      assert.ok(TRICKS.length >= 500);
      writeFigure("security", "addresses-by-hand", TRICKS.length);
    }));

  test(`of ${String(MADE)} made up none is taken for another's and none of ours is missed, by the parser of ${name}`, () =>
    using(async (parser) => {
      const [parts, above] = [await parser(made), await parser(tops.map((top) => top ?? ""))];
      const pairs = made.map((text, at) => [written(parts[at] ?? null, text), tops[at] === undefined ? undefined : written(above[at] ?? null, tops[at])] as const);
      const found = verdicts(pairs);
      const expected = parts.map((one, at) => judge(one, tops[at] === undefined ? undefined : (above[at] ?? null)));
      const rows = pairs.map((pair, at) => ({ pair, found: found[at], expected: expected[at] })).filter(({ found: is, expected: should }) => is !== should);
      const accepts = rows.filter(({ expected: should }) => should === "nobody");
      assert.deepEqual({ accepts: accepts.slice(0, 9), refusals: rows.filter((row) => !accepts.includes(row)).slice(0, 9) }, { accepts: [], refusals: [] });
      // Both happen by the thousand, or the test would say nothing.
      const ours = expected.filter((whose) => whose !== "nobody").length;
      assert.ok(ours > 5000 && ours < MADE - 5000, String(ours));
      writeFigure("security", `addresses-made-${name}`, MADE);
      writeFigure("security", `addresses-made-ours-${name}`, ours);
      writeFigure("security", `addresses-wrong-${name}`, rows.length);
    }));
}

test("as it stands, before any parser has seen it, no address is taken for more than it is", () => {
  const texts = [...TRICKS.map(({ address }) => address), ...made].filter((text) => !text.startsWith("chrome-extension:"));
  const found = verdicts(texts.map((text) => [text, undefined] as const));
  assert.deepEqual(texts.filter((text, at) => found[at] !== "nobody" && found[at] !== judge(parse(text))).slice(0, 9), []);
  assert.ok(found.some((whose) => whose !== "nobody"));
});
