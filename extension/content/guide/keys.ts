/** The keyboard's two ways to the card: Alt+Shift+K goes into it and back, Escape folds it away. */

/** What the keys do. */
export type Keys = {
  /** Whether there is a card at all. */
  there: () => boolean;
  /** Into the card or back. */
  visit: () => void;
  fold: () => void;
};

/** Listens until `signal`. */
export function keys(on: Keys, signal: AbortSignal): void {
  const visit = (event: KeyboardEvent): void => {
    if (event.code !== "KeyK" || !event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return;
    if (!event.isTrusted || !on.there()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    on.visit();
  };
  // On the way up: a page that has a use for Escape (an open menu) says so before.
  const fold = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && event.isTrusted && !event.defaultPrevented && on.there()) on.fold();
  };
  window.addEventListener("keydown", visit, { capture: true, signal });
  window.addEventListener("keydown", fold, { signal });
}
