/** When to look: at most once per animation frame, only while something happens and somebody can see it. */
import type { Page } from "../generated/core";
import { Memory } from "./memory";
import { look, type Look } from "./sight";

/** A watch under way. */
export type Watch = {
  /** The newest look. */
  look(): Look | undefined;
  /** Looks again with the next frame, and reports even when nothing has changed. */
  again(): void;
  /** Ends it. */
  stop(): void;
};

/** Where things are changes with each scroll, and is no news. */
const PLACES = /"rect":\[[^\]]*\]/g;
/** The changes that are heard of. */
export const CHANGES: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter:
    "class style hidden disabled inert title value href src type role tabindex readonly open id data-telemetryname aria-disabled aria-checked aria-pressed aria-selected aria-expanded aria-readonly aria-label aria-labelledby aria-hidden".split(" "),
};
/** Late things that change no element: a transition's end, a frame or picture loaded, a choice made. */
const HAPPENINGS = ["transitionend", "animationend", "load", "change", "toggle"];
/** A look that took more milliseconds than this is followed by a rest so many times as long: a busy page stays a quick one. */
const DEAR = 8;
const REST = 4;
const NAVIGATIONS = ["hashchange", "popstate", "resize", "pageshow"];

/** Watches the document and reports each page that differs from the last. `own` gives Keyferry's overlay, once it is there. */
export function watch(onPage: (page: Page) => void, own: () => Element | null = () => null): Watch {
  let frame = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let rested = 0;
  let newest: Look | undefined;
  let reported = "";
  const memory = new Memory();

  const pass = (): void => {
    frame = 0;
    const start = performance.now();
    newest = look(document, own(), memory);
    // The observer does not see into shadow trees by itself; observing one again changes nothing.
    for (const shadow of newest.shadows) observer.observe(shadow, CHANGES);
    const digest = JSON.stringify(newest.page).replace(PLACES, "");
    const end = performance.now();
    rested = end - start > DEAR ? end + (end - start) * REST : 0;
    if (digest === reported) return;
    reported = digest;
    onPage(newest.page);
  };
  const soon = (): void => {
    if (frame !== 0 || pause !== undefined || document.visibilityState !== "visible") return;
    const wait = rested - performance.now();
    if (wait <= 0) frame = requestAnimationFrame(pass);
    else {
      pause = setTimeout(() => {
        pause = undefined;
        soon();
      }, wait);
    }
  };
  /** What has happened may have changed anything, and no observer says what. */
  const afresh = (): void => {
    memory.clear();
    soon();
  };
  const cancel = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(pause);
    pause = undefined;
    frame = 0;
  };
  const observer = new MutationObserver((changes) => {
    memory.forget(changes);
    soon();
  });
  const onScroll = (): void => {
    if (newest?.spares) soon();
  };
  const observe = (): void => {
    observer.disconnect();
    cancel();
    if (document.visibilityState !== "visible") return;
    observer.observe(document, CHANGES);
    afresh();
  };

  const ended = new AbortController();
  const on = (target: EventTarget, name: string, act: () => void): void => {
    target.addEventListener(name, act, { capture: true, passive: true, signal: ended.signal });
  };
  on(document, "visibilitychange", observe);
  for (const name of NAVIGATIONS) on(window, name, afresh);
  for (const name of HAPPENINGS) on(document, name, afresh);
  on(document.fonts, "loadingdone", afresh);
  on(document, "scrollend", onScroll);
  observe();

  return {
    look: () => newest,
    again() {
      reported = "";
      soon();
    },
    stop() {
      observer.disconnect();
      ended.abort();
      cancel();
      frame = -1;
    },
  };
}
