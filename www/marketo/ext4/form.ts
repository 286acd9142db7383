import type { Credentials, Marketo } from "../../practice/world";
import { type Asked, asked, credentialFields, entered } from "../credentials-fields";
import { h, serial } from "../dom";
import type { Labels } from "../labels";
import { field4, type Field4 } from "./field";

/** A form of the credential fields in Ext 4. */
export type CredentialForm = { element: HTMLDivElement; values(): Credentials; isValid(): boolean; reset(saved: Marketo): void };

/** Makes the form; `changed` is called whenever what it has noticed changes. */
export function credentialForm4(words: Labels, saved: Marketo, changed: () => void): CredentialForm {
  const names = asked(saved.method);
  const specs = credentialFields(words, saved);
  const fields = Object.fromEntries(names.map((name) => [name, field4(specs[name], words.required, changed)])) as Record<Asked, Field4>;
  const id = `form-${String(serial())}`;
  const body = h("div", { class: "x4-panel-body x4-panel-body-default", id: `${id}-body` }, ...names.map((name) => fields[name].element));
  return {
    element: h("div", { class: "x4-panel x4-panel-default", id }, body),
    values: () => entered(names, (name) => fields[name].committed()),
    isValid: () => names.every((name) => fields[name].isValid()),
    reset(next) {
      const wanted = credentialFields(words, next);
      for (const name of names) fields[name].set(wanted[name].value);
    },
  };
}
