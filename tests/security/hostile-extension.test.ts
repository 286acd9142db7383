/**
 * A second, hostile extension in the same profile gets nothing that Keyferry holds and moves nothing that Keyferry does. What stands on the
 * pages that it may read (a secret in Marketo's field) it can read there: that is not Keyferry's to prevent.
 */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { manifest } from "../../extension/build/manifest";
import { dynamicsAddress, entered, fillCard, openForm, setOutForForm } from "../browser/at-form";
import { middle } from "../browser/driver/card";
import { stored } from "../browser/voyage";
import { writeFigure } from "../figures";
import { MESSAGES } from "./attempts";
import { spoil, writeSpoiler } from "./spoiler";

for (const kind of ["chromium", "firefox"] as const) {
  test(`a hostile extension gets nothing and moves nothing, in ${kind}`, async () => {
    const folder = mkdtempSync(join(tmpdir(), "keyferry-spoiler-"));
    const ready = await setOutForForm(kind);
    try {
      writeSpoiler(folder, kind, manifest("chrome", "0")["host_permissions"] as string[], MESSAGES);
      await ready.browser.installExtension(folder);
      const page = await ready.open(dynamicsAddress(ready.world));
      await openForm(page);
      const { act } = await fillCard(page);
      const rest = async (): Promise<unknown[]> => {
        const { voyage } = await ready.helm.say();
        return [await stored(ready.panel, "local"), await stored(ready.panel, "session"), await entered(page), voyage?.pair];
      };
      const before = await rest();
      const prey = await ready.panel.evaluate(() => {
        const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
        return { id: api.runtime.id, origin: api.runtime.getURL("") };
      });
      const { spoils, attempts } = await spoil(page, prey);
      assert.deepEqual(await rest(), before);
      // It sees what the card says, as a person does; nothing of the pair but what the card shows.
      assert.match(spoils, /Fill both fields/);
      for (const part of [ready.pair.secret.slice(3, 12), ready.pair.secret.slice(-8), ready.pair.clientId, "the file"]) assert.ok(!spoils.includes(part), part);
      writeFigure("security", `attempts of an extension in ${kind}`, attempts);

      // It fades the card from within, and a person presses what is not to be seen.
      await page.evaluate(() => dispatchEvent(new Event("keyferry-fade")));
      await page.evaluate(() => new Promise((done) => setTimeout(done, 700)));
      await page.mouse.click(...middle(act.rect));
      assert.deepEqual(await rest(), before);
    } finally {
      await ready.close();
      rmSync(folder, { recursive: true });
    }
  });
}
