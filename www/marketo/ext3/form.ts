import type { Marketo } from "../../practice/world";
import { type Asked, asked, credentialFields, entered } from "../credentials-fields";
import type { CredentialForm } from "../ext4/form";
import { h, serial } from "../dom";
import type { Labels } from "../labels";
import { field3, type Field3 } from "./field";

/** A form of the credential fields in Ext 3. */
export function credentialForm3(words: Labels, saved: Marketo): CredentialForm {
  const names = asked(saved.method);
  const specs = credentialFields(words, saved);
  const fields = Object.fromEntries(names.map((name) => [name, field3(specs[name], words.required)])) as Record<Asked, Field3>;
  const body = h("div", { class: "x-panel-body x-form" }, ...names.map((name) => fields[name].element));
  return {
    element: h("div", { class: "x-panel x-form-label-left", id: `ext-comp-${String(serial())}` }, h("div", { class: "x-panel-bwrap" }, body)),
    values: () => entered(names, (name) => fields[name].value()),
    isValid: () => names.every((name) => fields[name].isValid()),
    reset(next) {
      const wanted = credentialFields(words, next);
      for (const name of names) fields[name].set(wanted[name].value);
    },
  };
}

/** Ext 3 knows of no input event: it looks at the form five times a second for as long as the form is shown. */
export function monitorValid(form: CredentialForm, tell: (valid: boolean) => void): void {
  const look = (): void => {
    if (form.element.isConnected) tell(form.isValid());
    else clearInterval(watch);
  };
  const watch = setInterval(look, 200);
  tell(form.isValid());
}
