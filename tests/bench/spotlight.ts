/** From a page's change to the painted spotlight: ours against driver.js, on the same page in the same browser. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { ROOT } from "../../extension/build/root";
import { inFront } from "../browser/admin";
import { cardOn } from "../browser/driver/card";
import { type Kind, launch } from "../browser/driver/launch";
import { until } from "../browser/driver/until";
import { during, type Voyage } from "../browser/voyage";
import type { Figure } from "./main";
import { median } from "./median";

const TIMES = 11;
/** Azure's button of the first step. */
const TARGET = "[data-bench]";
const LIST = "https://portal.azure.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade";

/** How long it takes until the spotlight is painted, warm and with a cold worker, and driver.js beside. */
export async function spotlights(kind: Kind): Promise<Figure[]> {
  const figures: Figure[] = [];
  await during(kind, {}, async (voyage) => {
    const page = await until("the portal", () => inFront(voyage.browser));
    await until("the spotlight", async () => (await cardOn(page))?.spot);
    await mark(page);
    const warm = await series(() => ours(page));
    figures.push({ what: "page change -> painted spotlight, warm", value: warm, unit: "ms", atMost: 100 });
    if (kind === "chromium") {
      const cold = await series(async () => ours(page, () => killWorker(voyage)));
      figures.push({ what: "page change -> painted spotlight, cold worker", value: cold, unit: "ms", atMost: 200 });
    }
    const other = await theirs(kind);
    figures.push({ what: "the same with driver.js", value: other, unit: "ms" }, { what: "ours, warm, to driver.js", value: warm / other, unit: "x" });
  });
  return figures;
}

async function series(once: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  while (times.length < TIMES) times.push(await once());
  return median(times);
}

async function ours(page: Page, before: () => Promise<void> = () => Promise.resolve()): Promise<number> {
  await show(page, false);
  await until("no spotlight", async () => (await cardOn(page))?.spot === undefined);
  await before();
  return page.evaluate(
    (selector) =>
      new Promise<number>((done) => {
        let start = 0;
        addEventListener("witness-painted", () => done(performance.now() - start), { once: true });
        dispatchEvent(new CustomEvent("witness-wait"));
        requestAnimationFrame(() => {
          start = performance.now();
          document.querySelector<HTMLElement>(selector)?.style.removeProperty("display");
        });
      }),
    TARGET,
  );
}

async function killWorker({ browser }: Voyage): Promise<void> {
  for (const extension of (await browser.extensions()).values()) {
    for (const worker of await extension.workers()) await worker.close();
  }
}

/** driver.js parses markup, which the portal's policy forbids: for it the policy is switched off. Keyferry rests meanwhile. */
async function theirs(kind: Kind): Promise<number> {
  const driven = await launch(kind);
  try {
    const page = await driven.browser.newPage();
    if (kind === "chromium") await page.setBypassCSP(true);
    await page.goto(kind === "chromium" ? LIST : "about:blank");
    if (kind === "firefox") await page.evaluate(() => document.body.append(Object.assign(document.createElement("button"), { textContent: "New registration" })));
    const dist = join(ROOT, "node_modules/driver.js/dist");
    await page.evaluate(readFileSync(join(dist, "driver.js.iife.js"), "utf8"));
    await page.addStyleTag({ content: readFileSync(join(dist, "driver.css"), "utf8") });
    await mark(page);
    return await series(() => page.evaluate(driverOnce, TARGET));
  } finally {
    await driven.close();
  }
}

/** Takes the target out of the page, asks driver.js to wait for it, and puts it back. */
function driverOnce(selector: string): Promise<number> {
  type Driver = { drive: () => void; destroy: () => void };
  const make = (globalThis as unknown as { driver: { js: { driver: (options: object) => Driver } } }).driver.js.driver;
  const target = document.querySelector<HTMLElement>(selector);
  const parent = target?.parentElement;
  if (!target || !parent) throw new Error("no target");
  const after = target.nextSibling;
  target.remove();
  const popover = { title: "Start", description: "Click New registration." };
  const guide = make({ animate: false, steps: [{ element: selector, waitForElement: 10_000, popover }] });
  guide.drive();
  return new Promise((done) => {
    requestAnimationFrame(() => {
      const start = performance.now();
      parent.insertBefore(target, after);
      const look = (): void => {
        if (!document.querySelector(".driver-overlay, .driver-popover") || !target.matches(".driver-active-element")) {
          requestAnimationFrame(look);
          return;
        }
        setTimeout(() => {
          const took = performance.now() - start;
          guide.destroy();
          done(took);
        });
      };
      requestAnimationFrame(look);
    });
  });
}

/** Names the button of the first step, so that it can be found again. */
async function mark(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const found = [...document.querySelectorAll("button, [role=button], [role=menuitem]")].find((one) => one.textContent.trim() === "New registration");
    found?.setAttribute("data-bench", "");
    return found !== undefined;
  });
}

function show(page: Page, shown: boolean): Promise<void> {
  return page.evaluate((selector, shown) => document.querySelector<HTMLElement>(selector)?.style.setProperty("display", shown ? "" : "none"), TARGET, shown);
}
