/** The two records: how far the journey is, in `storage.local`; the pair, in `storage.session`, which is memory. */
import { api, maybe } from "./api";

/** What stands in a store, and whether the browser refused to say. */
export type Recalled = { record: unknown; failed: boolean };

/** A record of ours has a few kilobytes; what is much larger was not written by us. In characters of JSON. */
const LONGEST = 500_000;

/** Reads a record; `undefined` where there is none. */
export async function recall(name: "logbook" | "pair"): Promise<Recalled> {
  try {
    const found = await (name === "pair" ? recallPair() : api.storage.local.get(name));
    const record: unknown = found[name] ?? undefined;
    const ours = record === undefined || JSON.stringify(record).length <= LONGEST;
    // The core reads no text as a record, and says so.
    return { record: ours ? record : "", failed: false };
  } catch {
    return { record: undefined, failed: true };
  }
}

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

/** Notes how far the journey is, and whether the pages are to watch. */
export function note(logbook: unknown, watch: boolean | undefined): Promise<void> {
  return api.storage.local.set({ logbook, ...(watch !== undefined && { watch }) });
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
