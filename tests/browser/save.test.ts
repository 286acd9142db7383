/** "Save what Keyferry sees", in both browsers: the page shows the whole file, and the file says nothing of the tenant. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { ROOT } from "../../extension/build/root";
import type { Line } from "../inspect/inspect";
import { framesOf } from "../../extension/saving/file";
import { type Kind, launch } from "./driver/launch";
import { until } from "./driver/until";

const ID = "5a3c1f60-2b1d-4e0f-9c8a-112233445566";
const LIST = `https://portal.azure.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade/name/Anneliesvensdotter/id/${ID}`;

for (const kind of ["chromium", "firefox"] satisfies Kind[]) {
  describe(`saving what Keyferry sees in ${kind}`, () => {
    test("shows and saves the whole file, of every frame, as `inspect` reads it, without anything of the tenant's", async () => {
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
        await page.bringToFront();
        await page.click("#save");
        const file = join(driven.downloads, "what-keyferry-sees.html");
        // While it is being written another file stands beside it.
        const saved = await until(
          "the download",
          () => Promise.resolve(readdirSync(driven.downloads).join() === "what-keyferry-sees.html" && (readFileSync(file, "utf8") || undefined)),
          () => Promise.resolve(readdirSync(driven.downloads).join(", ")),
        );
        assert.equal(saved, text);
        const { status, stdout, stderr } = spawnSync("./build.sh", ["inspect", file], { cwd: ROOT, encoding: "utf8" });
        assert.equal(status, 0, stderr);
        const seen = stdout.trim().split("\n").map((line) => JSON.parse(line) as Line);
        assert.equal(seen.length, frames.length);
        const list = seen.find(({ screen }) => screen === "app-list");
        assert.equal(list?.site, "azure", stdout);
        assert.ok("new-registration" in list.targets, stdout);
      } finally {
        await driven.close();
      }
    });
  });
}
