/** What a person is told, and what a page was given. */
import type { Browser } from "puppeteer-core";
import type { View } from "../../extension/generated/core";
import { until } from "../browser/driver/until";
import { writes } from "../browser/driver/witness";
import type { Helm } from "../browser/helm";

/** The keys of the panel's sentences about what went wrong or right. */
export function said({ notices, voyage }: View): string[] {
  return [...notices.map(({ text }) => text.key), ...(voyage?.now?.note ? [voyage.now.note.key] : [])];
}

/** Waits until the panel says one of these. */
export async function says(helm: Helm, ...keys: string[]): Promise<void> {
  await until(keys.join(" or "), async () => said(await helm.say()).some((key) => keys.includes(key)), async () => said(await helm.say()).join());
}

/** How often a script has written into each field of the open pages. */
export async function written(browser: Browser): Promise<[name: string, times: number][]> {
  const all: [string, number][] = [];
  for (const page of await browser.pages()) for (const frame of page.frames()) all.push(...(await writes(frame)));
  return all.sort();
}
