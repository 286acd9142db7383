/** What a person sees of Keyferry on a page: the spotlight and the card, in the page's own coordinates. */
import type { Frame, Page } from "puppeteer-core";
import { overlay, type Part } from "./witness";

/** Left, top, width and height. */
export type Rect = [number, number, number, number];

/** A card, and the spotlight that belongs to it. */
export type Card = {
  frame: Frame;
  /** "Step 4 of 26". */
  step: string;
  title: string;
  body: string;
  /** The fingerprint line, or what went wrong. */
  note: string;
  /** The labels that the body quotes from the screen. */
  labels: string[];
  /** The one filled button. */
  act: { text: string; rect: Rect } | undefined;
  /** The control that the spotlight surrounds; absent: the card stands alone. */
  spot: Rect | undefined;
  /** Where the card is. */
  rect: Rect;
};

/** The card on this page, in whichever frame it is; none while frames come and go. */
export function cardOn(page: Page): Promise<Card | undefined> {
  return look(page).catch(() => undefined);
}

async function look(page: Page): Promise<Card | undefined> {
  for (const frame of page.frames()) {
    const parts = (await overlay(frame)).filter((part) => part.drawn);
    const card = parts.find(named("card"));
    if (card === undefined) continue;
    const [left, top] = await offset(frame);
    const seen = ({ rect: [x, y, w, h] }: Part): Rect => [x + left, y + top, w, h];
    const text = (part: Part | undefined): string => part?.text ?? "";
    const act = parts.find(named("act"));
    const spot = parts.find(named("spot"));
    return {
      frame,
      step: text(parts[parts.findIndex(named("top")) + 1]),
      title: text(parts.find(({ id }) => id === "title")),
      body: text(parts.find(({ id }) => id === "body")),
      note: text(parts.find(({ id }) => id === "note")),
      labels: parts.filter(named("chip")).map(text),
      act: act && { text: act.text, rect: seen(act) },
      spot: spot && seen(spot),
      rect: seen(card),
    };
  }
  return undefined;
}

/** Where a frame's top left corner is on the page. */
export async function offset(frame: Frame): Promise<[number, number]> {
  if (frame.parentFrame() === null) return [0, 0];
  const root = await frame.$("html");
  const outside = await root?.boundingBox();
  const inside = await root?.evaluate((html) => {
    const { left, top } = html.getBoundingClientRect();
    return [left, top] as const;
  });
  await root?.dispose();
  if (!outside || !inside) throw new Error(`${frame.url()} is not on the page any more`);
  return [outside.x - inside[0], outside.y - inside[1]];
}

/** The middle of a rectangle. */
export function middle([left, top, width, height]: Rect): [number, number] {
  return [left + width / 2, top + height / 2];
}

function named(name: string): (part: Part) => boolean {
  return ({ classes }) => classes.includes(name);
}
