/** The command line of `inspect`, as its contract says: one line per file in order, 0 when all were read, else 2 and one clear line. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { ROOT } from "../../extension/build/root";

const URL = "https://app-ab13.marketo.com/#MM0A1";
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><body><nav><a id="go" href="#">Admin</a></nav><script>document.getElementById("go").remove()</script></body></html>`;
const folder = mkdtempSync(join(tmpdir(), "keyferry-inspect-"));

function run(...args: string[]): { code: number | null; out: string[]; err: string } {
  const { status, stdout, stderr } = spawnSync("node", [join(ROOT, "ts.mjs"), "tests/inspect/main.ts", ...args], { cwd: folder, encoding: "utf8" });
  return { code: status, out: stdout.split("\n").filter((line) => line !== ""), err: stderr };
}

describe("inspect", () => {
  before(() => {
    const built = spawnSync("cargo", ["build", "--quiet", "--locked", "-p", "keyferry-core", "--example", "inspect"], { cwd: ROOT, stdio: "inherit" });
    assert.equal(built.status, 0);
    writeFileSync(join(folder, "home.html"), PAGE);
    writeFileSync(join(folder, "list.json"), JSON.stringify([{ file: "home.html", url: URL }, { file: "home.html", url: "https://www.example.org/", top_url: null, frame_name: "" }]));
  });
  after(() => rmSync(folder, { recursive: true }));

  it("prints one line per file, in order, with every key, and runs no script of the page", () => {
    const { code, out, err } = run("--url", URL, "home.html");
    assert.equal(err, "");
    assert.equal(code, 0);
    const line = { file: "home.html", site: "marketo", screen: null, language: "en", facts: {}, targets: { admin: "html > body > nav > a" } };
    assert.deepEqual(out, [JSON.stringify(line)]);
  });

  it("takes a list, whose files are found beside it", () => {
    const { code, out } = run(`@${join(folder, "list.json")}`);
    assert.equal(code, 0);
    assert.deepEqual(out.map((line) => (JSON.parse(line) as { site: string | null }).site), ["marketo", null]);
  });

  for (const [what, args] of [
    ["a file that is not there", ["--url", URL, "home.html", "none.html"]],
    ["no address", ["home.html"]],
    ["an address that is none", ["--url", "marketo", "home.html"]],
    ["an address that is no web page's", ["--url", "file:///etc/hosts", "home.html"]],
    ["a list that is not there", ["@none.json"]],
    ["a list that is none", ["@home.html"]],
    ["an unknown option", ["--fast", "--url", URL, "home.html"]],
    ["nothing at all", []],
  ] satisfies [string, string[]][]) {
    it(`refuses ${what} with one line and 2`, () => {
      const { code, out, err } = run(...args);
      assert.equal(code, 2, err);
      assert.deepEqual(out, []);
      assert.match(err, /^inspect: [^\n]+\n$/u);
    });
  }
});
