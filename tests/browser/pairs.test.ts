/** No pair but the right one ever gets to Marketo. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { makeSecret } from "../pages/secrets";
import { dynamicsAddress, entered, fillCard, openForm, setOutForForm } from "./at-form";
import { middle } from "./driver/card";
import { until } from "./driver/until";
import { appAddress, assertPairOf, during, press, sail, stored } from "./voyage";

for (const kind of ["chromium", "firefox"] as const) {
  test(`two apps in two tabs are never mixed, in ${kind}`, () =>
    during(kind, { presets: ["consent", "two-apps"] }, async (voyage) => {
      const [first, second] = voyage.before.apps;
      assert.ok(first && second);
      await voyage.open(appAddress(first.clientId));
      await sail(voyage, { stops: ({ act }) => act?.text === "Open Marketo" });

      const other = await voyage.open(appAddress(second.clientId, "Credentials"));
      await other.waitForSelector("text/Certificates & secrets");
      await voyage.open(`https://app-${voyage.before.marketo.pod}.marketo.com/`);
      await sail(voyage);
      assertPairOf(voyage.practice.world(), first.clientId);
    }));

  for (const [at, which] of ["first", "second"].entries()) {
    test(`of two pairs on board the panel asks for one, and the ${which} is filled, in ${kind}`, async () => {
      const ready = await setOutForForm(kind);
      try {
        const other = { clientId: "0a1b2c3d-0000-4a7e-9c39-1c2d7a30b1ff", secret: makeSecret("current", "the other pair") };
        await ready.helm.say({ Weigh: { text: JSON.stringify({ appId: other.clientId, password: other.secret }) } }, { KeepWeighed: { client_id: null } });
        const page = await ready.open(dynamicsAddress(ready.world));
        await openForm(page);
        const { voyage } = await ready.helm.say({ Press: { button: "Fill" } });
        assert.equal(voyage?.choices.length, 2);
        assert.deepEqual([(await entered(page)).clientId, (await entered(page)).clientSecret], ["", ""]);

        const asked = await ready.panel.$$eval(".pair.choice li", (rows) => rows.map((row) => row.textContent));
        const both = [ready.pair, other];
        assert.equal(asked.length, both.length);
        for (const [row, { clientId, secret }] of both.entries()) {
          assert.ok(asked[row]?.includes(clientId), asked[row]);
          assert.ok(!asked[row]?.includes(secret.slice(3)), "the panel shows no secret");
        }
        const [chosen, left] = at === 0 ? both : both.reverse();
        await ready.panel.bringToFront();
        await press(ready.panel, `.pair.choice li:nth-child(${String(at + 1)}) button`);
        await until("the one pair", () => ready.panel.evaluate(() => document.querySelector(".pair.choice") === null));
        assert.ok(!JSON.stringify(await stored(ready.panel, "session")).includes(left?.secret ?? ""), "the other is wiped");

        await page.bringToFront();
        await page.mouse.click(...middle((await fillCard(page)).act.rect));
        await until("the chosen pair", async () => {
          const { clientId, clientSecret } = await entered(page);
          return clientId === chosen?.clientId && clientSecret === chosen.secret;
        }, async () => JSON.stringify(await entered(page)));
      } finally {
        await ready.close();
      }
    });
  }

  test(`what is done already is seen as done, in ${kind}`, () =>
    during(kind, { presets: ["consent", "sync-off"] }, async (voyage) => {
      const [app] = voyage.before.apps;
      assert.ok(app);
      await voyage.open(appAddress(app.clientId));
      const asked: string[] = [];
      await sail(voyage, { sees: ({ card }) => Promise.resolve(asked.push(card.body)) });
      assertPairOf(voyage.practice.world(), app.clientId);
      assert.equal(voyage.practice.world().marketo.sync, "on");
      // Where it has not looked yet it asks to be shown the page; it asks nobody to do again what is done.
      for (const done of ["New registration", "Register", "Add a permission", "Grant admin consent", "Disable Sync"]) {
        assert.ok(!asked.some((body) => body.startsWith(`Click ${done}`)), `${done} was asked for again`);
      }
    }));

  test(`a Secret ID in place of the value is refused, with the reason, in ${kind}`, () =>
    during(kind, { presets: ["secret"] }, async ({ panel, before }) => {
      const id = before.apps[0]?.secrets[0]?.id ?? "";
      const opener = await panel.waitForSelector("text/Paste a pair");
      await opener?.click();
      const box = await panel.waitForSelector("#paste-box", { visible: true });
      await box?.type(id);
      await panel.keyboard.press("Tab");
      await panel.locator(".sheet button.filled").click();
      const said = await until("a verdict", () => panel.evaluate(() => document.querySelector(".sheet [role=status]")?.textContent).then((text) => text !== "" && text));
      assert.match(said, /Secret ID/);
      assert.equal(await panel.$(".pair .pair-line"), null);
    }));
}
