/** The command line of `inspect`, as its contract says: one line per file in order, 0 when all were read, else 2 and one clear line. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { ROOT } from "../../extension/build/root";
import { makeSecret } from "../pages/secrets";
import { buildCore } from "./built";
import type { Line } from "./inspect";

const URL = "https://app-ab13.marketo.com/#MM0A1";
const SECRETS = "https://portal.azure.com/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Credentials/appId/3f2504e0-4f89-11d3-9a0c-0305e82c3301/isMSAApp~/false";
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><body><nav><a id="go" href="#">Admin</a></nav><script>document.getElementById("go").remove()</script></body></html>`;
const folder = mkdtempSync(join(tmpdir(), "keyferry-inspect-"));

function run(...args: string[]): { code: number | null; out: string[]; err: string } {
  const { status, stdout, stderr } = spawnSync("node", [join(ROOT, "ts.mjs"), "tests/inspect/main.ts", ...args], { cwd: folder, encoding: "utf8" });
  return { code: status, out: stdout.split("\n").filter((line) => line !== ""), err: stderr };
}

/** Looks at one page made of a body. */
function look(place: Record<string, string>, body: string, ...args: string[]): Line {
  writeFileSync(join(folder, "one.html"), `<!doctype html><html><meta charset="utf-8"><body>${body}</body></html>`);
  writeFileSync(join(folder, "one.json"), JSON.stringify([{ file: "one.html", ...place }]));
  const { code, out, err } = run(...args, "@one.json");
  assert.equal(code, 0, err);
  return JSON.parse(out[0] ?? "") as Line;
}

