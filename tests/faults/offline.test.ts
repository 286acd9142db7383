/** The network goes: the card and the panel say so, Keyferry itself goes on, and the sentence goes when the network is back. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { CDPSession } from "puppeteer-core";
import { dynamicsAddress, entered, fillCard, openForm, setOutForForm } from "../browser/at-form";
import { cardOn, middle } from "../browser/driver/card";
import type { Driven, Kind } from "../browser/driver/launch";
import { asBrowser } from "../browser/driver/privileged";
import { until } from "../browser/driver/until";
import { says, written } from "./said";
import { workers } from "./worker";

const SENTENCE = "The browser has no network.";

for (const kind of ["chromium", "firefox"] satisfies Kind[]) {
  test(`without a network, in ${kind}`, async () => {
    const ship = await setOutForForm(kind);
    const { browser, panel, helm, pair, world } = ship;
    try {
      const page = await ship.open(dynamicsAddress(world));
      await openForm(page);
      await fillCard(page);
      const panelSays = (): Promise<boolean> => panel.evaluate((sentence) => document.body.innerText.includes(sentence), SENTENCE);
      const cardSays = async (): Promise<boolean> => (await cardOn(page))?.note.startsWith(SENTENCE) === true;

      await network(ship, false);
      await says(helm, "offline");
      await until("the sentence on the card", cardSays);
      await until("the sentence in the panel", panelSays);
      assert.equal(await page.evaluate(() => navigator.onLine), false);
      await page.mouse.click(...middle((await fillCard(page)).act.rect));
      await until("the secret in its field", async () => (await entered(page)).clientSecret === pair.secret);
      assert.deepEqual(await written(browser), [["clientId", 1], ["clientSecret", 1]]);
      await until("the sentence on the next card", cardSays);

      await network(ship, true);
      await until("the end of the sentence on the card", async () => (await cardOn(page)) !== undefined && !(await cardSays()));
      await until("the end of the sentence in the panel", async () => !(await panelSays()));
    } finally {
      await ship.close();
    }
  });
}

/** Takes the network from the browser, or gives it back. */
async function network({ kind, browser }: Driven, on: boolean): Promise<void> {
  if (kind === "firefox") {
    await asBrowser(browser, `Services.io.offline = ${String(!on)}; return "";`);
    return;
  }
  const cut = (client: CDPSession): Promise<void> => client.send("Network.emulateNetworkConditions", { offline: !on, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
  for (const page of await browser.pages()) if (page.url().startsWith("https:")) await page.setOfflineMode(!on);
  for (const worker of await workers(browser)) {
    await cut(worker.client);
    // The worker's `navigator.onLine` is as it should be now; the event that goes with it reaches pages only when DevTools makes it.
    await worker.evaluate((name) => dispatchEvent(new Event(name)), on ? "online" : "offline");
  }
}
