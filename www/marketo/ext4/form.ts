import type { Credentials } from "../../practice/world";
import { ASKED, type Asked, credentialFields, entered } from "../credentials-fields";
import { h, serial } from "../dom";
import type { Labels } from "../labels";
import { field4, type Field4 } from "./field";

/** A form of the five credential fields in Ext 4. */
export type CredentialForm = { element: HTMLDivElement; values(): Credentials; isValid(): boolean; reset(saved: Credentials): void };

/** Makes the form; `changed` is called whenever what it has noticed changes. */
export function credentialForm4(words: Labels, saved: Credentials, changed: () => void): CredentialForm {
  const specs = credentialFields(words, saved);
  const fields = Object.fromEntries(ASKED.map((name) => [name, field4(specs[name], words.required, changed)])) as Record<Asked, Field4>;
  const id = `form-${String(serial())}`;
  const body = h("div", { class: "x4-panel-body x4-panel-body-default", id: `${id}-body` }, ...ASKED.map((name) => fields[name].element));
  return {
    element: h("div", { class: "x4-panel x4-panel-default", id }, body),
    values: () => entered((name) => fields[name].committed()),
    isValid: () => ASKED.every((name) => fields[name].isValid()),
    reset(next) {
      const wanted = credentialFields(words, next);
      for (const name of ASKED) fields[name].set(wanted[name].value);
    },
  };
}
