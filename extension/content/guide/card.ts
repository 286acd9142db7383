import type { Drawn, Line } from "../../messages";
import { disclosure } from "./disclosure";
import { button, make, write } from "./make";

/** What the card tells the guide. */
export type CardEvents = {
  /** The filled button was pressed. */
  press: (event: MouseEvent) => void;
  /** The card wants to fold away, or the tab to unfold. */
  fold: (folded: boolean) => void;
  /** Something in it opened or closed: it has another size. */
  resized: () => void;
};

/** The card and the tab that it folds to. It knows what it shows and nothing of where. */
export type Card = ReturnType<typeof makeCard>;

/** Makes the card. */
export function makeCard(on: CardEvents) {
  const act = button("act", on.press);
  const fold = button("fold", () => on.fold(true));
  const step = make("span");
  const done = make("i");
  const title = make("h2");
  const body = make("p");
  const note = make("p", "note");
  const why = disclosure(on.resized);
  const missing = disclosure(on.resized);
  const inside = make("div", "inside");
  const sheet = make("div", "sheet", inside);
  const arrow = make("i", "arrow");
  const card = make("section", "card", arrow, sheet);
  const tab = button("tab", () => on.fold(false));
  const said = make("div", "said");
  const row = make("div", "row", act, why.opener, missing.opener);
  inside.append(make("div", "top", step, make("span", "way", done), fold), title, body, note, row, why.text, missing.text);
  title.id = "title";
  body.id = "body";
  note.id = "note";
  card.role = "dialog";
  card.setAttribute("aria-labelledby", title.id);
  card.setAttribute("aria-describedby", "body note");
  said.role = "status";
  tab.ariaKeyShortcuts = "Alt+Shift+K";

  const say = (line: Line | undefined, tone: string): void => {
    note.hidden = !line;
    note.className = `note ${tone}`;
    write(note, line ?? []);
  };

  return {
    card,
    tab,
    said,
    act,
    arrow,
    sheet,
    /** Puts a note in its tone, or takes it away. */
    say,

    /** Shows another step, or the same one changed. */
    draw({ words, ...drawn }: Drawn): void {
      step.textContent = tab.textContent = words.step;
      done.style.width = `${(100 * drawn.step) / drawn.of}%`;
      write(title, drawn.title);
      write(body, drawn.body);
      act.hidden = !drawn.button;
      act.textContent = drawn.button?.text ?? "";
      fold.ariaLabel = fold.title = words.fold;
      tab.title = words.unfold;
      why.draw(words.why, drawn.why);
      missing.draw(words.missing, drawn.missing);
      say(drawn.note, drawn.tone.toLowerCase());
    },

    /** Tells a screen reader, once per change. */
    announce: (): void => {
      const text = `${title.textContent}. ${body.textContent}`;
      if (said.textContent !== text) said.textContent = text;
    },

    /** The card at its full size. */
    size: () => ({ w: card.offsetWidth, h: inside.offsetHeight }),

    /** Closes what was opened for the step before. */
    close(): void {
      why.set(false);
      missing.set(false);
    },

    /** Puts the focus into the card, or on the tab when it is folded. */
    focus(): void {
      const first = card.hidden ? tab : act.hidden ? why.opener : act;
      first.focus({ preventScroll: true });
    },
  };
}
