/** Who sent a message: the one place that decides whether it is heard. Content scripts are not trusted beyond this. */
import type { Place } from "../generated/core";
import { LIFELINE, type FromPage } from "../messages";
import { api, OWN_ORIGIN, PANEL, RECORD } from "./api";

type Sender = chrome.runtime.MessageSender;

/** A heard message: which document it comes from, as the browser says, and what it says. */
export type Heard = { place: Place; topUrl: string | undefined; origin: string; message: FromPage; documentId: string | undefined };

/** The message, if it comes from a live document in a tab, of a page that we have a content script in. */
export function heard(message: unknown, sender: Sender): Heard | undefined {
  const { tab, frameId, documentId } = sender;
  const origin = originOf(sender);
  if (origin === undefined || !isFromPage(message)) return undefined;
  const place = placeOf(sender, message.document);
  // The browser keeps to itself what a tab shows at hosts that we have nothing to do with: a frame in there is nobody's.
  return place && { place, topUrl: frameId === 0 ? undefined : (tab?.url ?? ""), origin, message, documentId };
}

/** The document at the other end of a lifeline. */
export function heldBy({ name, sender }: chrome.runtime.Port): Place | undefined {
  if (!name.startsWith(LIFELINE) || sender === undefined || originOf(sender) === undefined) return undefined;
  return placeOf(sender, name.slice(LIFELINE.length));
}

/** Where a content script of ours lives; nowhere for anybody else. */
function placeOf(sender: Sender, document: string): Place | undefined {
  const { tab, frameId, documentLifecycle } = sender;
  if (sender.id !== api.runtime.id || tab?.id === undefined || tab.id < 0 || frameId === undefined) return undefined;
  if (documentLifecycle !== undefined && documentLifecycle !== "active") return undefined;
  // Our own pages speak over the panel's port; of them only the practice portals have a content script.
  if (originOf(sender) === OWN_ORIGIN && !(sender.url ?? "").startsWith(`${OWN_ORIGIN}/practice/`)) return undefined;
  return { tab: tab.id, frame: frameId, document };
}

/** Whether a port was opened by our own panel, or by the record that it opens. */
export function isPanel(port: chrome.runtime.Port): boolean {
  const { sender } = port;
  if (port.name !== "panel" || sender?.id !== api.runtime.id) return false;
  return [PANEL, RECORD].includes((sender.url ?? "").split(/[?#]/)[0] ?? "");
}

/** Firefox does not always say the origin; then it is read off the address. A sandboxed frame has none, whatever its address. */
function originOf({ origin, url }: Sender): string | undefined {
  const read = url === undefined ? undefined : originIn(url);
  // Nor have our own pages in every browser.
  return origin === undefined || (origin === "null" && read === OWN_ORIGIN) ? read : origin;
}

/** An address's origin; the extension's own scheme has none of its own in every browser. */
export function originIn(url: string): string | undefined {
  if (url.startsWith(`${OWN_ORIGIN}/`)) return OWN_ORIGIN;
  return URL.canParse(url) ? new URL(url).origin : undefined;
}

function isFromPage(message: unknown): message is FromPage {
  if (typeof message !== "object" || message === null) return false;
  const { document, up } = message as Partial<FromPage>;
  return typeof document === "string" && document.length > 0 && document.length <= 64 && typeof up === "object" && (up as unknown) !== null;
}
