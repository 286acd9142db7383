/** What nobody thinks of in a year: the browser's own reminders before a secret ends, over restarts, missed alarms and wrong clocks. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { killWorker } from "../faults/worker";
import { type Driven, type Kind, launch } from "./driver/launch";
import { until } from "./driver/until";
import { type Helm, takeHelm } from "./helm";

const DAY = 86_400_000;
type Connection = { client_id: string; app_name: string; expires: string; reminded: number | null };

for (const kind of ["chromium", "firefox"] satisfies Kind[]) {
  test(`each connection is reminded of once, at its time, in ${kind}`, async () => {
    const driven = await launch(kind);
    try {
      const panel = await driven.openPanel();
      const helm = takeHelm(panel);
      await helm.say();
      const ids = ["3f2504e0-4f89-11d3-9a0c-0305e82c3301", "3f2504e0-4f89-11d3-9a0c-0305e82c3302", "3f2504e0-4f89-11d3-9a0c-0305e82c3303"] as const;
      const one = (at: number, ends: number): Connection => ({ client_id: ids[at] ?? "", app_name: `Marketo ${String(at)}`, expires: dayIn(ends), reminded: null });

      // The browser was closed for weeks: of 60, 30 and 14 days only the last is said, and nothing of a day that is far.
      await write(panel, [one(0, 10), one(1, 25), one(2, 200)]);
      await wake(driven, helm);
      await until("two reminders", async () => (await reminders(panel)).length === 2, async () => (await reminders(panel)).join());
      assert.deepEqual(await reminders(panel), [`reminder:${ids[0]}`, `reminder:${ids[1]}`]);
      const noted = await connections(panel);
      assert.deepEqual(noted.map(({ reminded }) => reminded), [14, 30, null]);
      const { connections: listed } = await helm.say();
      assert.deepEqual(listed.map(({ tone }) => tone), ["Bad", "Warn", "Plain"]);
      assert.equal(await badge(panel), "!");
      const next = await alarm(panel);
      assert.ok(Math.abs(next - (Date.parse(dayIn(10)) - 7 * DAY)) < 1000, `the next reminder is seven days before, not ${new Date(next).toISOString()}`);

      // Woken again, nothing is said twice; nor when the clock was wrong and is set right, either way.
      await clear(panel);
      await wake(driven, helm);
      await write(panel, noted.map((connection) => ({ ...connection, expires: shifted(connection.expires, 40) })));
      await wake(driven, helm);
      await write(panel, noted);
      await wake(driven, helm);
      assert.deepEqual(await reminders(panel), []);

      // Six days later the next is due.
      await write(panel, noted.map((connection) => ({ ...connection, expires: shifted(connection.expires, -6) })));
      await wake(driven, helm);
      await until("the next reminder", async () => (await reminders(panel)).length === 1);
      assert.deepEqual(await reminders(panel), [`reminder:${ids[0]}`]);
    } finally {
      await driven.close();
    }
  });
}

function dayIn(days: number): string {
  return new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

/** Ends the background, and has the next one take up what is noted. */
async function wake(driven: Driven, helm: Helm): Promise<void> {
  await until("a background to end", async () => (await killWorker(driven)) === 1);
  await helm.say();
}

function write(panel: Page, all: object[]): Promise<void> {
  return panel.evaluate((all) => chrome.storage.local.set({ connections: { version: 1, all, dropped: false } }), all);
}

async function connections(panel: Page): Promise<Connection[]> {
  const { connections } = await panel.evaluate(() => chrome.storage.local.get<{ connections: { all: Connection[] } }>("connections"));
  return connections.all;
}

function reminders(panel: Page): Promise<string[]> {
  return panel.evaluate(async () => Object.keys(await chrome.notifications.getAll()).sort());
}

function clear(panel: Page): Promise<void> {
  return panel.evaluate(async () => {
    for (const id of Object.keys(await chrome.notifications.getAll())) await chrome.notifications.clear(id);
  });
}

function badge(panel: Page): Promise<string> {
  return panel.evaluate(() => chrome.action.getBadgeText({}));
}

function alarm(panel: Page): Promise<number> {
  return panel.evaluate(async () => (await chrome.alarms.getAll())[0]?.scheduledTime ?? 0);
}
