import { h } from "../dom";
import { button4 } from "../ext4/button";
import { window4 } from "../ext4/window";
import type { Labels } from "../labels";
import { fieldRows } from "./dynamics";

/** The window that chooses what syncs. Nothing depends on it in the practice. */
export function openFields(words: Labels): void {
  const pane = window4({ xtype: "crmSelectFieldsForm", title: words.selectFields, width: 420, whenClosed: "remove" });
  const choices = fieldRows(words).map(([name, count]) => h("label", { class: "mktCheck" }, h("input", { type: "checkbox", checked: "" }), `${name} (${count})`));
  pane.body.append(h("div", { class: "x4-panel-body" }, ...choices));
  pane.setButtons(
    button4(words.cancel, () => pane.close()),
    button4(words.save, () => pane.close(), "positive"),
  );
  pane.show();
}
