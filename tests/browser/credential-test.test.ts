/**
 * The test of the pair, which a person starts: one request to Microsoft's sign-in service, simulated on loopback under its real
 * name. The browser is really asked; the answer to its question is mostly given beforehand, because no driver reaches it: only
 * in Firefox a no is pressed. (What the panel makes of a no is tested for both in `tests/panel`.)
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { ROOT } from "../../extension/build/root";
import { SIGN_INS } from "../../extension/generated/core";
import type { Answer } from "../../www/server/files";
import { refusal, TOKEN, type TokenRequest, type Tokens, likeMicrosoft } from "../../www/server/token";
import { findIn, tracesOf } from "../security/traces";
import { ownPage } from "./driver/launch";
import { declines } from "./driver/privileged";
import { until } from "./driver/until";
import { takeHelm } from "./helm";
import { during, press, stored, type Voyage } from "./voyage";

/** The codes that Microsoft may answer with, by what Keyferry says of them. */
const CODES: Record<string, number[]> = {
  secret_wrong: [7000215, 70002],
  secret_expired: [7000222],
  secret_missing: [7000218],
  public_client: [700025],
  app_unknown: [700016],
  app_disabled: [70001, 7000112],
  no_consent: [65001],
  consent_declined: [65004],
  permission_missing: [650056, 650057, 65005],
  not_subscribed: [650052],
  admin_consent: [90094, 90095, 90008],
  password_wrong: [50126],
  user_unknown: [50034],
  user_locked: [50053],
  password_expired: [50055, 50144],
  user_disabled: [50056, 50057],
  second_factor: [50076, 50079, 50074, 50072],
  policy: [53000, 53001, 53002, 53003, 53004, 530032, 530035],
  not_assigned: [50105],
  redirect: [50011, 900971],
  common_address: [50194, 9001023],
  tenant_unknown: [90002],
  no_tenant: [90019, 50059, 50128],
  resource_unknown: [500011],
  sign_in_agent: [80001, 80005, 80014],
  browser_refused: [9002326, 9002327],
};

const MESSAGES = JSON.parse(readFileSync(join(ROOT, "extension/_locales/en/messages.json"), "utf8")) as Record<string, { message: string }>;
const message = (key: string): string => MESSAGES[key]?.message ?? "";

const json = (status: number, body: string): Answer => ({ status, headers: { "content-type": "application/json" }, body });

/** What else may come back, by the sentence for it. */
const STRANGE: Record<string, Tokens> = {
  test_offline: () => "gone",
  test_timed_out: () => "silent",
  test_redirected: () => ({ status: 302, headers: { location: "https://portal.azure.com/" }, body: "" }),
  test_too_long: () => json(400, `{"error":"x","error_codes":[7000215],"more":"${"x".repeat(200_000)}"}`),
  test_strange: () => ({ status: 200, headers: { "content-type": "text/html" }, body: "<h1>Welcome to the hotel</h1>" }),
  test_refused_unsaid: () => json(400, `{"error":"invalid_request"}`),
};

