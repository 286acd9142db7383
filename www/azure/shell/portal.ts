import type { Store } from "../../practice/store";
import type { World } from "../../practice/world";
import type { Say } from "../labels";
import { type Pane, type PaneShape, openPane } from "./pane";
import { toast } from "./toast";

/** What every screen of the portal works with. */
export class Portal {
  readonly say: Say;
  readonly #store: Store;
  readonly #culture: string;
  /** Secrets made since this document was loaded; only their values are shown. */
  readonly #own = new Set<string>();

  constructor(store: Store, say: Say, culture: string) {
    this.#store = store;
    this.say = say;
    this.#culture = culture;
  }

  /** The world as last seen. */
  get world(): World {
    return this.#store.read();
  }

  /** Looks again. */
  async refresh(): Promise<void> {
    await this.#store.refresh();
  }

  /** Changes the world, after a moment as a service would take. */
  async change(next: (world: World) => World): Promise<void> {
    await this.pause();
    await this.#store.change(next);
  }

  /** A made-up moment of waiting, never longer than the settings say. */
  pause(): Promise<void> {
    const longest = this.world.settings.delay;
    return longest > 0 ? new Promise((done) => setTimeout(done, Math.random() * longest)) : Promise.resolve();
  }

  /** Goes to another address of the portal. */
  go(hash: string): void {
    location.hash = hash;
  }

  /** A date in the admin's format. */
  date(iso: string): string {
    return new Date(iso).toLocaleDateString(this.#culture);
  }

  /** Remembers that a secret was made here. */
  own(secretId: string): void {
    this.#own.add(secretId);
  }

  /** Whether a secret was made in this document. */
  owns(secretId: string): boolean {
    return this.#own.has(secretId);
  }

  /** Opens the pane at the right. */
  pane(shape: PaneShape): Pane {
    return openPane(this.say, shape);
  }

  /** Shows a note that goes away. */
  toast(title: string, text: string): void {
    toast(title, text);
  }
}
