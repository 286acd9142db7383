/** The set-up record at the end of a journey: it holds what it should, nothing of the secret, and a name is a name. */
import assert from "node:assert/strict";
import { constants, inflateSync } from "node:zlib";
import type { Page } from "puppeteer-core";
import { killWorker } from "../faults/worker";
import { findIn, tracesOf } from "../security/traces";
import { ownPage } from "./driver/launch";
import { until } from "./driver/until";
import type { Voyage } from "./voyage";

/** What somebody may call an app who wants more than a name. */
const NASTY = "<img src=x onerror=alert(1)> <b>& | *bold* [a](https://evil.example)";
/** So many of the secret's characters in a row are a piece of it. */
const PIECE = 6;

/** Asks the panel and the page for the record of the journey that has just ended. */
export async function assertHandOver(voyage: Voyage): Promise<void> {
  const { apps, tenant, marketo } = voyage.practice.world();
  const app = apps.at(-1);
  const secret = app?.secrets.at(-1);
  assert.ok(app && secret);
  assert.equal(secret.value, marketo.clientSecret);

  const markdown = await voyage.panel.$eval(".record a[download]", (link) => decodeURIComponent(link.href.replace(/^data:[^,]*,/, "")));
  const page = await openRecord(voyage);
  const shown = await page.evaluate(() => document.body.innerText);
  for (const text of [markdown, shown]) {
    for (const part of [app.clientId, tenant.id, secret.id, app.name]) assert.ok(text.includes(part), `${part} in ${text}`);
    assert.equal(text.match(/Passed/g)?.length, 7, text);
    assert.deepEqual(findIn(text, tracesOf(secret.value)), []);
    for (let at = 0; at + PIECE <= secret.value.length; at += 1) assert.ok(!text.includes(secret.value.slice(at, at + PIECE)), "a piece of the secret");
  }
  await assertPrinted(page, secret.value);
  await page.close();
  await assertName(voyage, app.clientId);
}

/** On paper: a whole file of one page or two, with words in it, without the button and without the secret. */
async function assertPrinted(page: Page, secret: string): Promise<void> {
  const pdf = Buffer.from(await page.pdf({ format: "A4" }));
  const file = pdf.toString("latin1");
  assert.match(file, /^%PDF-1\.\d/);
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(file)?.[1]);
  assert.match(file.slice(start, start + 40), /^(xref\b|\d+ 0 obj)/, "the file is whole to its last byte");
  const streams = [...file.matchAll(/stream\r?\n/g)].map(({ index, 0: { length } }) => unpacked(pdf.subarray(index + length)));
  const all = [file, ...streams].join("\n");
  const pages = all.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  assert.ok(pages >= 1 && pages <= 2, `${String(pages)} pages`);
  assert.ok(all.includes("/ToUnicode"), "what is printed is words, to be searched and copied");
  assert.ok(streams.some((stream) => (stream.match(/\bT[jJ]\b/g)?.length ?? 0) > 20), "the table is drawn");
  assert.deepEqual(findIn(all, tracesOf(secret)), []);
  await page.emulateMediaType("print").catch(() => undefined);
  assert.equal(await page.evaluate(() => [...document.styleSheets].some((sheet) => [...sheet.cssRules].some((rule) => rule.cssText.startsWith("@media print") && /button \{[^}]*display: none/.test(rule.cssText)))), true, "no button on paper");
}

/** A stream of a PDF, as far as it is packed by zlib. */
function unpacked(stream: Buffer): string {
  try {
    return inflateSync(stream, { finishFlush: constants.Z_SYNC_FLUSH }).toString("latin1");
  } catch {
    return "";
  }
}

/** On the page a name is text, whatever is in it. */
async function assertName(voyage: Voyage, clientId: string): Promise<void> {
  // A page of Azure that is still open would give the app its own name again.
  for (const page of await voyage.browser.pages()) if (page.url().includes("portal.azure.com")) await page.close();
  await voyage.panel.evaluate(
    async (clientId, name) => {
      type Stored = { logbook: { voyage: { apps: Partial<Record<string, { name: string }>> } } };
      const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
      const { logbook } = await api.storage.local.get<Stored>("logbook");
      const app = logbook.voyage.apps[clientId];
      if (app) app.name = name;
      await api.storage.local.set({ logbook });
    },
    clientId,
    NASTY,
  );
  await killWorker(voyage);
  const page = await openRecord(voyage);
  const found = await page.evaluate(() => ({ cell: document.querySelector("td")?.parentElement?.nextElementSibling?.querySelector("bdi")?.innerHTML, text: document.body.innerText, strange: document.querySelectorAll("img, b, a").length }));
  assert.ok(found.text.includes(NASTY), found.text);
  assert.ok(found.cell?.startsWith("&lt;img src=x"), found.cell);
  assert.equal(found.strange, 0);
  await page.close();
}

/** Opens it as a person does; in Firefox, where no driver finds a tab that an extension's page has opened, by its address. */
async function openRecord(voyage: Voyage): Promise<Page> {
  const page = voyage.kind === "firefox" ? await ownPage(voyage.browser, voyage.own("record.html")) : await pressed(voyage);
  await page.waitForSelector("#record table");
  return page;
}

async function pressed(voyage: Voyage): Promise<Page> {
  const link = await voyage.panel.waitForSelector("a[href='record.html']", { visible: true });
  await link?.click();
  return until("the record's tab", async () => (await voyage.browser.pages()).find((page) => page.url() === voyage.own("record.html")));
}
