/** What travels between the content scripts, the background and the panel; the parts come from Rust. */
import type { Button, Command, HandFault, OrderId, Page, Take, Tone, View } from "./generated/core";

/** From a content script. The background adds who sent it; nothing in here is believed beyond that. */
export type Up =
  | { saw: Page }
  | { pressed: Button }
  | { taken: { order: OrderId; url: string; outcome: Take } }
  | { filled: { order: OrderId; fault: HandFault | null } };

/**
 * A content script that watches holds a port of this name, followed by its document's name. Nothing is said over it: that it
 * closes is the news, also where the frame was taken out of the page and had no time to say so.
 */
export const LIFELINE = "page:";

/** An {@link Up} and the document it comes from: a random name that each content script gives itself. */
export type FromPage = { document: string; up: Up };

/** A resolved message: plain text and labels as they stand on the screen, drawn as chips. */
export type Line = (string | { label: string })[];

/** A guide whose messages are resolved in the reader's language. */
export type Drawn = {
  /** The handle of the control to point at; absent: the card stands alone. */
  target?: number;
  step: number;
  of: number;
  title: Line;
  body: Line;
  why: Line;
  missing: Line;
  note?: Line;
  tone: Tone;
  /** The one filled button. */
  button?: { id: Button; text: string };
  /** The fixed words of the card. */
  words: {
    step: string;
    why: string;
    missing: string;
    fold: string;
    unfold: string;
    /** Something lies over the card, so that nothing was done. */
    covered: string;
    /** The extension was updated: the page must be reloaded. */
    updated: string;
  };
  language: string;
  direction: "ltr" | "rtl";
  /** The card's style sheet. It comes along, because most frames that the content script is loaded into never show a card. */
  sheet: string;
};

/** To one document. */
export type Down =
  | { guide: Drawn }
  | { unguide: true }
  /** Report again, though nothing has changed: the background has just come up and knows nothing. */
  | { look: true }
  | { take: { order: OrderId; url: string; node: number } }
  | { fill: { order: OrderId; url: string; fields: { node: number; value: string }[] } };

/** A {@link Down} and the document it is for; any other document takes no notice. `""`: for all. */
export type ToPage = { document: string; down: Down };

/** From the panel, over the port named `panel`. */
export type FromPanel = Command;

/** To the panel: the words first and after each change of language, then the view after each event. */
export type ToPanel =
  | { words: { language: string; direction: "ltr" | "rtl"; messages: Record<string, string> } }
  | { view: View }
  /** The core does not run any more: the page says so by itself. */
  | { stopped: true };
