/** The records: how far the journey is and when the secrets end, in `storage.local`; the pair, in `storage.session`, which is memory. */
import { api, maybe } from "./api";

/** What stands in a store; `undefined` where the browser refused to say. */
export type Recalled = Record<string, unknown> | undefined;

/** A record of ours has a few kilobytes; what is much larger was not written by us. In characters of JSON. */
const LONGEST = 500_000;

/** Reads the records of a store, each under its name. */
export async function recall(area: "local" | "session"): Promise<Recalled> {
  try {
    const found = await (area === "session" ? recallPair() : api.storage.local.get(["logbook", "connections", "watch"]));
    // The core reads no text as a record, and says so. `null` stands where a record could not be removed.
    return Object.fromEntries(Object.entries(found).map(([name, record]) => [name, isOurs(record) ? (record ?? undefined) : ""]));
  } catch {
    return undefined;
  }
}

const isOurs = (record: unknown): boolean => JSON.stringify(record).length <= LONGEST;

async function recallPair(): Promise<Record<string, unknown>> {
  // Chrome can open this storage to content scripts; it must stay shut to them, or nothing is held in it.
  await maybe.storage.session?.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });
  return api.storage.session.get("pair");
}

/** Whether there is a memory that content scripts do not see; without one no secret is taken. */
export async function isSheltered(): Promise<boolean> {
  const { session } = maybe.storage;
  if (session === undefined) return false;
  try {
    await session.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });
    return true;
  } catch {
    return false;
  }
}

/** Notes how far the journey is, when the secrets end, and whether the pages are to watch. */
export function note(logbook: unknown, connections: unknown, watch: boolean | undefined): Promise<void> {
  return api.storage.local.set({ logbook, connections, ...(watch !== undefined && { watch }) });
}

/** Holds the pair's record. */
export function keep(pair: unknown): Promise<void> {
  return pair === undefined ? forget() : api.storage.session.set({ pair });
}

/** Lets go of the pair's record, in whichever way the browser takes. */
export function forget(): Promise<void> {
  const { session } = api.storage;
  return session.remove("pair").catch(() => session.set({ pair: null })).catch(() => session.clear());
}
