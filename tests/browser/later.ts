/** Time that passes while nobody looks: the background is ended, and when it wakes it is later by the clock. */
import assert from "node:assert/strict";
import type { Page } from "puppeteer-core";
import { killWorker } from "../faults/worker";
import type { Manner } from "./admin";
import { until } from "./driver/until";
import type { Voyage } from "./voyage";

const QUARTER = 15 * 60_000;
/** What the shell calls its one alarm. */
const ALARM = "pair";

/** Waits out the quarter of an hour after the switch, which is counted by the clock and survives the background's death. */
export function pastWait(voyage: Voyage): NonNullable<Manner["sees"]> {
  let waited = false;
  return async ({ page, card }) => {
    if (waited || !card.body.startsWith("Leave the sync off until")) return undefined;
    waited = true;
    await until("the countdown in the panel", () => voyage.panel.evaluate(() => /^1[0-5]:\d\d left$/.test(document.querySelector(".rest")?.textContent ?? "")));
    await assertAlarm(voyage);
    await wakeLater(voyage, QUARTER);
    // Firefox's panel is a tab here, and a panel that nobody sees does not ask after the background.
    if (voyage.kind === "firefox") await voyage.panel.bringToFront();
    await until("the end of the countdown", () => voyage.panel.evaluate(() => document.querySelector(".rest") === null));
    await page.bringToFront();
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

/** Puts the time of the switch so far back that the wait is over, and ends the background, which knows the old time; the alarm wakes it. */
async function wakeLater(voyage: Voyage, milliseconds: number): Promise<void> {
  const { panel } = voyage;
  await panel.evaluate(async (milliseconds) => {
    type Record = { logbook: { voyage: { switched: number } } };
    const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
    const record = await api.storage.local.get<Record>("logbook");
    record.logbook.voyage.switched -= milliseconds;
    await api.storage.local.set(record);
  }, milliseconds);
  assert.equal(await killWorker(voyage), 1, "a background was there to be ended");
  await ring(panel);
}

/** Lets Keyferry's alarm ring now: by it the browser wakes the background, whether a panel is to be seen or not. */
async function ring(panel: Page): Promise<void> {
  await panel.evaluate(async (name) => {
    const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
    await api.alarms.create(name, { when: Date.now() });
  }, ALARM);
}
