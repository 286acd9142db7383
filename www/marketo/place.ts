import type { Store } from "../practice/store";
import type { World } from "../practice/world";
import { wait } from "./dom";
import type { Labels } from "./labels";

/** What every page of the practice Marketo stands on. */
export type Place = {
  store: Store;
  words: Labels;
  /** Shows another page by its token, as a link would. */
  go: (token: string) => void;
  /** Calls back on every change of the world until the page is left. */
  follow: (listener: (world: World) => void) => void;
};

/** How long the made-up server takes. */
export function answerTime({ store }: Place): Promise<void> {
  return wait(store.read().settings.delay);
}
