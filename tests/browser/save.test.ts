/** "Save what Keyferry sees", in both browsers: the page shows the whole file, and the file says nothing of the tenant. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { framesOf } from "../../extension/saving/file";
import { type Kind, launch } from "./driver/launch";
import { until } from "./driver/until";

const ID = "5a3c1f60-2b1d-4e0f-9c8a-112233445566";
const LIST = `https://portal.azure.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade/name/Anneliesvensdotter/id/${ID}`;

for (const kind of ["chromium", "firefox"] satisfies Kind[]) {
  describe(`saving what Keyferry sees in ${kind}`, () => {
    test("shows and offers the whole file, of every frame, without anything of the tenant's", async () => {
      const driven = await launch(kind);
      try {
        const portal = await until("the portal", async () => {
          const page = await driven.open(LIST);
          await page.waitForSelector("text/New registration");
          return page;
        });
        await portal.evaluate(() => document.body.append(Object.assign(document.createElement("p"), { textContent: "Kungsholmsbryggeriet" })));
        const panel = await driven.openPanel();
        const page = await driven.browser.newPage();
        await page.goto((await panel.evaluate(() => location.href)).replace("panel.html", "save.html"), { timeout: 3_000 }).catch(() => undefined);
        const text = await until(
          "the file",
          () => page.evaluate(() => document.querySelector("#text:not([hidden])")?.textContent),
          () => page.evaluate(() => document.body.innerText),
        );
        const frames = framesOf(text);
        assert.ok(frames.length >= 1);
        assert.match(frames[0]?.url ?? "", /^https:\/\/portal\.azure\.com\/#view\/Microsoft_AAD_RegisteredApps\/ApplicationsListBlade/);
        assert.match(text, /New registration/);
        for (const planted of ["kungsholmsbryggeriet", "anneliesvensdotter", ID]) assert.ok(!text.toLowerCase().includes(planted), planted);
        const offered = await page.evaluate(async () => {
          const link = document.querySelector<HTMLAnchorElement>("#save");
          return { name: link?.download, text: await (await fetch(link?.href ?? "")).text() };
        }).catch(() => undefined);
        // The page's policy lets nothing be fetched; then what is offered is a blob of ours all the same.
        if (offered) assert.equal(offered.text, text);
        assert.match(await page.evaluate(() => document.querySelector<HTMLAnchorElement>("#save")?.href ?? ""), /^blob:/);
      } finally {
        await driven.close();
      }
    });
  });
}