for (const kind of ["chromium", "firefox"] as const) {
  test(`a person has the pair tested, in ${kind}`, (t) =>
    during(kind, { presets: ["secret"], begins: takeAboard }, async (voyage) => {
      const { panel, practice, before } = voyage;
      const [app] = before.apps;
      const secret = app?.secrets[0]?.value ?? "";
      const asked: TokenRequest[] = [];
      const answerBy = (tokens: Tokens): void => {
        practice.setTokens((request, world) => {
          asked.push(request);
          return tokens(request, world);
        });
      };
      answerBy(likeMicrosoft);

      await t.test("nothing is asked before it is allowed", async () => {
        await takeHelm(panel).say("TestPair");
        await press(panel, "#open-test");
        await says(panel, "test_not_allowed");
        assert.deepEqual(asked, []);
      });

      if (kind === "firefox") {
        // Chromium draws its question outside of every page, where no driver presses anything.
        await t.test("who says no to the browser's question is understood", async () => {
          await panel.bringToFront();
          await declines(voyage.browser, () => testNow(panel));
          await says(panel, "panel_test_refused");
          assert.equal(await panel.evaluate((origin) => chrome.permissions.contains({ origins: [origin] }), SIGN_INS.World), false);
          assert.deepEqual(asked, []);
        });
      }

      await t.test("a right pair works", async () => {
        await voyage.willAllow([SIGN_INS.World]);
        await panel.bringToFront();
        await testNow(panel);
        await says(panel, "test_granted");
        const [one] = asked;
        assert.ok(one && app);
        assert.deepEqual(Object.fromEntries([...one.form].filter(([name]) => name !== "client_secret")), { grant_type: "client_credentials", client_id: app.clientId, scope: "https://graph.microsoft.com/.default" });
        assert.equal(one.form.get("client_secret"), secret);
        assert.equal(one.tenant, before.tenant.id);
      });

      await t.test("each of Microsoft's numbers has its sentence", async () => {
        for (const [group, codes] of Object.entries(CODES)) {
          for (const code of codes) {
            answerBy(() => refusal(code));
            await testNow(panel);
            const [said, cause] = await until(`AADSTS${String(code)}`, () => finding(panel, code));
            assert.equal(cause, message(`aadsts_${group}_cause`), String(code));
            const cannot = group === "browser_refused";
            assert.equal(said, message(cannot ? "test_cannot" : "test_refused"), String(code));
            assert.deepEqual(await panel.$$eval(".test .note", (notes) => notes.map(({ className }) => className)), [`note ${cannot ? "warn" : "bad"}`], "only a red answer is red");
          }
        }
        // The last one was that a browser cannot: the same test stands there as commands, without the secret.
        const lines = await panel.$$eval(".test pre", (all) => all.map((one) => one.textContent));
        assert.equal(lines.length, 2);
        for (const line of lines) {
          assert.ok(app && line.includes(app.clientId) && line.includes(before.tenant.id), line);
          assert.deepEqual(findIn(line, tracesOf(secret)), []);
        }
      });

      for (const [key, tokens] of Object.entries(STRANGE)) {
        await t.test(key, async () => {
          answerBy(tokens);
          await testNow(panel);
          await says(panel, key);
        });
      }

      await t.test("no request named an origin, and none was followed", () => {
        assert.ok(asked.length > 50);
        assert.deepEqual(asked.filter(({ origin }) => origin !== undefined), []);
        const others = practice.requests().filter(({ origin, referer }) => `${origin ?? ""} ${referer ?? ""}`.includes("-extension:"));
        assert.deepEqual(others, []);
      });

      await t.test("neither the rule nor the token is left", async () => {
        assert.deepEqual(await panel.evaluate(() => chrome.declarativeNetRequest.getSessionRules()), []);
        const kept = JSON.stringify([await stored(panel, "local"), await stored(panel, "session"), await panel.evaluate(() => document.documentElement.outerHTML)]);
        assert.ok(!kept.includes(TOKEN));
        assert.deepEqual(findIn(JSON.stringify(await stored(panel, "local")), tracesOf(secret)), []);
      });

      await t.test("the permission can be taken back", async () => {
        const before = asked.length;
        const options = await optionsPage(voyage);
        await press(options, "[aria-describedby=group-sign-in-World]");
        await options.waitForFunction(() => document.querySelector("#said")?.textContent !== "");
        assert.equal(await panel.evaluate((origin) => chrome.permissions.contains({ origins: [origin] }), SIGN_INS.World), false);
        await panel.bringToFront();
        await takeHelm(panel).say("TestPair");
        await says(panel, "test_not_allowed");
        assert.equal(asked.length, before);
      });
    }));
}

/** A pair on board, as it was pasted from the Azure CLI. */
async function takeAboard({ panel, before }: Voyage): Promise<void> {
  const [app] = before.apps;
  const text = JSON.stringify({ appId: app?.clientId, password: app?.secrets[0]?.value, tenant: before.tenant.id });
  const view = await takeHelm(panel).say({ Weigh: { text } }, { KeepWeighed: { client_id: null } });
  assert.ok(view.voyage?.pair);
}

async function testNow(panel: Page): Promise<void> {
  await press(panel, ".test .filled");
}

async function says(panel: Page, key: string): Promise<void> {
  const said = (): Promise<string> => panel.evaluate(() => document.querySelector(".test .note")?.textContent ?? "");
  await until(key, async () => (await said()) === message(key), said, 30_000);
}

/** What is said of a test, and the cause of this code, once it stands there. */
async function finding(panel: Page, code: number): Promise<[string, string] | undefined> {
  const [said, name, cause] = await panel.evaluate(() => [".note", ".finding h3", ".finding p"].map((part) => document.querySelector(`.test ${part}`)?.textContent ?? ""));
  return name === `AADSTS${String(code)}` ? [said ?? "", cause ?? ""] : undefined;
}

async function optionsPage(voyage: Voyage): Promise<Page> {
  const page = voyage.kind === "firefox" ? await ownPage(voyage.browser, voyage.own("options.html")) : await voyage.open(voyage.own("options.html"));
  await page.waitForSelector("#groups li");
  return page;
}
