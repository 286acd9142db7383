/** No pair but the right one ever gets to Marketo. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "./driver/until";
import { appAddress, assertPairOf, during, sail } from "./voyage";

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
