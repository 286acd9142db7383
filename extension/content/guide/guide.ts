import type { Button } from "../../generated/core";
import type { Drawn } from "../../messages";
import { makeCard } from "./card";
import { follow } from "./follow";
import { makeGate } from "./gate";
import { makeHost } from "./host";
import { keys } from "./keys";
import { makePicture } from "./picture";

/** The spotlight and the card of one frame. */
export type Guide = ReturnType<typeof makeGuide>;

/** Makes the guide; it shows nothing yet. */
export function makeGuide(onPress: (button: Button) => void) {
  const ended = new AbortController();
  let drawn: Drawn | undefined;
  let target: Element | undefined;
  let key = "";
  let folded = false;
  let must = false;
  let stop: (() => void) | undefined;
  /** What had the page's focus before the keyboard came into the card. */
  let before: Element | null = null;

  const draw = (): boolean => {
    if (!drawn) return false;
    const gone = target ? !target.isConnected : drawn.target !== undefined;
    host.stage.hidden = gone;
    if (!gone) host.show();
    const moved = !gone && picture.draw({ target, rtl: drawn.direction === "rtl", folded, must });
    if (moved) gate.unsettle();
    gate.guard(!gone && !card.card.hidden && movesSecret(drawn.button?.id));
    return moved;
  };
  const press = (event: MouseEvent): void => {
    if (!drawn?.button) return;
    const { id } = drawn.button;
    if (!movesSecret(id) || gate.meant(event)) return onPress(id);
    card.say([drawn.words.covered], "warn");
    if (!gate.plain()) host.raise();
    draw();
  };
  const fold = (now: boolean): void => {
    const inside = host.shadow.activeElement;
    folded = now;
    must = !now;
    if (!now) picture.bringIntoView(target);
    draw();
    if (inside && now) leave();
    else if (inside) card.focus();
  };
  /** Into the card, or back to the page. */
  const visit = (): void => {
    if (host.shadow.activeElement) return leave();
    before = document.activeElement;
    fold(false);
    card.focus();
  };
  const leave = (): void => {
    focusOn(host.shadow.activeElement, "blur");
    focusOn(before, "focus");
  };
  const hide = (): void => {
    stop?.();
    stop = drawn = target = undefined;
    key = "";
    gate.guard(false);
    host.hide();
  };
  const escaped = (event: KeyboardEvent): void => {
    if (event.key === "Escape") fold(true);
  };
  const down = (event: Event): void => {
    if (event instanceof KeyboardEvent) escaped(event);
    if (movesSecret(drawn?.button?.id)) gate.look();
  };

  // Before the host's shield, which lets no key through that is pressed in the card.
  keys({ there: () => drawn !== undefined, visit, escaped }, ended.signal);
  const card = makeCard({ press, fold, resized: draw });
  const host = makeHost(() => gate.unsettle(), down, ended.signal);
  const gate = makeGate(host, card.card, card.act);
  const picture = makePicture(host, card);

  return {
    /** The one element in the page, which *sight* does not look at. */
    element: host.element,

    /** Shows a step, in place of what it showed before. A target that is gone hides it until the next. */
    show(next: Drawn, at: Element | undefined): void {
      const nextKey = JSON.stringify(next);
      if (nextKey === key && at === target) return;
      const another = next.step !== drawn?.step || at !== target;
      key = nextKey;
      drawn = next;
      host.stage.lang = next.language;
      host.stage.dir = next.direction;
      host.dress(next.sheet);
      card.draw(next);
      host.show();
      picture.reset();
      if (another) {
        stop?.();
        target = at;
        must = false;
        card.close();
        picture.bringIntoView(at);
        stop = follow(at, draw);
      }
      draw();
      // A live region speaks of what changes in it while it is there.
      requestAnimationFrame(card.announce);
    },

    /** Takes everything away. */
    hide,

    /** Takes everything away for good. */
    end(): void {
      hide();
      ended.abort();
    },

    /** Notes where the focus is; what it returns puts it back there. */
    keepFocus(): () => void {
      const at = host.shadow.activeElement ?? document.activeElement;
      return () => focusOn(at, "focus");
    },
  };
}

/** A press of these passes the gate first. */
function movesSecret(button: Button | undefined): boolean {
  return button === "Keep" || button === "Fill";
}

/** Moves the focus to an element of the page, or away from one of ours. */
function focusOn(element: Element | null, how: "focus" | "blur"): void {
  if (element instanceof HTMLElement && element !== document.body) element[how]({ preventScroll: true });
}