describe("inspect", () => {
  before(() => {
    buildCore();
    writeFileSync(join(folder, "home.html"), PAGE);
    writeFileSync(join(folder, "part.html"), `<nav><a href="#">Admin</a></nav>`);
    mkdirSync(join(folder, "deep"));
    writeFileSync(join(folder, "deep/wide.html"), `\ufeff${PAGE}`, "utf16le");
    writeFileSync(join(folder, "picture.png"), Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=", "base64"));
    writeFileSync(join(folder, "text.html"), "Admin");
    writeFileSync(join(folder, "empty.json"), "[]");
    writeFileSync(join(folder, "object.json"), "{}");
    writeFileSync(join(folder, "texts.json"), `["home.html"]`);
    writeFileSync(join(folder, "placeless.json"), `[{"file": "home.html"}]`);
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

  it("finds files where the caller stands, and takes a page that is no whole document and one in UTF-16", () => {
    const { code, out, err } = run("--url", URL, "./part.html", join("deep", "wide.html"));
    assert.equal(code, 0, err);
    assert.deepEqual(out.map((line) => (JSON.parse(line) as Line).file), ["./part.html", "deep/wide.html"]);
    for (const line of out) assert.deepEqual(Object.keys((JSON.parse(line) as Line).targets), ["admin"], line);
  });

  it("takes a frame for what its top frame, its name and its content say, and one that shows nothing yet for no screen", () => {
    const secrets = look({ frame_name: "CredentialsBlade.ReactView", url: "https://sandbox-1.reactblade.portal.azure.net/index.html", top_url: SECRETS }, `<h2>Certificates &amp; secrets</h2>`);
    assert.deepEqual([secrets.site, secrets.screen], ["azure", "certificates-secrets"]);
    const strange = look({ frame_name: "OtherBlade.ReactView", url: "https://sandbox-1.reactblade.portal.azure.net/index.html", top_url: SECRETS }, `<p>Hello</p>`);
    const hidden = look({ frame_name: "CredentialsBlade.ReactView", url: "https://portal.azure.com.example.org/", top_url: SECRETS }, `<h2>Certificates &amp; secrets</h2>`);
    assert.deepEqual([strange.site, strange.screen, strange.targets], ["azure", null, {}]);
    assert.deepEqual([hidden.site, hidden.screen], [null, null], "a stranger's frame");
  });

  it("says nothing of a secret but its kind, length and first characters, also when it says why", () => {
    const secret = makeSecret("current", "inspect");
    const row = `<tr><td>Marketo</td><td>12/31/2027</td><td id="value" title="${secret}">${secret}</td><td>99998888-7777-4666-8555-444433332222</td></tr>`;
    const body = `<h2>Sync | Certificates &amp; secrets</h2><table><tr><th>Description</th><th>Expires</th><th>Value</th><th>Secret ID</th></tr>${row}</table>`;
    const line = look({ url: SECRETS }, body, "--why");
    const value = { state: "shown", kind: "current", length: 40, hint: secret.slice(0, 3), checksum: true };
    assert.deepEqual(line.facts["secrets"], [{ description: "Marketo", expires: "2027-12-31", secret_id: "99998888-7777-4666-8555-444433332222", value }]);
    assert.ok(line.targets["secret-value"] !== undefined);
    assert.ok(!JSON.stringify(line).includes(secret.slice(0, 8)));
  });

  it("says why only when asked: what speaks for and against a screen, for a control, and what is missing", () => {
    const body = `<h2>Sync | Certificates &amp; secrets</h2><p>New client secret</p><div role="tablist"><div role="tab" aria-selected="true" tabindex="0">Klienthemligheter (1)</div></div>`;
    const plain = look({ url: SECRETS }, body);
    assert.deepEqual(Object.keys(plain), ["file", "site", "screen", "language", "facts", "targets"]);
    const line = look({ url: SECRETS }, body, "--why");
    const { why = assert.fail("no why"), ...rest } = line;
    assert.deepEqual(rest, plain, "the answer is the same");
    const screen = why.screens[0] ?? assert.fail("no screen");
    assert.deepEqual([screen.screen, screen.shown, screen.against], ["certificates-secrets", true, []]);
    assert.ok(screen.for.includes('heading CertificatesSecrets: "Sync | Certificates & secrets"'), String(screen.for));
    assert.ok(screen.missing.includes("frame name with credential"));
    const tab = why.targets["tab-client-secrets"];
    assert.equal(tab?.outcome, "found");
    const chosen = tab.candidates[0] ?? assert.fail("no candidate");
    assert.equal(chosen.selector, rest.targets["tab-client-secrets"]);
    assert.ok(chosen.for.includes('label "Klienthemligheter (1)" (its own; sv)'), String(chosen.for));
    const button = why.targets["new-client-secret"];
    assert.equal(button?.outcome, "words");
    assert.deepEqual(button.candidates.map(({ selector, chosen, against }) => [selector, chosen, against]), [["html > body > p", false, ["is no [Button, Link]: Other"]]]);
    assert.equal(why.targets["secret-value"]?.outcome, "no-value");
  });

  it("says that the heading is there, and no button beside it", () => {
    const tab = '<ul class="x-tab-strip"><li class="x-tab-strip-active">Microsoft Dynamics</li></ul>';
    const outcome = (body: string): string | undefined => look({ url: "https://app-ab13.marketo.com/#DY0A1" }, tab + body, "--why").why?.targets["edit-credentials"]?.outcome;
    assert.equal(outcome("<h3>Credentials</h3>"), "heading-only");
    assert.equal(outcome("<div><h3>Credentials</h3><button>Edit</button></div>"), "found");
    assert.equal(outcome("<h3>Credentials</h3><div><h3>Field Sync Details</h3><button>Edit</button></div>"), "astray");
  });

  it("says what speaks against a screen", () => {
    const line = look({ url: SECRETS }, `<h2>Sync | API permissions</h2><button>New client secret</button>`, "--why");
    assert.equal(line.screen, null);
    assert.deepEqual(line.why?.screens[0]?.against, ['heading of another page than CertificatesSecrets: "Sync | API permissions"']);
  });

  for (const [what, args] of [
    ["a file that is not there", ["--url", URL, "home.html", "none.html"]],
    ["no address", ["home.html"]],
    ["an address that is none", ["--url", "marketo", "home.html"]],
    ["an address that is no web page's", ["--url", "file:///etc/hosts", "home.html"]],
    ["a list that is not there", ["@none.json"]],
    ["a list that is none", ["@home.html"]],
    ["an empty list", ["@empty.json"]],
    ["a list that is an object", ["@object.json"]],
    ["a list with an entry that is no object", ["@texts.json"]],
    ["an entry without an address", ["@placeless.json"]],
    ["a folder", ["--url", URL, "deep"]],
    ["a picture", ["--url", URL, "picture.png"]],
    ["a text without a tag", ["--url", URL, "text.html"]],
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
