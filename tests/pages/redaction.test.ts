/** Nothing of a person's survives in what the panel saves, wherever on a page it stood and however it was written. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { build } from "esbuild";
import { ROOT } from "../../extension/build/root";
import { vocabulary } from "../../extension/build/vocabulary";
import { fileOf } from "../../extension/saving/file";
import type { Written } from "../../extension/saving/write";
import { buildCore } from "../inspect/built";
import { inspect } from "../inspect/inspect";
import { findTools } from "../inspect/tools";
import { makeSecret } from "./secrets";

const secret = (seed: string): string => makeSecret("current", seed);
const encode = encodeURIComponent;
const base64 = (text: string): string => Buffer.from(text).toString("base64");
const cut = (text: string): string => `<b>${text.slice(0, 19)}</b><i>${text.slice(19)}</i>`;

/** What is planted: a name for it, the value, and how it stands in the page. */
const PLANTS: [what: string, value: string, html: (value: string) => string][] = [
  ["client ID in text", "5a3c1f60-2b1d-4e0f-9c8a-112233445566", (v) => `<p>${v}</p>`],
  ["tenant ID in a title", "8d1f3a52-77c4-4be2-a1d9-5e6f7a8b9c0d", (v) => `<span title="${v}">x</span>`],
  ["object ID in a link", "c2b7e9d4-1a35-4f68-8e0b-3d4c5b6a7988", (v) => `<a href="#view/X/objectId/${v}">Object</a>`],
  ["current secret", secret("a"), (v) => `<td>${v}</td>`],
  ["previous secret", makeSecret("previous", "b"), (v) => `<p>${v}</p>`],
  ["legacy secret", makeSecret("legacy", "c"), (v) => `<p>${v}</p>`],
  ["unknown secret", makeSecret("other", "d"), (v) => `<p>${v}</p>`],
  ["broken secret", makeSecret("broken", "e"), (v) => `<p>Value ${v}</p>`],
  ["secret in two nodes", secret("f"), cut],
  ["secret with a break", secret("g"), (v) => `<p>${v.slice(0, 20)}<wbr>${v.slice(20)}</p>`],
  ["secret in a title", secret("h"), (v) => `<span title="${v}">abc...</span>`],
  ["secret in a field", secret("i"), (v) => `<input readonly value="${v}">`],
  ["secret in an attribute", secret("j"), (v) => `<span aria-label="${v}">copy</span>`],
  ["secret in a comment", secret("k"), (v) => `<p><!-- ${v} -->x</p>`],
  ["secret in a data attribute", secret("l"), (v) => `<p data-value="${v}" data-telemetryname="${v}">x</p>`],
  ["secret in a script", secret("m"), (v) => `<script>var a="${v}"</script>`],
  ["secret in CSS content", secret("n"), (v) => `<style>p.q::before{content:"${v}"}</style><p class="q">x</p>`],
  ["secret in an alternative text", secret("o"), (v) => `<img alt="${v}" src="/s.gif">`],
  ["secret in a link's query", secret("p"), (v) => `<a href="https://x.example/?client_secret=${encode(v)}#${v}">Link</a>`],
  ["secret in base64", base64(secret("q")), (v) => `<p>${v}</p>`],
  ["secret as a class", `ms-${makeSecret("other", "r")}`, (v) => `<p class="${v}" id="${v}">x</p>`],
  ["name", "Annelie Svensdotter", (v) => `<p>${v}</p>`],
  ["name in a greeting", "Bartholomew Quigley", (v) => `<h2>Welcome, ${v}!</h2>`],
  ["name in a button", "Kazimierz Wojnarowski", (v) => `<button title="Account of ${v}" aria-label="${v}">${v}</button>`],
  ["name of an app in a title", "Nordwindrouter", (v) => `<h1>${v} | Overview</h1>`],
  ["name in a label that carries one", "Fjallravengruppen", (v) => `<button>Grant admin consent for ${v}</button>`],
  ["e-mail", "annelie.svensdotter@kungsholmen-foods.example", (v) => `<p>${v}</p>`],
  ["phone", "+46 70 993 82 71", (v) => `<a href="tel:${v}">${v}</a>`],
  ["street", "Drottninggatan 117, 113 60 Stockholmslan", (v) => `<address>${v}</address>`],
  // That it is one of Dynamics' hosts is no secret; whose, is.
  ["host", "kungsholmen-foods.crm4", (v) => `<a href="https://${v}.dynamics.com/main">https://${v}.dynamics.com/main.aspx</a>`],
  ["date", "2031-08-29", (v) => `<td>${v}</td>`],
  ["IP address", "203.0.113.197", (v) => `<p>${v}</p>`],
  ["Windows account", "KUNGSHOLMEN\\svc-integration77", (v) => `<input value="${v}">`],
  ["JWT", `${base64('{"alg":"RS256"}')}.${base64('{"name":"Annelie"}')}.Zm9vYmFyYmF6`, (v) => `<p>${v}</p>`],
  ["cookie", "sessionid=7f3b9c2e1a", (v) => `<p>Cookie: ${v}</p>`],
  ["number", "4417839205", (v) => `<p>Invoice ${v}</p>`],
  ["password in a field", "correct-horse-battery", (v) => `<input type="password" value="${v}">`],
  ["placeholder", "e.g. Hagaborgsskolan", (v) => `<input placeholder="${v}">`],
  ["hidden input", "kvittonummer-88412", (v) => `<input type="hidden" value="${v}">`],
  ["open shadow root", "Gudmundsdottir", (v) => `<div><template shadowrootmode="open"><p>${v}</p></template></div>`],
  ["frame with a document of its own", "Hallgrimskirkja", (v) => `<iframe srcdoc="<p>${v}</p>" title="${v}" name="${v}"></iframe>`],
  ["option", "Vintergatanbolaget", (v) => `<select><option value="${v}">${v}</option></select>`],
  ["editable", "Midsommarkransen", (v) => `<div contenteditable="true">${v}</div>`],
  ["text area", "Sodertaljekanalen", (v) => `<textarea>${v}</textarea>`],
  ["not displayed", "Riddarholmskyrkan", (v) => `<div style="display:none">${v}</div>`],
  ["meta", "Norrlandsoperan", (v) => `<meta name="author" content="${v}">`],
  ["tree node of Ext", "Oresundsbron-node", (v) => `<li ext:tree-node-id="${v}" name="${v}">${v}</li>`],
  ["Swedish", "Åkerblomsgården", (v) => `<p>${v}</p>`],
  ["Japanese", "株式会社北海道商事東京支店", (v) => `<p>${v}</p>`],
];
const FRAME_NAME = "Langholmsgatan.ReactView";
const TITLE = "Gripsholmsslottet";
const QUERY = "Visbyringmuren";
const TENANT = "kungsholmsbryggeriet.example";

