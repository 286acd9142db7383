import type { Drawn } from "../../messages";
import { Disclosure } from "./disclosure";
import { button, make, mark, plain, write } from "./make";

/** What the card tells the guide. */
export type CardEvents = {
  /** The filled button was pressed. */
  press: (event: MouseEvent) => void;
  /** The card wants to fold away. */
  fold: () => void;
  /** The tab wants to unfold. */
  unfold: () => void;
  /** Something in it opened or closed: it has another size. */
  resized: () => void;
};

/** The card and the tab that it folds to. It knows what it shows and nothing of where. */
export class Card {
  readonly card = make("section", "card");
  readonly tab: HTMLButtonElement;
  readonly said = make("div", "said");
  /** The filled button, as far as the step has one. */
  readonly act: HTMLButtonElement;
  readonly #sheet = make("div", "sheet");
  readonly #inside = make("div", "inside");
  readonly #step = make("span");
  readonly #done = make("i");
  readonly #tabText = make("span");
  readonly #title = make("h2");
  readonly #body = make("p");
  readonly #note = make("p", "note");
  readonly #fold: HTMLButtonElement;
  readonly #why: Disclosure;
  readonly #missing: Disclosure;
  #announced = "";

  constructor(on: CardEvents) {
    this.act = button("act", on.press);
    this.#fold = button("fold", on.fold);
    this.tab = button("tab", on.unfold, mark(), this.#tabText);
    this.#title.id = "title";
    this.#body.id = "body";
    this.#note.id = "note";
    this.#why = new Disclosure("why", on.resized);
    this.#missing = new Disclosure("missing", on.resized);
    const way = make("span", "way", this.#done);
    way.ariaHidden = "true";
    const row = make("div", "row", this.act, this.#why.button, this.#missing.button);
    this.#inside.append(make("div", "top", this.#step, way, this.#fold), this.#title, this.#body, this.#note, row, this.#why.text, this.#missing.text);
    this.#sheet.append(this.#inside);
    this.card.append(make("i", "arrow"), this.#sheet);
    this.card.role = "dialog";
    this.card.ariaModal = "false";
    this.card.setAttribute("aria-labelledby", "title");
    this.card.setAttribute("aria-describedby", "body note");
    this.said.role = "status";
    this.said.ariaLive = "polite";
    this.#fold.ariaKeyShortcuts = "Escape";
    this.tab.ariaKeyShortcuts = "Alt+Shift+K";
  }

  /** Shows another step, or the same one changed. */
  draw(drawn: Drawn): void {
    const { words } = drawn;
    this.#step.textContent = words.step;
    this.#tabText.textContent = words.step;
    this.#done.style.width = `${Math.round((100 * drawn.step) / Math.max(1, drawn.of))}%`;
    write(this.#title, drawn.title);
    write(this.#body, drawn.body);
    this.act.hidden = !drawn.button;
    this.act.textContent = drawn.button?.text ?? "";
    this.#fold.ariaLabel = this.#fold.title = words.fold;
    this.tab.title = words.unfold;
    this.tab.ariaLabel = `${words.unfold}: ${words.step}`;
    this.#why.draw(words.why, drawn.why);
    this.#missing.draw(words.missing, drawn.missing);
    this.say(drawn.note, drawn.tone.toLowerCase());
  }

  /** Puts a note in its tone, or takes it away. */
  say(note: Drawn["note"], tone: string): void {
    this.#note.hidden = !note;
    this.#note.className = `note ${tone}`;
    write(this.#note, note ?? []);
  }

  /** Tells a screen reader, once per change. */
  announce(...lines: Drawn["title"][]): void {
    const text = lines.map(plain).join(". ");
    if (text === this.#announced) return;
    this.#announced = text;
    this.said.textContent = text;
  }

  /** The card at its full size. */
  size(): { w: number; h: number } {
    return { w: this.card.offsetWidth, h: this.#inside.offsetHeight };
  }

  /** Gives it a height to live with; more than that scrolls. */
  limit(height: number): void {
    this.#sheet.style.maxHeight = `${height}px`;
  }

  /** Closes what was opened for the step before. */
  close(): void {
    this.#why.close();
    this.#missing.close();
  }

  /** Puts the focus into the card, or on the tab when it is folded. */
  focus(): void {
    const first = this.card.hidden ? this.tab : this.act.hidden ? this.#why.button : this.act;
    first.focus({ preventScroll: true });
  }
}
