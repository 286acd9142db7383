import type { Line } from "../../messages";
import { button, make, write } from "./make";

/** A quiet button and the paragraph that it opens. */
export class Disclosure {
  readonly button: HTMLButtonElement;
  readonly text = make("p", "more");

  constructor(id: string, resized: () => void) {
    this.text.id = id;
    this.button = button("quiet", () => {
      this.#set(this.text.hidden === true);
      resized();
    });
    this.button.setAttribute("aria-controls", id);
    this.#set(false);
  }

  /** Other words, in the same state. */
  draw(word: string, line: Line): void {
    this.button.textContent = word;
    this.button.hidden = line.length === 0;
    write(this.text, line);
  }

  /** Closes. */
  close(): void {
    this.#set(false);
  }

  #set(open: boolean): void {
    this.button.ariaExpanded = String(open);
    this.text.hidden = !open;
  }
}
