/** A package in which a call between Keyferry and the browser fails, or never ends, when the test says so. */
import type { Page } from "puppeteer-core";
import type { Kind } from "../browser/driver/launch";
import { until } from "../browser/driver/until";
import { type Copy, copyOfPackage } from "./damaged";

/**
 * Where it can be meddled with: a call of a storage area (`local.set`), a message down to a page (`fill`, `take`) or up from one
 * (`pressed`, `taken`, `filled`); with ` done` after it, what follows the call.
 */
export type Point = string;

/** What happens there: the call fails, or waits until the test has the meddling end, or the background be ended. */
export type Meddling = Record<Point, "fail" | "wait">;

/** The package with the meddler in its background. */
export function meddled(kind: Kind): Copy {
  const copy = copyOfPackage(kind);
  copy.change("background.js", (content) => `(${meddle.toString()})();\n${String(content)}`);
  return copy;
}

/** From now on this happens, and nothing else; `panel` is one of the extension's own pages. */
export function meddleWith(panel: Page, meddling: Meddling): Promise<void> {
  return panel.evaluate(async (meddling) => {
    const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
    await api.storage.local.set({ meddling, reached: "" });
  }, meddling);
}

/** By the background's clock it is so many milliseconds later now; its alarm rings. */
export function later(panel: Page, milliseconds: number): Promise<void> {
  return panel.evaluate(async (later) => {
    const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
    await api.storage.local.set({ later });
    await api.alarms.create("pair", { when: Date.now() });
  }, milliseconds);
}

/** Waits until the background has come to a point where something happens. */
export async function reached(panel: Page, point: Point): Promise<void> {
  const now = (): Promise<unknown> =>
    panel.evaluate(async () => {
      const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
      return (await api.storage.local.get("reached"))["reached"];
    });
  await until(point, async () => (await now()) === point, async () => String(await now()));
}

/** Runs in the background before everything else. */
function meddle(): void {
  type Call = (...given: unknown[]) => Promise<unknown>;
  type Calls = Record<string, Call>;
  const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
  // So many milliseconds later it is by the clock than it was.
  const [now, start] = [Date.now, { later: 0 }];
  Date.now = () => now() + start.later;
  api.storage.onChanged.addListener(({ later }) => {
    if (later) start.later = later.newValue as number;
  });
  const areas = { local: api.storage.local, session: api.storage.session } as unknown as Record<string, Calls>;
  const bound = (calls: Calls | undefined, name: string): Call => {
    const call = calls?.[name];
    if (!call) throw new Error(name);
    return call.bind(calls);
  };
  const [get, set] = ["get", "set"].map((name) => bound(areas["local"], name)) as [Call, Call];

  const at = async (point: string): Promise<void> => {
    const { meddling } = (await get("meddling")) as { meddling?: Record<string, string> };
    const what = meddling?.[point];
    if (what === undefined) return;
    await set({ reached: point });
    if (what === "fail") throw new Error("no space left on device");
    // A background that is ended here never goes on; one that is not, when the meddling ends.
    await new Promise<void>((done) => {
      api.storage.onChanged.addListener(({ meddling }) => {
        if (meddling && !(point in (meddling.newValue as object))) done();
      });
    });
  };
  const wrap = (calls: Calls, name: string, pointOf: (given: unknown[]) => string): void => {
    const real = bound(calls, name);
    calls[name] = async (...given) => {
      const point = pointOf(given);
      await at(point);
      const got = await real(...given);
      await at(`${point} done`);
      return got;
    };
  };
  for (const [area, calls] of Object.entries(areas)) {
    for (const name of ["get", "set", "remove", "clear", "setAccessLevel"]) {
      if (name in calls) wrap(calls, name, () => `${area}.${name}`);
    }
  }
  wrap(api.tabs as unknown as Calls, "sendMessage", ([, message]) => Object.keys((message as { down: object }).down)[0] ?? "");

  type Listener = (message: unknown, sender: unknown, answer: (what: unknown) => void) => unknown;
  const event = api.runtime.onMessage as unknown as { addListener(listener: Listener): void };
  const listen = event.addListener.bind(event);
  event.addListener = (listener) => {
    listen((message, sender, answer) => {
      const [kind = ""] = Object.keys((message as { up?: object }).up ?? {});
      void at(kind).then(() => listener(message, sender, answer));
      return true;
    });
  };
}
