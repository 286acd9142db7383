/** What stands in the storage is damaged, older or newer: it is moved or dropped with a sentence, and never misread. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { type AtForm, setOutForForm, takeAboard } from "../browser/at-form";
import { cardOn } from "../browser/driver/card";
import type { Kind } from "../browser/driver/launch";
import { until } from "../browser/driver/until";
import { stored } from "../browser/voyage";
import { writeFigure } from "../figures";
import { said } from "./said";
import { killWorker } from "./worker";

type Name = "logbook" | "connections" | "pair";
type Stored = Record<string, unknown>;

const DROPPED: Record<Name, string> = { logbook: "state_dropped", connections: "connections_dropped", pair: "pair_dropped" };

/** What becomes of a record, as a whole. */
const DAMAGE: Record<string, (record: Stored) => unknown> = {
  "a number": () => 7,
  "a list": () => [],
  "nothing in it": () => ({}),
  "cut off": (record) => JSON.stringify(record).slice(0, -9),
  "as text": (record) => JSON.stringify(record),
  "far too long": (record) => ({ ...record, language: "x".repeat(600_000) }),
  "of no version": (record) => ({ ...record, version: 0 }),
  "of a newer version": (record) => ({ ...record, version: 99 }),
  "its version a text": (record) => ({ ...record, version: "1" }),
  "its lists numbers": (record) => Object.fromEntries(Object.entries(record).map(([name, value]) => [name, Array.isArray(value) || name === "voyage" ? 7 : value])),
};

const CONNECTION = { client_id: "3f2504e0-4f89-11d3-9a0c-0305e82c3301", tenant_id: null, tenant_name: null, app_name: "Marketo sync", secret_id: null, expires: "2099-06-30", reminded: null };

for (const kind of ["chromium", "firefox"] satisfies Kind[]) {
  test(`records that are damaged, older or newer, in ${kind}`, async (t) => {
    const ship = await setOutForForm(kind);
    try {
      for (const name of Object.keys(DROPPED) as Name[]) {
        for (const [damage, change] of Object.entries(DAMAGE)) {
          await t.test(`the ${name}: ${damage}`, async () => {
            await prepare(ship);
            const area = name === "pair" ? "session" : "local";
            const { [name]: record } = await stored(ship.panel, area);
            await write(ship.panel, area, { [name]: change(record as Stored) });
            const view = await wake(ship);
            const keys = said(view);
            for (const [other, key] of Object.entries(DROPPED)) assert.equal(keys.includes(key), other === name, `${key}: ${keys.join()}`);
            assert.equal(Boolean(view.voyage), name !== "logbook");
            assert.equal(view.connections.length, name === "connections" ? 0 : 1);
            assert.equal(Boolean((await stored(ship.panel, "session"))["pair"]), name !== "pair");
            // What was written in its place is read by the next one.
            assert.equal((await wake(ship)).connections.length, view.connections.length);
          });
        }
      }

      await t.test("the connections of the former version are moved", async () => {
        await prepare(ship);
        const { logbook } = await stored(ship.panel, "local");
        await write(ship.panel, "local", { logbook: { ...(logbook as Stored), version: 3, connections: [CONNECTION] }, connections: null });
        const view = await wake(ship);
        assert.deepEqual(said(view).filter((key) => key.endsWith("_dropped")), []);
        assert.deepEqual(view.connections.map(({ name }) => name), ["Marketo sync"]);
        assert.ok(view.voyage);
        await until("the record of their own", async () => ((await stored(ship.panel, "local"))["connections"] as { all?: unknown[] } | null)?.all?.length === 1);
      });

      await t.test("the word to the pages", async () => {
        await prepare(ship);
        const page = await ship.open(`https://app-${ship.world.marketo.pod}.marketo.com/`);
        await until("the card", () => cardOn(page));
        await write(ship.panel, "local", { watch: "perhaps" });
        await until("no card", async () => !(await cardOn(page)));
        await wake(ship);
        await until("the card again", () => cardOn(page));
        await page.close();
      });
      writeFigure("faults", `damaged records dropped and said, ${kind}`, Object.keys(DROPPED).length * Object.keys(DAMAGE).length);
    } finally {
      await ship.close();
    }
  });
}

/** A journey, a pair and one connection, all of them noted. */
async function prepare(ship: AtForm): Promise<void> {
  await write(ship.panel, "local", { connections: { version: 1, all: [CONNECTION], dropped: false } });
  await wake(ship);
  await takeAboard(ship);
}

/** Ends the background; what the next one shows. */
async function wake(ship: AtForm): ReturnType<AtForm["helm"]["say"]> {
  await until("a background to end", async () => (await killWorker(ship)) === 1);
  return ship.helm.say();
}

function write(panel: Page, area: "local" | "session", records: Stored): Promise<void> {
  return panel.evaluate(
    (area, records) => {
      const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
      return api.storage[area].set(records);
    },
    area,
    records,
  );
}
