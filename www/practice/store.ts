/** Where the practice world is kept: with the server, or in the extension's own storage where there is no server. */

import { type World, newWorld } from "./world";

/** The practice world as a page sees and changes it. */
export interface Store {
  /** The world as last seen. */
  readonly read: () => World;
  /** Looks again, for what other pages did. */
  readonly refresh: () => Promise<World>;
  /** Replaces the world by `next(world)`; called again on the newer world when another page was faster. */
  readonly change: (next: (world: World) => World) => Promise<World>;
  /** Calls back after every change: this page's at once, others' when it hears of them. Returns how to stop. */
  readonly onChange: (listener: (world: World) => void) => () => void;
}

/** A world and the number of the change that made it. */
export interface Versioned {
  readonly version: number;
  readonly world: World;
}

/** What a store needs from a place: read, and write unless somebody else wrote since. */
export interface Backend {
  load(): Promise<Versioned>;
  /** False when `from` is no longer the newest version. */
  save(world: World, from: number): Promise<boolean>;
}

/** Opens the store that belongs to where the page runs. */
export async function openStore(backend: Backend = backendHere()): Promise<Store> {
  let current = await backend.load();
  const listeners = new Set<(world: World) => void>();

  const accept = (seen: Versioned): World => {
    // The same version is the same world: it stays the same object, so that nobody draws it again.
    if (seen.version === current.version) return current.world;
    current = seen;
    for (const listener of listeners) listener(seen.world);
    return seen.world;
  };
  const refresh = async (): Promise<World> => accept(await backend.load());

  if (typeof document !== "undefined") listenToOthers(refresh);
  return {
    read: () => current.world,
    refresh,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async change(next) {
      for (;;) {
        const base = await backend.load();
        const world = next(base.world);
        if (world === base.world) return accept(base);
        if (await backend.save(world, base.version)) return accept({ version: base.version + 1, world });
      }
    },
  };
}

/** No polling: other pages' changes matter when this one comes back into view. */
function listenToOthers(refresh: () => Promise<World>): void {
  const look = (): void => {
    // A server that is gone for a moment is no reason for an error on the page: it is asked again next time.
    if (document.visibilityState === "visible") refresh().catch(() => undefined);
  };
  document.addEventListener("visibilitychange", look);
  window.addEventListener("focus", look);
  window.addEventListener("storage", look);
}

/** The number in the key is that of the world's shape: a newer extension starts anew instead of stumbling over an old one. */
function backendHere(): Backend {
  return location.protocol.startsWith("http") ? overHttp("/practice/world") : inStorage(localStorage, "practice.world.1");
}

/** The server's copy: `GET` gives `{version, world}`, `PUT` the same, answered by 409 when the version is not the newest. */
export function overHttp(address: string): Backend {
  return {
    async load() {
      const answer = await fetch(address, { cache: "no-store" });
      if (!answer.ok) throw new Error(`the practice server answered ${String(answer.status)}`);
      return (await answer.json()) as Versioned;
    },
    async save(world, from) {
      const body = JSON.stringify({ version: from, world });
      const answer = await fetch(address, { method: "PUT", body, headers: { "content-type": "application/json" } });
      if (answer.status === 409) return false;
      if (!answer.ok) throw new Error(`the practice server answered ${String(answer.status)}`);
      return true;
    },
  };
}

/** The browser's storage: shared by all pages of one origin, kept when the browser ends. */
export function inStorage(storage: Pick<Storage, "getItem" | "setItem">, key: string): Backend {
  const load = (): Versioned => {
    const kept = storage.getItem(key);
    if (kept !== null) return JSON.parse(kept) as Versioned;
    const first: Versioned = { version: 1, world: newWorld() };
    storage.setItem(key, JSON.stringify(first));
    return first;
  };
  return {
    load: () => Promise.resolve(load()),
    save(world, from) {
      if (load().version !== from) return Promise.resolve(false);
      storage.setItem(key, JSON.stringify({ version: from + 1, world }));
      return Promise.resolve(true);
    },
  };
}
