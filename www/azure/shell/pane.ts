import { icon } from "../icons";
import { el } from "../element";
import type { Say } from "../labels";

/** What a context pane shows. */
export interface PaneShape {
  readonly title: string;
  readonly subtitle?: string;
  readonly wide?: boolean;
  readonly content: Node;
  readonly footer?: readonly HTMLElement[];
}

/** An open context pane. */
export interface Pane {
  close(): void;
  /** Shows something else in the same pane. */
  show(content: Node, footer?: readonly HTMLElement[]): void;
}

/** The pane at the right side, over the blades; only one is open at a time. */
export function openPane(say: Say, shape: PaneShape): Pane {
  const before = document.activeElement;
  const holder = paneHolder();
  const body = el("div", { class: "fxs-blade-content-wrapper" });
  const foot = el("div", { class: "msportalfx-docking-footer msportalfx-padding fxs-portal-border" });
  const close = (): void => {
    holder.classList.remove("fxs-contextpane-visible");
    holder.replaceChildren();
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  };
  const closer = el("button", { type: "button", class: "fxs-contextpane-close fxs-blade-close", title: say("close"), "aria-label": say("close") }, icon("close", 14));
  closer.addEventListener("click", close);
  const show = (content: Node, footer: readonly HTMLElement[] = []): void => {
    const scoped = el("div", { class: "fxs-part-content fxs-validationContainer css-scope-Microsoft_AAD_RegisteredApps" }, content);
    body.replaceChildren(scoped);
    foot.replaceChildren(...footer);
    foot.classList.toggle("fxs-display-none", footer.length === 0);
  };
  const section = el(
    "section",
    { class: "fxs-blade msportalfx-shadow-level3 fxs-vivaresize fxs-contextpane-content", role: "dialog", "aria-labelledby": "fxsContextPaneTitle" },
    el(
      "header",
      { class: "fxs-blade-header" },
      el("div", { class: "fxs-blade-title" }, el("h2", { id: "fxsContextPaneTitle", class: "fxs-blade-title-titleText msportalfx-tooltip-overflow", tabindex: -1 }, shape.title), el("div", { class: "fxs-blade-title-subtitleText" }, shape.subtitle ?? "")),
      closer,
    ),
    body,
    foot,
  );
  section.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  show(shape.content, shape.footer);
  holder.classList.toggle("fxs-contextpane-wide", shape.wide ?? false);
  holder.classList.add("fxs-contextpane-visible");
  holder.replaceChildren(section);
  section.querySelector<HTMLElement>("input, [tabindex='0']")?.focus();
  return { close, show };
}

/** Closes whatever pane is open, as going to another address does. */
export function closePane(): void {
  const holder = paneHolder();
  holder.classList.remove("fxs-contextpane-visible");
  holder.replaceChildren();
}

function paneHolder(): HTMLElement {
  const existing = document.querySelector<HTMLElement>(".fxs-contextpane");
  if (existing) return existing;
  const made = el("div", { class: "fxs-contextpane fxs-portal-bg-txt-br fxs-portal-contextpane-right" });
  document.querySelector(".fxs-portal")?.append(made);
  return made;
}
