import { h } from "../dom";
import type { Row } from "../ext3/section";
import { button4 } from "../ext4/button";
import { window4 } from "../ext4/window";
import type { Labels } from "../labels";

/** What syncs, and how many of its fields. */
export function fieldRows(words: Labels): Row[] {
  return [
    [words.lead, words.fields(82)],
    [words.contact, words.fields(74)],
    [words.account, words.fields(41)],
    [words.opportunity, words.fields(27)],
  ];
}

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
