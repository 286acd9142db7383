/**
 * A simulated admin, who knows neither portal and does only what Keyferry's card says: clicks in the middle of the spotlight,
 * types what is suggested, chooses an option, presses the card's button. With a real mouse and a real keyboard.
 */
import type { Browser, Page } from "puppeteer-core";
import { type Card, cardOn, middle, offset, type Rect } from "./driver/card";
import { until } from "./driver/until";

/** What the admin has before the eyes at one moment. */
export type Moment = { page: Page; card: Card };

/** How the admin goes about it. */
export type Manner = {
  /** Called with every new card, before anything is done about it; "again" when the card has to be read anew. */
  sees?: (moment: Moment) => Promise<unknown>;
  /** Does what a card says, by `act`, with something beside it. */
  acts?: (moment: Moment, act: () => Promise<void>) => Promise<void>;
  /** After so many milliseconds without another card the admin does what this one says once more. */
  patience?: number;
  /** Says that enough is done, and this card is left to itself. */
  stops?: (card: Card) => boolean;
  /** Says that there is nothing more to do. */
  ended?: () => Promise<boolean>;
  /** The name of the app in use, which the admin knows and Keyferry does not before it was opened. */
  app?: string;
  /** What the admin types where the card suggests nothing: an own password, an address. */
  types?: (label: string) => string | undefined;
  /** Where Marketo is, which the admin knows and Keyferry does not before the first visit. */
  marketo?: string;
};

/** The longest way: 26 things to do, some of them in several clicks. */
const MOST = 80;
/**
 * How long a person takes to read a card before doing what it says, in milliseconds: at least, and before pressing its button. The
 * gate wants half a second in plain sight, and Chrome takes a quarter more to say that nothing lies over a card that has moved.
 */
const GLANCE = 250;
const READING = 1000;

/** Follows the cards from wherever the browser is until there is nothing more to do; returns the titles in their order. */
export async function follow(browser: Browser, manner: Manner = {}): Promise<string[]> {
  const { sees, acts = (_: Moment, act: () => Promise<void>) => act(), patience = Infinity, stops = () => false, ended = () => Promise.resolve(false), app, types, marketo } = manner;
  const titles: string[] = [];
  let last = "";
  for (let turn = 0; turn < MOST; turn += 1) {
    const since = Date.now();
    const next = async (): Promise<Moment | "end" | undefined> => {
      const known = Date.now() - since > patience ? "" : last;
      return (await anotherCard(browser, known)) ?? ((await ended()) ? "end" : undefined);
    };
    const moment = await until("the next card", next, () => describe(browser, last));
    if (moment === "end") return titles;
    const { page, card } = moment;
    if (titles.at(-1) !== card.title) titles.push(card.title);
    last = key(page, card);
    if (stops(card)) return titles;
    if ((await sees?.(moment)) === "again") {
      last = "";
      continue;
    }
    const lost = card.act && card.note.includes("Open Marketo in a tab") && marketo;
    if (lost) await (await browser.newPage()).goto(lost);
    else await acts(moment, () => obey(moment, app, types));
  }
  throw new Error(`still no end after ${String(MOST)} turns:\n${titles.join("\n")}`);
}

/** Does what one card says. */
export async function obey({ page, card }: Moment, app?: string, types?: Manner["types"]): Promise<void> {
  if (card.spot && card.body.startsWith("Delete")) {
    // The button of this card leaves the secret where it is.
    await page.mouse.click(...middle(card.spot));
  } else if (card.act) {
    await page.mouse.click(...middle(card.act.rect));
  } else if (card.spot) {
    await use(page, card, card.spot, types);
  } else {
    await open(page, card, app);
  }
}

/** Uses the control under the spotlight as one uses such a control. */
async function use(page: Page, card: Card, spot: Rect, types?: Manner["types"]): Promise<void> {
  const point = middle(spot);
  const [left, top] = await offset(card.frame);
  const kind = await card.frame.evaluate(kindAt, point[0] - left, point[1] - top);
  await page.mouse.click(...point);
  if (kind === "text") {
    const example = /for example (.+?)\.(?:\s|$)/.exec(card.body)?.[1] ?? types?.(card.labels[0] ?? "");
    if (example === undefined) throw new Error(`the card suggests nothing to type: ${card.body}`);
    await page.keyboard.down("Control");
    await page.keyboard.press("a");
    await page.keyboard.up("Control");
    await page.keyboard.type(example);
    await page.keyboard.press("Tab");
  } else if (kind === "list") {
    await choose(page, card);
  }
}

/** What stands at a point of a frame: a text field, a list to choose from, or something to click. */
function kindAt(x: number, y: number): "text" | "list" | "button" {
  const at = document.elementFromPoint(x, y);
  if (at?.closest("select, [role=combobox], [aria-haspopup=listbox], [aria-haspopup=tree]")) return "list";
  const field = at?.closest("input, textarea");
  return field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && /^(text|password|url|)$/.test(field.type)) ? "text" : "button";
}

/** Chooses from the list that has just opened: what the card names, else the last but one. */
async function choose(page: Page, card: Card): Promise<void> {
  const wanted = /choose ([A-Z]\w*)\./.exec(card.body)?.[1];
  const option = await until("an open list", async () => {
    for (const frame of page.frames()) {
      const options = await frame.$$("[role=option], [role=treeitem].fxc-dropdown-option, [role=menuitemradio]");
      const shown = [];
      for (const one of options) if (await one.isVisible()) shown.push(one);
      const texts = await Promise.all(shown.map((one) => one.evaluate((element) => element.textContent.trim())));
      const found = wanted === undefined ? shown.at(-2) : shown[texts.indexOf(wanted)];
      if (found) return found;
    }
    return undefined;
  });
  await option.scrollIntoView();
  await option.click();
}

/** The card names something without pointing at it: an app in a list, by its name. */
async function open(page: Page, { body }: Card, app?: string): Promise<void> {
  const name = /Your app (.+) is in the list/.exec(body)?.[1] ?? (body.startsWith("Open the app") ? app : undefined);
  if (name === undefined) return;
  for (const frame of page.frames()) {
    for (const link of await frame.$$("a, [role=link]")) {
      if ((await link.evaluate((element) => element.textContent.trim())) !== name || !(await link.isVisible())) continue;
      await link.click();
      return;
    }
  }
}

/** The tab in front, as far as it shows a page of the web. */
export async function inFront(browser: Browser): Promise<Page | undefined> {
  for (const page of (await browser.pages()).reverse()) {
    const front = await page.evaluate(() => document.visibilityState === "visible" && location.protocol.startsWith("http")).catch(() => false);
    if (front) return page;
  }
  return undefined;
}

/** A card other than the last one, read in rest: it has stood there unchanged for a while. */
async function anotherCard(browser: Browser, last: string): Promise<Moment | undefined> {
  const since = Date.now();
  for (let first = ""; ; ) {
    const page = await inFront(browser);
    const card = page && (await cardOn(page));
    if (!page || !card || key(page, card) === last) return undefined;
    first ||= key(page, card);
    if (key(page, card) !== first) return undefined;
    if (Date.now() - since > (card.act ? READING : GLANCE)) return { page, card };
  }
}

function key(page: Page, { frame, title, body, note, act, spot }: Card): string {
  return JSON.stringify([page.url(), frame.url(), title, body, note, act, spot]);
}

async function describe(browser: Browser, last: string): Promise<string> {
  const page = await inFront(browser);
  const card = page && (await cardOn(page));
  return `in front: ${page?.url() ?? "nothing"}\ncard: ${JSON.stringify(card && { ...card, frame: card.frame.url() })}\nlast: ${last}`;
}
