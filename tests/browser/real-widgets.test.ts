/** The fill against the real thing: the Ext of Marketo's window and the Fluent of Azure's blades, from an isolated world as a content script's. */
import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, describe, test } from "node:test";
import type { Page } from "puppeteer-core";
import { BROWSERS, bundle, open, type Stage } from "../../extension/content/test/stage";
import type { parts } from "../../extension/content/test/entry";
import { guid, secretValue } from "../../www/practice/made-up";
import { extFile } from "./widgets/ext";

const FLUENT = { type: "text/html; charset=utf-8", body: "<!doctype html><title>Fluent</title><script src=fluent.js defer></script>" };

/** What puppeteer keeps to itself: the world of its own scripts, which shares the document and nothing else with the page. */
type Realm = { evaluate<A extends unknown[], R>(run: string | ((...args: A) => R), ...args: A): Promise<Awaited<R>> };

for (const kind of BROWSERS) {
  describe(`the fill on real widgets in ${kind}`, () => {
    let stage: Stage;
    let server: Server;
    let hand: string;
    before(async () => {
      // React's page-side build asks for the kind of build that it is in.
      const fluent = `var process = { env: { NODE_ENV: "production" } };\n${await bundle("tests/browser/widgets/fluent.ts")}`;
      hand = await bundle("extension/content/test/entry.ts");
      server = createServer(({ url = "" }, response) => {
        const file = url === "/fluent.js" ? { type: "text/javascript", body: fluent } : url === "/fluent.html" ? FLUENT : extFile(url);
        response.writeHead(file ? 200 : 404, { "content-type": file?.type ?? "text/plain" }).end(file?.body);
      });
      await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
      stage = await open(kind);
    });
    after(async () => {
      await stage.close();
      server.closeAllConnections();
      server.close();
    });

    const show = async (path: string, ready: string): Promise<Page> => {
      const page = await stage.browser.newPage();
      await page.goto(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}${path}`);
      await page.bringToFront();
      await page.waitForSelector(ready);
      return page;
    };
    const fill = async (page: Page, values: Record<string, string>): Promise<unknown> => {
      const names = Object.keys(values);
      await page.evaluate((all) => { all.forEach((name, at) => document.querySelector(`input[name=${name}]`)?.setAttribute("data-handle", String(at))); }, names);
      const realm = (page.mainFrame() as unknown as { isolatedRealm(): Realm }).isolatedRealm();
      await realm.evaluate(hand);
      const fields = names.map((name, node) => ({ node, value: values[name] ?? "" }));
      return realm.evaluate(
        (fields) => {
          const { fill, reach } = (globalThis as unknown as { parts: typeof parts }).parts;
          return fill({ order: 1, url: location.href, fields }, reach, false);
        },
        fields,
      );
    };

    test("Ext 4.0.2: Save wakes, both fields have changed once, and the form sends what was filled", async () => {
      const page = await show("/ext.html", "input[name=clientSecret]");
      const [clientId, clientSecret] = [guid(), secretValue()];
      assert.ok(await page.$("button:disabled"));
      assert.equal(await fill(page, { clientId, clientSecret }), null);
      const save = await page.waitForSelector("button:enabled");
      type Heard = { heard: { changes: string[]; sent?: Record<string, string> } };
      const heard = (): Promise<Heard["heard"]> => page.evaluate(() => (globalThis as unknown as Heard).heard);
      assert.deepEqual((await heard()).changes, [`clientId=${clientId}`, `clientSecret=${clientSecret}`]);
      await save?.click();
      assert.deepEqual((await heard()).sent, { username: "sync@contoso.example", password: "practice only", url: "https://contoso.example/Organization.svc", clientId, clientSecret });
      await page.close();
    });

    test("Fluent 8 and 9: React's state has what was filled", async () => {
      const page = await show("/fluent.html", "input[name=nine]");
      const [eight, nine] = [guid(), secretValue()];
      assert.equal(await fill(page, { eight, nine }), null);
      await page.waitForSelector("button:enabled");
      assert.equal(await page.$eval("output", (output) => output.textContent), `${eight} ${nine}`);
      assert.equal(await page.$eval("input[name=nine]", (input) => input.value), nine);
      await page.close();
    });
  });
}
