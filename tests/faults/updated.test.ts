/** A new version of the extension comes in the middle of a journey: the old guide goes and says so, and after a reload of the page all goes on. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { dynamicsAddress, entered, fillCard, openForm, setOutForForm } from "../browser/at-form";
import { cardOn, middle } from "../browser/driver/card";
import type { Kind } from "../browser/driver/launch";
import { until } from "../browser/driver/until";
import { takeHelm } from "../browser/helm";
import { stored } from "../browser/voyage";
import { copyOfPackage } from "./damaged";
import { written } from "./said";

for (const kind of ["chromium", "firefox"] satisfies Kind[]) {
  test(`the extension is updated in the middle of a journey, in ${kind}`, async () => {
    const copy = copyOfPackage(kind);
    const ship = await setOutForForm(kind, {}, { extension: copy.folder });
    try {
      const page = await ship.open(dynamicsAddress(ship.world));
      await openForm(page);
      const old = await fillCard(page);
      // Its going would stir the page.
      await ship.panel.close();
      copy.change("manifest.json", (content) => JSON.stringify({ ...(JSON.parse(String(content)) as object), version: "1000" }));
      await ship.browser.installExtension(copy.folder);
      // In Chromium the old script stays in the page and says so; Firefox takes it away and puts the new one in its place.
      const gone = kind === "chromium" ? "Keyferry was updated: reload this page" : old.title;
      await until("the old guide to go", async () => {
        const card = await cardOn(page);
        return card?.title === gone && !card.act;
      }, async () => JSON.stringify({ ...(await cardOn(page)), frame: "" }));
      assert.equal(await page.$$eval("keyferry-guide", (all) => all.length), 1);
      await page.mouse.click(...middle(old.act.rect));
      assert.deepEqual(await written(ship.browser), []);

      await page.reload({ waitUntil: "domcontentloaded" });
      await openForm(page);
      const panel = await ship.openPanel();
      assert.equal(await panel.evaluate(() => chrome.runtime.getManifest().version), "1000");
      const helm = takeHelm(panel);
      assert.deepEqual(await stored(panel, "session"), {}, "no secret is carried over an update");
      const { voyage } = await helm.say();
      assert.deepEqual([voyage?.journey, voyage?.pair], ["online", null]);
      const text = JSON.stringify({ appId: ship.pair.clientId, password: ship.pair.secret });
      await helm.say({ Weigh: { text } }, { KeepWeighed: { client_id: null } });
      await page.bringToFront();
      await page.mouse.click(...middle((await fillCard(page)).act.rect));
      await until("the secret in its field", async () => (await entered(page)).clientSecret === ship.pair.secret);
      assert.deepEqual(await written(ship.browser), [["clientId", 1], ["clientSecret", 1]]);
    } finally {
      await ship.close();
      copy.end();
    }
  });
}
