/** Time that passes while nobody looks: the background is ended, and when it wakes it is later by the clock. */
import assert from "node:assert/strict";
import type { Manner } from "./admin";
import { until } from "./driver/until";
import type { Voyage } from "./voyage";

const QUARTER = 15 * 60_000;

/** Waits out the quarter of an hour after the switch, which is counted by the clock and survives the background's death. */
export function pastWait(voyage: Voyage): NonNullable<Manner["sees"]> {
  let waited = false;
  return async ({ card }) => {
    if (waited || !card.body.startsWith("Leave the sync off until")) return undefined;
    waited = true;
    await until("the countdown in the panel", () => voyage.panel.evaluate(() => /^1[0-5]:\d\d left$/.test(document.querySelector(".rest")?.textContent ?? "")));
    await assertAlarm(voyage);
    await wakeLater(voyage, QUARTER);
    return "again";
  };
}

/** The browser will ring at the end of the wait. */
async function assertAlarm({ panel }: Voyage): Promise<void> {
  const left = await panel.evaluate(async () => {
    const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
    return (await api.alarms.getAll()).map(({ scheduledTime }) => scheduledTime - Date.now());
  });
  assert.ok(left.some((time) => time > 10 * 60_000 && time <= QUARTER), `an alarm in a quarter of an hour, not in ${left.join()} ms`);
}

/** Ends the background, puts what it has noted back by so much, and lets the panel wake it again. */
async function wakeLater({ kind, browser, panel }: Voyage, milliseconds: number): Promise<void> {
  await panel.evaluate(async (milliseconds) => {
    type Record = { logbook: { voyage: { switched: number } } };
    const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
    const record = await api.storage.local.get<Record>("logbook");
    record.logbook.voyage.switched -= milliseconds;
    await api.storage.local.set(record);
  }, milliseconds);
  if (kind === "chromium") {
    for (const extension of (await browser.extensions()).values()) for (const worker of await extension.workers()) await worker.close();
  } else {
    await panel.evaluate(async () => {
      type Api = { runtime: { getBackgroundPage(): Promise<Window> } };
      const page = await (globalThis as unknown as { browser: Api }).browser.runtime.getBackgroundPage();
      page.location.reload();
    });
  }
}
