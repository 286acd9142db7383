import { validate } from "../../practice/marketo-acts";
import { checksTable, showChecks } from "../checks";
import { h } from "../dom";
import { button3 } from "../ext3/button";
import { credentialForm3, monitorValid } from "../ext3/form";
import { mask3 } from "../ext3/mask";
import { tabPanel } from "../ext3/tabs";
import { answerTime, type Place } from "../place";
import { chevrons, footer3 } from "./wizard";

/** Validate Sync Setup as the content of its tab, in Ext 3. */
export function validateTab(place: Place): HTMLElement {
  const { store, words } = place;
  const titles = [words.stepCredentials, words.stepResult];
  const holder = h("div", { class: "mktWizard" });

  const ask = (): void => {
    const form = credentialForm3(words, store.read().marketo);
    const next = button3(words.next, () => void run(), { tone: "positive" });
    holder.replaceChildren(chevrons(titles, 0), form.element, footer3(next.element));
    monitorValid(form, (valid) => next.setDisabled(!valid));

    const run = async (): Promise<void> => {
      const uncover = mask3(holder, words.validating);
      await answerTime(place);
      const { marketo } = await store.change((world) => validate(world, form.values()));
      uncover();
      const close = button3(words.close, ask, { tone: "positive" });
      close.setDisabled(true);
      const { element, list } = checksTable();
      holder.replaceChildren(chevrons(titles, 1), element, footer3(close.element));
      await showChecks(place, list, marketo.checks);
      close.setDisabled(false);
    };
  };
  ask();
  return tabPanel(undefined, holder);
}
