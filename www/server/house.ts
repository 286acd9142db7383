import type { ServerResponse } from "node:http";

/** A value, and a number that grows with every change of it. */
export type Versioned<T> = { version: number; world: T };

/** The one world that all pages share: who writes on a stale version is refused, who listens hears of every change. */
export class House<T> {
  #now: Versioned<T>;
  readonly #listeners = new Set<ServerResponse>();

  constructor(world: T) {
    this.#now = { version: 1, world };
  }

  get now(): Versioned<T> {
    return this.#now;
  }

  /** Replaces the world, whatever it was. */
  set(world: T): void {
    this.#now = { version: this.#now.version + 1, world };
    for (const listener of this.#listeners) this.#tell(listener);
  }

  /** Replaces the world if `change` was made from the present one. */
  put(change: Versioned<T>): boolean {
    if (change.version !== this.#now.version) return false;
    this.set(change.world);
    return true;
  }

  /** Tells the present world and every later one, as server-sent events. */
  listen(response: ServerResponse): void {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    this.#listeners.add(response);
    response.on("close", () => this.#listeners.delete(response));
    this.#tell(response);
  }

  #tell(listener: ServerResponse): void {
    listener.write(`id: ${String(this.#now.version)}\ndata: ${JSON.stringify(this.#now)}\n\n`);
  }
}
