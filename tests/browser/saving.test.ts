/** A new secret for an app that Marketo has already: its page looks the same after Save and after Cancel, so Keyferry looks closer. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { follow } from "./admin";
import { dynamicsAddress, setOutForForm } from "./at-form";
import { middle } from "./driver/card";

for (const kind of ["chromium", "firefox"] as const) {
  test(`a form that is cancelled does not count as saved, in ${kind}`, async () => {
    const ready = await setOutForForm(kind, { delay: 120 });
    const { browser, practice, world, pair, open } = ready;
    try {
      const held = { ...world.marketo, clientId: pair.clientId, clientSecret: "the one before" };
      practice.setWorld({ ...world, marketo: held });
      await open(dynamicsAddress(world));
      const cards: string[] = [];
      let answered = 0;
      await follow(browser, {
        sees: ({ card }) => Promise.resolve(cards.push(card.body)),
        async acts({ page, card }, act) {
          if (card.body === "Click Save." && !cards.some((body) => body.startsWith("Did you click Save?"))) {
            const cancel = await card.frame.$(".x4-window:not(.x4-hide-offsets) .x4-btn:not(.mktButtonPositive) button");
            await cancel?.click();
          } else if (card.body.startsWith("Did you click Save?") && card.spot && practice.world().marketo.clientSecret === held.clientSecret) {
            answered += 1;
            await page.mouse.click(...middle(card.spot));
          } else await act();
        },
        stops: ({ body }) => body.startsWith("Click Validate"),
      });
      // After Save it may be asked too, where the browser had no time to show that something was sent; the admin says yes then.
      assert.equal(answered, 1, `asked after Cancel:\n${cards.join("\n")}`);
      assert.equal(practice.world().marketo.clientSecret, pair.secret);
    } finally {
      await ready.close();
    }
  });
}
