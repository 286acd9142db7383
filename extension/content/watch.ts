/** When to look: at most once per animation frame, only while something happens and somebody can see it. */
import type { Page } from "../generated/core";
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

/** What is reported on: everything but where things are, which changes with each scroll. */
const REPORTED = [
  ..."url top_url frame_name lang size nodes id up tag role text label title value hint marks state".split(" "),
  ..."sealed kind length checksum".split(" "),
];
const CHANGES: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: [
    ..."class style hidden disabled inert title value href src type role tabindex readonly open".split(" "),
    ..."aria-disabled aria-checked aria-selected aria-expanded aria-label aria-hidden data-telemetryname".split(" "),
  ],
};
/** Late things that change no element: a transition's end, a frame or picture loaded, a choice made. */
const HAPPENINGS = ["transitionend", "animationend", "load", "change", "toggle"];
const NAVIGATIONS = ["hashchange", "popstate", "resize", "pageshow"];

/** Watches the document and reports each page that differs from the last. `own` gives Keyferry's overlay, once it is there. */
export function watch(onPage: (page: Page) => void, own: () => Element | null = () => null): Watch {
  let frame = 0;
  let newest: Look | undefined;
  let reported = "";

  const pass = (): void => {
    frame = 0;
    newest = look(document, own());
    // The observer does not see into shadow trees by itself; observing one again changes nothing.
    for (const shadow of newest.shadows) observer.observe(shadow, CHANGES);
    const digest = JSON.stringify(newest.page, REPORTED);
    if (digest === reported) return;
    reported = digest;
    onPage(newest.page);
  };
  const soon = (): void => {
    if (frame === 0 && document.visibilityState === "visible") frame = requestAnimationFrame(pass);
  };
  const observer = new MutationObserver(soon);
  const observe = (): void => {
    observer.disconnect();
    if (document.visibilityState !== "visible") {
      cancelAnimationFrame(frame);
      frame = 0;
      return;
    }
    observer.observe(document, CHANGES);
    soon();
  };

  document.addEventListener("visibilitychange", observe);
  for (const name of NAVIGATIONS) window.addEventListener(name, soon);
  for (const name of HAPPENINGS) document.addEventListener(name, soon, { capture: true, passive: true });
  document.fonts.addEventListener("loadingdone", soon);
  observe();

  return {
    look: () => newest,
    again() {
      reported = "";
      soon();
    },
    stop() {
      observer.disconnect();
      cancelAnimationFrame(frame);
      frame = -1;
      document.removeEventListener("visibilitychange", observe);
      for (const name of NAVIGATIONS) window.removeEventListener(name, soon);
      for (const name of HAPPENINGS) document.removeEventListener(name, soon, { capture: true });
      document.fonts.removeEventListener("loadingdone", soon);
    },
  };
}
