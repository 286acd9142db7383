import { saveCredentials } from "../../practice/marketo-acts";
import { button4 } from "../ext4/button";
import { credentialForm4 } from "../ext4/form";
import { mask4 } from "../ext4/mask";
import { window4 } from "../ext4/window";
import { answerTime, type Place } from "../place";

/** The window behind Credentials > Edit. Made once; closed, it stays in the document out of sight. */
export function credentialsWindow(place: Place, title: string): () => void {
  const { store, words } = place;
  const pane = window4({ xtype: "crmEditCredentialsForm", title, width: 480, whenClosed: "hide" });
  const form = credentialForm4(words, store.read().marketo, () => save.setDisabled(!form.isValid()));
  const cancel = button4(words.cancel, () => pane.close());
  const save = button4(words.save, () => void submit(), "positive");
  pane.body.append(form.element);
  pane.setButtons(cancel, save);

  const submit = async (): Promise<void> => {
    save.setDisabled(true);
    const uncover = mask4(pane.element, words.saving);
    await answerTime(place);
    await store.change((world) => saveCredentials(world, form.values()));
    uncover();
    pane.close();
    form.reset(store.read().marketo);
  };

  return () => {
    form.reset(store.read().marketo);
    save.setDisabled(!form.isValid());
    pane.show();
  };
}
