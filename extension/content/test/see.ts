/** What the tests do with the guide in a page, and what they see of it. */
import type { Page } from "puppeteer-core";
import type { Drawn } from "../../messages";
import type { parts } from "./entry";

/** What is visible of the guide; boxes are left, top, width and height. */
export type Seen = { spot?: number[]; card?: number[]; tab?: number[]; title: string; note: string; said: string; scheme: string; focus: string };

/** Shows a guide; its target is the element with that `data-handle`. */
export async function show(page: Page, drawn: Drawn): Promise<void> {
  await page.evaluate((guide) => {
    const { parts: here } = globalThis as unknown as { parts: typeof parts };
    here.guide.show(guide, guide.target === undefined ? undefined : here.reach(guide.target));
  }, drawn);
}

/** The buttons that were pressed and let through. */
export function pressed(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as { parts: typeof parts }).parts.pressed);
}

/** What a person sees now. */
export function see(page: Page): Promise<Seen> {
  return page.evaluate(() => {
    const root = document.querySelector("keyferry-guide")?.shadowRoot;
    const box = (selector: string): number[] | undefined => {
      const element = root?.querySelector(selector);
      if (!element?.checkVisibility()) return undefined;
      const { left, top, width, height } = element.getBoundingClientRect();
      return [left, top, width, height];
    };
    const text = (selector: string): string => {
      const element = root?.querySelector(selector);
      return element && (selector === ".said" || element.checkVisibility()) ? element.textContent : "";
    };
    const [spot, card, tab] = [box(".spot"), box(".card"), box(".tab")];
    return {
      ...(spot && { spot }),
      ...(card && { card }),
      ...(tab && { tab }),
      title: text("h2"),
      note: text(".note"),
      said: text(".said"),
      scheme: root?.querySelector<HTMLElement>(".keyferry")?.style.colorScheme ?? "",
      focus: root?.activeElement?.className ?? "",
    };
  });
}

/** The middle of a part of the guide, to press at. */
export function middle(page: Page, selector: string): Promise<[number, number]> {
  return page.evaluate((wanted): [number, number] => {
    const box = document.querySelector("keyferry-guide")?.shadowRoot?.querySelector(wanted)?.getBoundingClientRect();
    return box ? [box.left + box.width / 2, box.top + box.height / 2] : [-1, -1];
  }, selector);
}

/** Presses a part of the guide with the mouse. */
export async function press(page: Page, selector: string): Promise<void> {
  await page.mouse.click(...(await middle(page, selector)));
}

/** Holds keys down in order and lets them go again. */
export async function chord(page: Page, ...keys: Parameters<Page["keyboard"]["down"]>[0][]): Promise<void> {
  for (const key of keys) await page.keyboard.down(key);
  for (const key of keys.reverse()) await page.keyboard.up(key);
}

/** Lets so many frames pass. */
export async function frames(page: Page, count: number): Promise<void> {
  await page.evaluate(
    (left) =>
      new Promise<void>((done) => {
        const next = (): void => {
          if (left-- > 0) requestAnimationFrame(next);
          else done();
        };
        next();
      }),
    count,
  );
}

/** Waits until the guarded button has stood there long enough to be pressed. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await Promise.allSettled(document.querySelector("keyferry-guide")?.shadowRoot?.getAnimations().map(({ finished }) => finished) ?? []);
    const since = performance.now();
    while (performance.now() - since < 800) await new Promise(requestAnimationFrame);
  });
}
