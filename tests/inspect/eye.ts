/** Runs in the saved page's isolated world: the content script's own sight, and the way back from handles to selectors. */
import { look, type Look } from "../../extension/content/sight";
import type { Page } from "../../extension/generated/core";
import { selectorOf } from "./selector";

/** What `inspect` asks of the page. */
const keyferry = {
  seen: undefined as Look | undefined,

  look(): Page {
    this.seen = look(document);
    return this.seen.page;
  },

  /** The selectors of the handles, by target; a handle that no selector reaches is left out. */
  selectors(handles: readonly (readonly [target: string, handle: number])[]): Record<string, string> {
    const found: Record<string, string> = {};
    for (const [target, handle] of handles) {
      const element = this.seen?.element(handle);
      const selector = element && selectorOf(element);
      if (selector !== undefined) found[target] = selector;
    }
    return found;
  },

  /** The handles of the elements at these selectors in the last look; `null` where nothing was seen there. */
  handles(selectors: Readonly<Record<string, string>>): Record<string, number | null> {
    const handle = (selector: string): number | null => {
      const element = document.querySelector(selector);
      return (element && this.seen?.page.nodes.find(({ id }) => this.seen?.element(id) === element)?.id) ?? null;
    };
    return Object.fromEntries(Object.entries(selectors).map(([target, selector]) => [target, handle(selector)]));
  },

  /** The same selectors in the form that {@link selectors} gives; `null` where one finds nothing. */
  canonical(selectors: Readonly<Record<string, string>>): Record<string, string | null> {
    const found = (selector: string): string | null => {
      const element = document.querySelector(selector);
      return element && (selectorOf(element) ?? null);
    };
    return Object.fromEntries(Object.entries(selectors).map(([target, selector]) => [target, found(selector)]));
  },
};

Object.assign(globalThis, { keyferry });
