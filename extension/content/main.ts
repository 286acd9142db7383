/** The content script: eyes, pointer and hand of Keyferry in one frame. It rests until a journey is under way. */
import { LIFELINE, type Down, type Drawn, type FromPage, type ToPage, type Up } from "../messages";
import { makeGuide, type Guide } from "./guide/guide";
import { fill, take } from "./hand";
import { api, orphaned } from "./runtime";
import { sealAddress } from "./seal";
import { watch, type Watch } from "./watch";

/** This document's name: another document in the same frame has another one. */
const name = crypto.randomUUID();
let guide: Guide | undefined;
let watching: Watch | undefined;
/** By its closing the background knows that this document is gone. */
let lifeline: { disconnect(): void } | undefined;
/** What was drawn last; its words are all there is to say good-bye with. */
let last: Drawn | undefined;
/** A button of this page's card was pressed; the order that follows was asked for here. */
let pressedHere = false;

async function tell(up: Up): Promise<void> {
  const message: FromPage = { document: name, up };
  try {
    if (orphaned()) throw new Error("orphaned");
    hold();
    await api?.runtime?.sendMessage(message);
  } catch {
    if (orphaned()) part();
    // The background did not hear it: the next look is news again.
    else if ("saw" in up) watching?.again();
  }
}

/** Holds the lifeline; a background that has slept has let it go. */
function hold(): void {
  if (lifeline || !watching) return;
  const line = api?.runtime?.connect({ name: LIFELINE + name });
  lifeline = line;
  line?.onDisconnect.addListener(() => {
    if (lifeline === line) lifeline = undefined;
    // A background that rests comes back with the next event; an extension that is gone does not, as the browser says a little later.
    setTimeout(() => {
      if (orphaned()) part();
    }, 1000);
  });
}

/** The element of a handle that *sight* gave out in its last look. */
const element = (id: number): Element | undefined => watching?.look()?.element(id);

function obey(down: Down): void {
  if ("guide" in down) {
    last = down.guide;
    return guide?.show(last, last.target === undefined ? undefined : element(last.target));
  }
  if ("unguide" in down) return guide?.hide();
  if ("look" in down) return watching?.again();
  const here = pressedHere;
  pressedHere = false;
  if ("take" in down) {
    const { order } = down.take;
    return void tell({ taken: { order, url: sealAddress(location.href), outcome: take(down.take, element, here) } });
  }
  const { order } = down.fill;
  const restoreFocus = guide?.keepFocus();
  void fill(down.fill, element, here).then((fault) => {
    restoreFocus?.();
    void tell({ filled: { order, fault } });
  });
}

function start(): void {
  // A sandboxed frame has no origin, whatever its address says.
  if (watching || origin === "null") return;
  // Before the portal opens its panels and dialogs: their traps are laid later than the guide's shield.
  guide = makeGuide((button) => {
    pressedHere = true;
    void tell({ pressed: button });
  });
  watching = watch(
    (page) => void tell({ saw: page }),
    () => guide?.element ?? null,
  );
}

function rest(): void {
  watching?.stop();
  guide?.end();
  lifeline?.disconnect();
  watching = guide = lifeline = undefined;
}

/** The extension was updated or removed under our feet: goes, and says so where it has guided. */
function part(): void {
  const guided = watching && last;
  last = undefined;
  rest();
  window.removeEventListener("pagehide", rest);
  window.removeEventListener("pageshow", onShow);
  if (!guided) return;
  const { words, step, of, language, direction, sheet } = guided;
  const title = [words.updated];
  makeGuide(() => undefined).show({ words, step, of, language, direction, sheet, title, body: [], why: [], missing: [], tone: "Plain" }, undefined);
}

function onMessage(message: unknown, sender: { id?: string; tab?: unknown }): void {
  // Only the background has no tab; a page of the extension, or another content script, has.
  if (!watching || sender.id !== api?.runtime?.id || sender.tab !== undefined) return;
  const { document: to, down } = message as Partial<ToPage>;
  if (down && (to === name || (to === "" && "look" in down))) obey(down);
}

function onChanged(changes: Record<string, { newValue?: unknown }>, area: string): void {
  if (area !== "local" || !changes["watch"]) return;
  if (changes["watch"].newValue === true) start();
  else rest();
}

async function wake(): Promise<void> {
  const { watch: on } = (await api?.storage.local.get("watch")) ?? {};
  if (on === true) start();
}

function onShow(event: PageTransitionEvent): void {
  if (event.persisted) void wake();
}

api?.runtime?.onMessage.addListener(onMessage);
api?.storage.onChanged.addListener(onChanged);
window.addEventListener("pagehide", rest);
window.addEventListener("pageshow", onShow);
void wake();
