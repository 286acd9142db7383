import { el, setAttribute } from "../element";
import { type Route, to } from "../route";
import { screenOf } from "../screens/screen-of";
import { Blade } from "./blade";
import { reactFrame, reactName } from "./react-frame";
import type { Portal } from "./portal";
import { closePane } from "./pane";

interface Open {
  readonly key: string;
  readonly blade: Blade;
  hash: string;
}

/** The strip of open blades; the last one is the one in front. */
export class Journey {
  readonly element = el("div", { class: "fxs-journey-layout fxs-stacklayout fxs-stacklayout-horizontal" });
  readonly #portal: Portal;
  readonly #changed: (trail: readonly { title: string; hash: string }[]) => void;
  #open: Open[] = [];

  constructor(portal: Portal, changed: (trail: readonly { title: string; hash: string }[]) => void) {
    this.#portal = portal;
    this.#changed = changed;
  }

  /** Shows an address: in the blade that has it, or in a new one on top. */
  async show(route: Route, hash: string): Promise<void> {
    closePane();
    const key = keyOf(route, hash);
    const at = this.#open.findIndex((open) => open.key === key);
    if (at >= 0) this.#drop(at + 1);
    else if (route.kind === "home" || route.kind === "list") this.#drop(0);
    // A form gives way to what it made.
    else if (this.#open.at(-1)?.key === "register") this.#drop(this.#open.length - 1);
    const open = at >= 0 ? this.#open[at] : this.#push(key, hash);
    if (!open) return;
    open.hash = hash;
    const screen = screenOf(route);
    const shown = reactName(this.#portal.world, route) ? this.#showFrame(open.blade, route) : open.blade.show(screen, route);
    this.#arrange();
    await shown;
    this.#changed(this.#open.map(({ blade, hash: address }) => ({ title: blade.title, hash: address })));
  }

  async #showFrame(blade: Blade, route: Route): Promise<void> {
    const quick = { ...screenOf(route), draw: () => ({ content: document.createTextNode("") }) };
    blade.fill(quick, route);
    blade.frame(reactFrame(this.#portal.world, route));
    await Promise.resolve();
  }

  #push(key: string, hash: string): Open {
    const blade = new Blade(this.#portal, () => this.#leave());
    const open = { key, blade, hash };
    this.#open.push(open);
    this.element.append(blade.element);
    return open;
  }

  #drop(from: number): void {
    for (const { blade } of this.#open.splice(from)) blade.element.remove();
  }

  #leave(): void {
    this.#portal.go(this.#open.at(-2)?.hash ?? to.home);
  }

  /** The last blade fills the window; the covered ones lie to its left, out of sight but in the document. */
  #arrange(): void {
    this.#open.forEach(({ blade }, at) => {
      const covered = at < this.#open.length - 1;
      setAttribute(blade.element, "inert", covered);
      blade.element.classList.toggle("fxs-blade-covered", covered);
      blade.element.classList.toggle("fxs-blade-firstblade", at === 0);
    });
  }
}

function keyOf(route: Route, hash: string): string {
  if (route.kind === "app") return `app ${route.clientId.toLowerCase()}`;
  if (route.kind === "enterprise") return `enterprise ${route.objectId.toLowerCase()}`;
  return route.kind === "unknown" ? hash : route.kind;
}
