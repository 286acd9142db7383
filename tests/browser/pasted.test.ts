/** Errors and outputs as they are pasted in real life, into the panel's own boxes, as somebody would who sees them for the first time. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { makeSecret } from "../pages/secrets";
import { takeHelm } from "./helm";
import { until } from "./driver/until";
import { during, press } from "./voyage";

const TRACE = "Trace ID: 0d9c3a5e-7b1f-4e28-9a60-000000050126\r\nCorrelation ID: 1d9c3a5e-7b1f-4e28-9a60-000000050034\r\nTimestamp: 2027-01-01 00:00:00Z";

/** What is pasted, and the codes that are explained. */
const ERRORS: readonly (readonly [text: string, codes: readonly string[]])[] = [
  [`Failed to authenticate the sync user. Response from server: {"error":"invalid_grant","error_description":"AADSTS50126: Error validating credentials due to invalid username or password.\\r\\n${TRACE}","error_codes":[50126]}`, ["50126"]],
  [JSON.stringify({ error: "invalid_client", error_description: `AADSTS7000222: The keys are expired.\r\n${TRACE}`, error_codes: [7000222], error_uri: "https://login.microsoftonline.com/error?code=7000222" }, null, 2), ["7000222"]],
  ["https://localhost/?error=access_denied&error_subcode=cancel&error_description=AADSTS65004%3a+User+declined+to+consent.%0d%0aTrace+ID%3a+0d9c3a5e&state=marketo", ["65004"]],
  ["first aadsts50076, then AADSTS53003; AADSTS50076 again", ["50076", "53003"]],
  ["&lt;p&gt;AADSTS&#8203;</p> {&quot;error_codes&quot;:[700016]}", ["700016"]],
  ["AADSTS 7000215", ["7000215"]],
  ["50034", ["50034"]],
  ["AADSTS1234567: something new", ["1234567"]],
  ["Something went wrong. Please try again later.", []],
];

/** What is pasted for a pair. */
const PAIRS: readonly ((id: string, secret: string, tenant: string) => string)[] = [
  (id, secret, tenant) => `PS C:\\Users\\kim> az ad app credential reset --id ${tenant} --append\r\nThe output includes credentials that you must protect.\r\n{\r\n  "appId": "${id}",\r\n  "password": "${secret}",\r\n  "tenant": "${tenant}"\r\n}\r\n`,
  (id, secret, tenant) => `kim@cloud:~$ az ad sp create-for-rbac\n\u001b[33mWARNING: protect these\u001b[0m\n{\n  \u001b[94m"appId"\u001b[39;49;00m: \u001b[33m"${id}"\u001b[39;49;00m,\n  "password": "${secret}",\n  "tenant": "${tenant}"\n}`,
  (id, secret, tenant) => `Kim Larsson, 09:12\n> {\n>   "appId": "${id}",\n>   "password": "${secret}",\n>   "tenant": "${tenant}"\n> }\nhere you go`,
];

for (const kind of ["chromium", "firefox"] as const) {
  test(`errors and pairs as they are pasted, in ${kind}`, () =>
    during(kind, { presets: ["secret"], begins: () => Promise.resolve() }, async ({ panel, before }) => {
      await press(panel, "#open-help");
      for (const [text, codes] of ERRORS) {
        await paste(panel, "#explain-box", text);
        await press(panel, ".sheet .filled");
        await until(codes.join() || "no code", async () => (codes.length === 0 ? (await panel.$(".sheet .finding")) === null && (await said(panel)).includes("There is no error number") : (await found(panel)).length === codes.length), () => said(panel));
        assert.deepEqual(await found(panel), codes.map((code) => `AADSTS${code}`), text);
        for (const code of codes) assert.ok(await panel.$(`.finding a[href="https://login.microsoftonline.com/error?code=${code}"]`), "and the public page on it");
        await press(panel, ".sheet .buttons .quiet");
        await panel.waitForSelector("#explain-box");
      }

      const id = before.apps[0]?.clientId ?? "";
      for (const [at, output] of PAIRS.entries()) {
        const secret = makeSecret("current", `pasted ${String(at)}`);
        await press(panel, "#open-paste");
        await paste(panel, "#paste-box", output(id, secret, before.tenant.id));
        await press(panel, "form .filled");
        await panel.waitForSelector(".sheet .note");
        const shown = await said(panel);
        assert.ok(shown.includes(id) && shown.includes("Complete: the checksum fits."), shown);
        assert.ok(!shown.includes(secret) && !shown.includes(secret.slice(3, 12)), "it says what it understood, and no secret");
        await press(panel, "form .filled");
        const { voyage } = await until("the pair", async () => {
          const view = await takeHelm(panel).say();
          return view.voyage?.pair?.hint === secret.slice(0, 3) && view;
        });
        assert.equal(voyage?.pair?.client_id, id);
        await takeHelm(panel).say("Wipe");
      }
    }));
}

/** Puts text into a box as pasting does, all at once. */
async function paste(panel: Page, selector: string, text: string): Promise<void> {
  const box = await panel.waitForSelector(selector, { visible: true });
  await box?.evaluate((box, text) => {
    (box as HTMLTextAreaElement).setRangeText(text);
    box.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
  }, text);
}

function said(panel: Page): Promise<string> {
  return panel.$eval(".sheet", (sheet) => sheet.textContent);
}

function found(panel: Page): Promise<string[]> {
  return panel.$$eval(".finding h3", (all) => all.map((one) => one.textContent));
}
