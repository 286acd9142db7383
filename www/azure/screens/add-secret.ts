import { addSecret as addSecretTo } from "../../practice/azure-acts";
import type { App } from "../../practice/world";
import { el } from "../element";
import { enable, fxButton } from "../fx/button";
import { dropdown } from "../fx/dropdown";
import { formElement, labelId, textField } from "../fx/field";
import type { Portal } from "../shell/portal";
import { EXPIRIES, type Expiry, dayOf, expiryDate } from "./expiry";

/** The pane in which a client secret is made. */
export function addSecret(portal: Portal, app: App, done: () => void): void {
  const { say } = portal;
  let expiry: Expiry = 180;
  const description = textField({ label: say("description"), placeholder: say("secretDescriptionHint") }, () => undefined);
  const start = dateField(say("start"), new Date());
  const end = dateField(say("end"), new Date(expiryDate(180, "")));
  const custom = el("div", { class: "fxs-display-none" }, start.element, end.element);
  const expires = dropdown(
    { label: say("expires") },
    EXPIRIES.map(({ value, label }) => ({ value, text: say(label) })),
    expiry,
    (value) => {
      expiry = value;
      custom.classList.toggle("fxs-display-none", value !== "custom");
    },
  );
  const create = async (): Promise<void> => {
    enable(add, false);
    const form = { description: description.input.value.trim(), expires: expiryDate(expiry, end.input.value) };
    let made: string | undefined;
    await portal.change((world) => {
      const next = addSecretTo(world, app.clientId, form);
      made = next.secret.id;
      return next.world;
    });
    if (made !== undefined) portal.own(made);
    pane.close();
    portal.toast(say("secretAdded"), say("secretAddedText"));
    done();
  };
  const add = fxButton(say("add"), () => void create(), { primary: true });
  const pane = portal.pane({
    title: say("addSecretTitle"),
    content: el("div", { class: "practice-form" }, description.element, expires, custom),
    footer: [add, fxButton(say("cancel"), () => pane.close())],
  });
}

function dateField(label: string, date: Date): { element: HTMLElement; input: HTMLInputElement } {
  const id = labelId();
  const input = el("input", { type: "date", id: `${id}-for`, class: "azc-input azc-formControl", "aria-label": label });
  input.value = dayOf(date);
  return { element: formElement("azc-dateField", { label }, input, id), input };
}
