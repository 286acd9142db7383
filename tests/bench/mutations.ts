/** What a thousand changes of a page cost its main thread: without Keyferry, with it at rest, with a journey on. */
import type { Page } from "puppeteer-core";
import { inFront } from "../browser/admin";
import { cardOn } from "../browser/driver/card";
import { type Kind, launch } from "../browser/driver/launch";
import { until } from "../browser/driver/until";
import { during } from "../browser/voyage";
import type { Figure } from "./main";
import { median } from "./median";

const LIST = "https://portal.azure.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade";
const TIMES = 7;

/** The three figures; only Chromium says how busy a page's main thread was. */
export async function mutations(kind: Kind): Promise<Figure[]> {
  if (kind !== "chromium") return [];
  const figures: Figure[] = [];
  const figure = async (what: string, page: Page): Promise<void> => {
    const times: number[] = [];
    while (times.length < TIMES) times.push(await busy(page));
    figures.push({ what: `1,000 changes, ${what}: main thread`, value: median(times), unit: "ms" });
  };

  const driven = await launch(kind);
  try {
    const html = await until("the portal", async () => {
      const page = await driven.open(LIST);
      await page.waitForSelector("text/New registration");
      return page.content();
    });
    const bare = await driven.browser.newPage();
    await bare.setContent(html.replace(/<script[^>]*><\/script>/g, ""));
    await figure("without Keyferry", bare);
    const idle = await driven.open(LIST);
    await idle.waitForSelector("text/New registration");
    await figure("with it at rest", idle);
  } finally {
    await driven.close();
  }
  await during(kind, {}, async ({ browser }) => {
    const page = await until("the portal", () => inFront(browser));
    await until("the spotlight", async () => (await cardOn(page))?.spot);
    await figure("with a journey on", page);
  });
  return figures;
}

/** Milliseconds of work while a line of the page changes ten times in each of a hundred frames. */
async function busy(page: Page): Promise<number> {
  const before = await page.metrics();
  await page.evaluate(async () => {
    const line = document.body.appendChild(document.createElement("p"));
    for (let frame = 0; frame < 100; frame += 1) {
      await new Promise(requestAnimationFrame);
      for (let change = 0; change < 10; change += 1) line.textContent = `${String(frame)}.${String(change)}`;
    }
    line.remove();
  });
  const after = await page.metrics();
  return 1000 * ((after.TaskDuration ?? 0) - (before.TaskDuration ?? 0));
}
