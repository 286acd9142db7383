/** The short way to the fill leads where the long one does. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { dynamicsAddress, entered, fillCard, marketoFrame, openForm, setOutForForm } from "./at-form";
import { middle } from "./driver/card";
import { until } from "./driver/until";

for (const kind of ["chromium", "firefox"] as const) {
  for (const marketoShell of ["plain", "adobe"] as const) {
    test(`one press fills the open form, in ${kind}, Marketo ${marketoShell}`, async () => {
      const ready = await setOutForForm(kind, { marketoShell });
      try {
        const page = await ready.open(dynamicsAddress(ready.world));
        const frame = await marketoFrame(page);
        await openForm(frame);
        const { act } = await fillCard(page);
        await page.mouse.click(...middle(act.rect));
        await until("both values", async () => {
          const { clientId, clientSecret } = await entered(frame);
          return clientId === ready.pair.clientId && clientSecret === ready.pair.secret;
        });
        const { username, password, url, tenantId } = ready.world.marketo;
        assert.deepEqual(await entered(frame), { username, password, url, tenantId, clientId: ready.pair.clientId, clientSecret: ready.pair.secret });
      } finally {
        await ready.close();
      }
    });
  }
}
