import { validate } from "../../practice/marketo-acts";
import { checksTable, showChecks } from "../checks";
import { h } from "../dom";
import { button3 } from "../ext3/button";
import { tabPanel } from "../ext3/tabs";
import { button4 } from "../ext4/button";
import { credentialForm4 } from "../ext4/form";
import { mask4 } from "../ext4/mask";
import { window4 } from "../ext4/window";
import { answerTime, type Place } from "../place";
import { chevrons, footer3 } from "./wizard";

/** The tab where Validate Sync Setup is a window: it holds a button that opens it, and opens it itself. */
export function validateByWindow(place: Place): HTMLElement {
  const open = button3(place.words.validateSync, () => openValidateWindow(place), { tone: "positive" });
  openValidateWindow(place);
  return tabPanel(undefined, h("div", { class: "mktWizard" }, footer3(open.element)));
}

/** Validate Sync Setup as a window, in Ext 4; closed, it is gone. */
function openValidateWindow(place: Place): void {
  const { store, words } = place;
  const titles = [words.stepCredentials, words.stepResult];
  const pane = window4({ xtype: "crmValidateWizard", title: words.validateSync, width: 560, whenClosed: "remove" });
  const form = credentialForm4(words, store.read().marketo, () => next.setDisabled(!form.isValid()));
  const cancel = button4(words.cancel, () => pane.close());
  const next = button4(words.next, () => void run(), "positive");
  next.setDisabled(!form.isValid());
  pane.body.append(chevrons(titles, 0), form.element);
  pane.setButtons(cancel, next);
  pane.show();

  const run = async (): Promise<void> => {
    next.setDisabled(true);
    const uncover = mask4(pane.element, words.validating);
    await answerTime(place);
    const { marketo } = await store.change((world) => validate(world, form.values()));
    uncover();
    const close = button4(words.close, () => pane.close(), "positive");
    close.setDisabled(true);
    const { element, list } = checksTable();
    pane.body.replaceChildren(chevrons(titles, 1), element);
    pane.setButtons(close);
    await showChecks(place, list, marketo.checks);
    close.setDisabled(false);
  };
}
