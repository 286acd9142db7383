/** What is left when the core does not run: its module did not load, or ended in the middle. Nothing here needs it. */
import type { Place } from "../generated/core";
import sheet from "../content/guide/guide.css";
import type { Drawn, ToPanel } from "../messages";
import { api } from "./api";
import { send } from "./pages";
import { forget } from "./storage";
import { Words } from "./words";

/** The core ended in the middle of a call: nothing that it says counts any more. Its message is the place in the source. */
export class Sunk extends Error {
  override name = "Sunk";
}

/** The kind of a fault, never its text, which may quote what was at hand; of the core's end, the place. */
export function report(fault: unknown): void {
  console.error("Keyferry:", fault instanceof Error ? fault.name : typeof fault, fault instanceof Sunk ? fault.message : "");
}

/** Wipes the pair and says what happened: in the panel, on the toolbar button, and on each page that asks. */
export class Wreck {
  private constructor(private readonly card: Drawn) {}

  /** Takes over; `cards` are the documents that show a card of the core's. */
  static async of(cards: Iterable<Place>, panels: Iterable<chrome.runtime.Port>): Promise<Wreck> {
    await forget().catch(report);
    const wreck = new Wreck(card(await Words.load(await chosen())));
    for (const panel of panels) wreck.tellPanel(panel);
    await Promise.allSettled([
      ...[...cards].map((place) => wreck.tellPage(place)),
      api.action.setBadgeText({ text: "!" }),
      api.action.setBadgeBackgroundColor({ color: "#b4233c" }),
      api.action.setTitle({ title: api.i18n.getMessage("stopped_title") }),
    ]);
    return wreck;
  }

  tellPanel(panel: chrome.runtime.Port): void {
    const message: ToPanel = { stopped: true };
    try {
      panel.postMessage(message);
    } catch {
      // It has closed since.
    }
  }

  async tellPage(place: Place): Promise<void> {
    await send(place, { guide: this.card });
  }
}

/** The language chosen by hand, as it stands in the record; only the core reads the rest. */
async function chosen(): Promise<string | null> {
  const { logbook } = await api.storage.local.get("logbook").catch((): Record<string, unknown> => ({}));
  const language = (logbook as { language?: unknown } | undefined)?.language;
  return typeof language === "string" ? language : null;
}

function card(words: Words): Drawn {
  const { language, direction } = words;
  const say = (key: string): string => words.plain(key);
  return {
    step: 0,
    of: 1,
    title: [say("stopped_title")],
    body: [say("stopped_body")],
    why: [say("stopped_why")],
    missing: [say("stopped_by_hand")],
    tone: "Plain",
    words: {
      step: "Keyferry",
      why: say("word_why"),
      missing: say("word_by_hand"),
      fold: say("word_fold"),
      unfold: say("word_unfold"),
      covered: say("word_covered"),
      updated: say("word_updated"),
    },
    language,
    direction,
    sheet,
  };
}
