import type { Line } from "../../messages";
import { button, make, write } from "./make";

/** A quiet button and the paragraph that it opens. */
export function disclosure(resized: () => void) {
  const text = make("p", "more");
  const set = (open: boolean): void => {
    opener.ariaExpanded = String(open);
    text.hidden = !open;
  };
  const opener = button("quiet", () => {
    set(opener.ariaExpanded !== "true");
    resized();
  });
  set(false);
  return {
    opener,
    text,
    /** Opens or closes. */
    set,
    /** Other words, in the same state. */
    draw(word: string, line: Line): void {
      opener.textContent = word;
      opener.hidden = line.length === 0;
      write(text, line);
    },
  };
}
