import { icon } from "../icons";
import { el } from "../element";
import { type Command, commandBar } from "../fx/button";
import { appMenu } from "../fx/menu";
import type { Route } from "../route";
import type { Portal } from "./portal";

/** What a screen puts into its blade. */
export interface Drawn {
  readonly commands?: readonly Command[];
  readonly content: Node;
  readonly footer?: readonly Node[];
}

/** A screen: what it is called, and how it is drawn. `redraw` draws it again after a change. */
export interface Screen {
  title(portal: Portal, route: Route): string;
  subtitle?(portal: Portal, route: Route): string;
  draw(portal: Portal, route: Route, blade: Blade): Drawn;
}

/** One blade of the journey. It stays when another one covers it. */
export class Blade {
  readonly element: HTMLElement;
  readonly #portal: Portal;
  readonly #title = el("h2", { class: "fxs-blade-title-titleText msportalfx-tooltip-overflow" });
  readonly #subtitle = el("div", { class: "fxs-blade-title-subtitleText fxs-portal-subtext" });
  readonly #progress = el("div", { class: "fxs-blade-progress fxs-portal-background fxs-progress fxs-display-none" }, dots());
  readonly #bar = el("div", { class: "fxs-blade-commandBarContainer" });
  readonly #dialog = el("div", { class: "fxs-blade-dialogContainer" });
  readonly #menu = el("div", { class: "fxs-blade-menuContainer" });
  readonly #details = el("div", { class: "fxs-blade-content-container-details" });
  readonly #footer = el("div", { class: "msportalfx-docking-footer msportalfx-padding fxs-portal-border fxs-display-none" });
  #draws = 0;

  constructor(portal: Portal, leave: () => void) {
    this.#portal = portal;
    const close = el("button", { type: "button", class: "fxs-blade-close", title: portal.say("close"), "aria-label": portal.say("close") }, icon("close", 14));
    close.addEventListener("click", leave);
    this.element = el(
      "section",
      { class: "fxs-blade fxs-stacklayout-child fxs-blade-display-in-journey fxs-portal-bg-txt-br" },
      el("header", { class: "fxs-blade-header" }, el("div", { class: "fxs-blade-title" }, this.#title, this.#subtitle), close),
      this.#progress,
      el("div", { class: "fxs-blade-body" }, this.#menu, el("div", { class: "fxs-blade-main" }, this.#bar, this.#dialog, this.#details, this.#footer)),
    );
  }

  /** The title as it stands. */
  get title(): string {
    return this.#title.textContent;
  }

  /** Shows a screen after a moment; a later call wins over an earlier one. */
  async show(screen: Screen, route: Route): Promise<void> {
    this.#draws += 1;
    const draw = this.#draws;
    this.#head(screen, route);
    this.#progress.classList.remove("fxs-display-none");
    await this.#portal.pause();
    if (draw !== this.#draws) return;
    this.fill(screen, route);
    this.#progress.classList.add("fxs-display-none");
  }

  /** Draws the screen anew, at once. */
  fill(screen: Screen, route: Route): void {
    this.#head(screen, route);
    const drawn = screen.draw(this.#portal, route, this);
    this.#bar.replaceChildren(...(drawn.commands?.length ? [commandBar(drawn.commands)] : []));
    this.#dialog.replaceChildren();
    this.#footer.replaceChildren(...(drawn.footer ?? []));
    this.#footer.classList.toggle("fxs-display-none", !drawn.footer?.length);
    this.#details.replaceChildren(lens(drawn.content));
  }

  /** Shows or takes away the question under the command bar. */
  ask(dialog: HTMLElement | undefined): void {
    this.#dialog.replaceChildren(...(dialog ? [dialog] : []));
    dialog?.querySelector<HTMLElement>("[role=button]")?.focus();
  }

  /** Puts a frame where the content would be. */
  frame(frame: HTMLIFrameElement): void {
    this.#bar.replaceChildren();
    this.#dialog.replaceChildren();
    this.#footer.classList.add("fxs-display-none");
    this.#details.replaceChildren(frame);
  }

  /** Title and menu, which are the shell's own whatever shows the content. */
  #head(screen: Screen, route: Route): void {
    const title = screen.title(this.#portal, route);
    this.#title.textContent = title;
    this.#subtitle.textContent = screen.subtitle?.(this.#portal, route) ?? "";
    this.element.setAttribute("data-contenttitle", title);
    this.#menu.replaceChildren(...(route.kind === "app" ? [appMenu(this.#portal.say, route.clientId, route.item)] : []));
  }
}

function lens(content: Node): HTMLElement {
  const part = el("div", { class: "fxs-part-content fxs-validationContainer css-scope-Microsoft_AAD_RegisteredApps css-scope-BladesApplicationsStylescss" }, content);
  return el("div", { class: "fxs-blade-content-wrapper" }, el("div", { class: "fxs-lens-layout" }, el("div", { class: "fxs-part fxs-part-for-template-blade" }, part)));
}

function dots(): HTMLElement {
  return el("div", { class: "fxs-progress-dots" }, el("span"), el("span"), el("span"));
}
