/** From what a content script says to an event for the core; nothing else gets through. */
import type { Event } from "../generated/core";
import { type Heard, originIn } from "./sender";

/** The event, or `undefined` for what no content script of ours says. */
export function eventFrom({ place, topUrl, origin, message: { up } }: Heard): Event | undefined {
  if ("saw" in up) {
    if (!isObject(up.saw)) return undefined;
    // The digest says its own address; it must be one that the browser says the document has.
    if (typeof up.saw.url !== "string" || originIn(up.saw.url) !== origin) return undefined;
    // Nor does it say what the top frame is: the browser does.
    const page = { ...up.saw };
    delete page.top_url;
    return { Saw: { place, page: topUrl === undefined ? page : { ...page, top_url: topUrl } } };
  }
  if ("pressed" in up) return { Pressed: { place, button: up.pressed } };
  if ("taken" in up) return { Taken: { ...up.taken, place } };
  if ("filled" in up) return { Filled: { ...up.filled, place } };
  return undefined;
}

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null;
