/** The keyboard's two ways to the card: Alt+Shift+K goes into it and back, Escape folds it away. */

/** What the keys do. */
export type Keys = {
  /** Whether there is a card at all. */
  there: () => boolean;
  /** Into the card or back. */
  visit: () => void;
  /** A key that the page had no use for. */
  escaped: (event: KeyboardEvent) => void;
};

/** Listens until `signal`. */
export function keys({ there, visit, escaped }: Keys, signal: AbortSignal): void {
  const listen = (capture: boolean, then: (event: KeyboardEvent) => void): void =>
    window.addEventListener("keydown", (event) => event.isTrusted && there() && then(event), { capture, signal });
  listen(true, (event) => {
    if (event.code !== "KeyK" || !event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    visit();
  });
  // On the way up: a page that has a use for Escape (an open menu) says so before.
  listen(false, (event) => {
    if (!event.defaultPrevented) escaped(event);
  });
}