let file = "";
before(async () => {
  buildCore();
  const { outputFiles } = await build({ entryPoints: [join(ROOT, "extension/saving/frame.ts")], bundle: true, format: "iife", target: "es2023", write: false });
  const folder = join(ROOT, "out/pages/planted");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "planted.html");
  const cells = PLANTS.map(([, value, html]) => `<div>${html(value)}</div>`).join("\n");
  writeFileSync(path, `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${TITLE}</title></head><body>${cells}</body></html>`);
  const url = `https://portal.azure.com/?customer=${QUERY}#@${TENANT}/view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Credentials/appId/${PLANTS[0]?.[1] ?? ""}/name/${encode("Annelie Svensdotter")}`;
  await inspect([{ file: path, path, url, topUrl: undefined, frameName: FRAME_NAME }], findTools(), async (_, __, ask) => {
    await ask(`${outputFiles[0]?.text ?? ""}; 0`);
    file = fileOf([(await ask(`keyferrySave(${JSON.stringify(vocabulary())}, "a salt")`)) as Written]);
  });
  writeFileSync(join(folder, "saved.html"), file);
});

/** Every way a value may be written, in pieces of at least six characters. */
function traces(value: string): string[] {
  const pieces = value.split(/[^\p{L}\p{N}~_.-]+|(?<=^ms)-/u).filter((piece) => piece.length >= 6);
  const parts = pieces.flatMap((piece) => Array.from({ length: Math.max(1, piece.length - 7) }, (_, at) => piece.slice(at, at + 8)));
  return [value, ...parts].flatMap((text) => [text, Array.from(text).reverse().join(""), base64(text).replace(/=+$/, ""), encode(text)]).map((text) => text.toLowerCase());
}

test("the page was written", () => {
  assert.match(file, /Microsoft_AAD_RegisteredApps\/ApplicationMenuBlade\/~\/Credentials\/appId\/00000000-0000-4000-8000-/);
  assert.match(file, /Grant admin consent for Xxx/);
  assert.ok(PLANTS.length >= 40);
});

for (const [what, value] of [...PLANTS, ["frame's name", "Langholmsgatan"], ["title", TITLE], ["query", QUERY], ["tenant", TENANT]] as [string, string][]) {
  test(`nothing is left of: ${what}`, () => {
    const lower = file.toLowerCase();
    assert.deepEqual(traces(value).filter((trace) => trace.length >= 6 && lower.includes(trace)), []);
  });
}
