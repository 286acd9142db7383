import { checksOf, saveCredentials } from "../../practice/marketo-acts";
import { checksTable, showChecks } from "../checks";
import { h, serial } from "../dom";
import { button3 } from "../ext3/button";
import { credentialForm3, monitorValid } from "../ext3/form";
import { mask3 } from "../ext3/mask";
import { ask3 } from "../ext3/message";
import { tabPanel } from "../ext3/tabs";
import { answerTime, type Place } from "../place";
import { footer3 } from "./wizard";

/** Reconfigure New Auth Method: validate, then switch, which is confirmed twice. */
export function reconfigureTab(place: Place): HTMLElement {
  const { store, words } = place;
  const form = credentialForm3(words, store.read().marketo);
  const { element, list } = checksTable();
  const check = button3(words.validate, () => void run(), { tone: "positive" });
  const change = button3(words.switch, () => void confirm(), { tone: "positive" });
  change.setDisabled(true);
  const holder = h("div", { class: "mktWizard" }, method(words.authMethod), form.element, element, footer3(check.element, change.element));
  monitorValid(form, (valid) => check.setDisabled(!valid));

  const tell = (text: string, icon: "info" | "warning"): Promise<number> => ask3({ title: words.reconfigure, text, icon, buttons: [words.ok] });
  const sure = async (text: string): Promise<boolean> =>
    (await ask3({ title: words.reconfigure, text, icon: "question", buttons: [words.confirm, words.cancel] })) === 0;

  const run = async (): Promise<void> => {
    if (store.read().marketo.sync === "on") {
      await tell(words.disableFirst, "warning");
      return;
    }
    const uncover = mask3(holder, words.validating);
    await answerTime(place);
    uncover();
    const checks = checksOf(store.read(), form.values());
    await showChecks(place, list, checks);
    change.setDisabled(!checks.every((one) => one.passed));
  };
  const confirm = async (): Promise<void> => {
    if (!(await sure(words.askSwitch)) || !(await sure(words.askSwitchAgain))) return;
    await store.change((world) => saveCredentials(world, form.values()));
    change.setDisabled(true);
    await tell(words.switched, "info");
  };
  return tabPanel(undefined, holder);
}

function method(label: string): HTMLElement {
  const id = `ext-comp-${String(serial())}`;
  const select = h("select", { id, name: "authMethod", class: "x-form-select x-form-field" }, h("option", {}, "Web API"));
  return h(
    "div",
    { class: "x-form-item", tabindex: -1 },
    h("label", { for: id, class: "x-form-item-label" }, `${label}:`),
    h("div", { class: "x-form-element", id: `x-form-el-${id}` }, select),
    h("div", { class: "x-form-clear-left" }),
  );
}
