import { type IconName, icon } from "../icons";
import { el, onPress, setAttribute, weaveId } from "../element";

/** A button of a form's or pane's footer: a `div`, as in the portal. */
export function fxButton(label: string, act: () => void, options: { primary?: boolean; disabled?: boolean } = {}): HTMLElement {
  const button = el(
    "div",
    { class: `fxs-button fxs-fxclick fxs-portal-border${options.primary ? " fxs-button-primary fxs-portal-button-primary" : ""}`, role: "button", title: label, id: weaveId() },
    el("span", { class: "fxs-button-text" }, label),
  );
  enable(button, !options.disabled);
  onPress(button, act);
  return button;
}

/** Makes a button usable or grey. */
export function enable(button: HTMLElement, usable: boolean): void {
  button.classList.toggle("fxs-button-disabled", !usable);
  setAttribute(button, "aria-disabled", usable ? "false" : "true");
  setAttribute(button, "tabindex", usable ? 0 : -1);
}

/** A command bar's button, inside and outside the bar. */
export interface Command {
  /** The stable part of its telemetry name. */
  readonly id: string;
  readonly label: string;
  readonly icon: IconName;
  readonly act?: () => void;
  readonly disabled?: boolean;
}

/** The portal's toolbar button: `div role=button`, its label in a `div` of its own. */
export function toolbarButton(command: Command): HTMLElement {
  const { label, disabled = false } = command;
  const button = el(
    "div",
    {
      role: "button",
      tabindex: disabled ? -1 : 0,
      "aria-disabled": String(disabled),
      "aria-label": label,
      title: label,
      class: `azc-toolbarButton-container fxs-fxclick fxs-portal-hover${disabled ? " azc-toolbarButton-disabled" : ""}`,
      id: weaveId(),
    },
    el("div", { class: "azc-toolbarButton-icon" }, icon(command.icon)),
    el("div", { class: "azc-toolbarButton-label fxs-commandBar-item-text", "data-telemetryname": `Command-${command.id}` }, label),
  );
  onPress(button, command.act ?? (() => undefined));
  return button;
}

/** The bar under a blade's title. */
export function commandBar(commands: readonly Command[]): HTMLElement {
  const items = commands.map((command) => el("li", { class: "fxs-commandBar-item", title: command.label }, toolbarButton(command)));
  return el("div", { class: "fxs-commandBar fxs-portal-border" }, el("ul", {}, ...items));
}

/** Text that works as a link; `href` only where there is an address. */
export function fxLink(label: string, target: string | (() => void)): HTMLElement {
  if (typeof target === "string") return el("a", { class: "msportalfx-text-primary fxs-fxclick", href: target }, label);
  const link = el("a", { class: "msportalfx-text-primary fxs-fxclick", role: "button", tabindex: 0 }, label);
  onPress(link, target);
  return link;
}
