import type { Drawn } from "../../messages";
import { Host } from "./host";
import { button, make, write } from "./make";
import { dark } from "./theme";

const UPDATED = "Keyferry was updated: reload this page";

/** The last word to a page whose extension was updated or removed: its texts can no longer be asked for, so they are kept. */
export class Farewell {
  #drawn: Drawn | undefined;

  /** Keeps the words, as long as there is somebody to give them. */
  remember(drawn: Drawn): void {
    this.#drawn = drawn;
  }

  /** Says it, where a guide was drawn before; anywhere else silence is better. */
  show(): void {
    const drawn = this.#drawn;
    if (!drawn) return;
    this.#drawn = undefined;
    const host = new Host();
    const text = make("p");
    write(text, [drawn.words.updated ?? UPDATED]);
    text.role = "status";
    const close = button("fold", () => host.end());
    close.ariaLabel = close.title = drawn.words.fold;
    const card = make("section", "card farewell", make("div", "sheet", make("div", "inside", text, close)));
    host.stage.lang = drawn.language;
    host.stage.dir = drawn.direction;
    host.stage.style.colorScheme = dark() ? "dark" : "light";
    host.stage.append(card);
    host.show();
  }
}
