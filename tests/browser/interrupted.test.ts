/** The journey goes on where it was, whatever the browser does in between. */
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { assertArrived, during, sail } from "./voyage";

for (const kind of ["chromium", "firefox"] as const) {
  test(`with a reload of the page before every step, in ${kind}`, () =>
    during(kind, {}, async (voyage) => {
      await sail(voyage, { sees: once((page) => page.reload({ waitUntil: "domcontentloaded" })) });
      await assertArrived(voyage);
    }));
}

test("with the worker killed before every step, in chromium", () =>
  during("chromium", {}, async (voyage) => {
    const kill = async (): Promise<void> => {
      for (const extension of (await voyage.browser.extensions()).values()) {
        for (const worker of await extension.workers()) await worker.close();
      }
    };
    await sail(voyage, { sees: once(kill) });
    await assertArrived(voyage);
  }));

/** Does something before each step, the first time that it is reached. */
function once(act: (page: Page) => Promise<unknown>): (moment: { page: Page; card: { title: string } }) => Promise<unknown> {
  const reached = new Set<string>();
  return async ({ page, card }) => {
    if (reached.has(card.title)) return undefined;
    reached.add(card.title);
    await act(page);
    return "again";
  };
}
