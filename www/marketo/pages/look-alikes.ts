import { guid } from "../../practice/made-up";
import { h, onClick } from "../dom";
import { button3, type Button3 } from "../ext3/button";
import { grid3 } from "../ext3/grid";
import { section3, type Row } from "../ext3/section";
import { tabPanel, tabs3 } from "../ext3/tabs";
import { toolbar3 } from "../ext3/toolbar";
import { button4 } from "../ext4/button";
import { field4 } from "../ext4/field";
import { window4 } from "../ext4/window";
import type { Labels } from "../labels";
import type { Place } from "../place";

/** LaunchPoint: another client ID and secret, which belong to Marketo's own services. */
export function launchPointPage({ words }: Place): HTMLElement {
  const link = onClick(h("a", { href: "#", class: "mktLink" }, words.viewDetails), () => openDetails(words));
  const bar = toolbar3(button3(words.newService, () => undefined, { icon: "mkiNew" }).element);
  const grid = grid3([words.serviceName, words.service, words.description, ""], [["Data Loader", "Custom", "Nightly import", link]]);
  return tabs3([{ key: "launchpoint", title: words.launchPoint, content: () => tabPanel(bar, h("h2", { class: "mktTitle" }, words.installedServices), grid) }]);
}

function openDetails(words: Labels): void {
  const pane = window4({ xtype: "launchPointDetails", title: words.serviceDetails, width: 480, whenClosed: "remove" });
  const shown: readonly Row[] = [[words.clientId, guid()], [words.clientSecret, guid().replaceAll("-", "")], [words.authorizedUser, "api@contoso.example"]];
  pane.body.append(h("div", { class: "x4-panel-body" }, ...shown.map(displayField)));
  pane.setButtons(
    button4(words.getToken, () => undefined),
    button4(words.close, () => pane.close(), "positive"),
  );
  pane.show();
}

function displayField([label, value]: Row): HTMLElement {
  const text = h("label", { class: "x4-form-item-label x4-form-item-label-left" }, `${label}:`);
  const shown = h("div", { class: "x4-form-display-field" }, value);
  const row = h("tr", {}, h("td", { class: "x4-field-label-cell" }, text), h("td", { class: "x4-form-item-body" }, shown));
  return h("table", { class: "x4-field x4-form-item x4-field-default" }, h("tbody", {}, row));
}

/** Dynamics Entities Sync: an Enable Sync that is about one entity. */
export function entitiesPage({ words }: Place): HTMLElement {
  const schema = button3(words.syncSchema, () => undefined, { icon: "mkiNew" });
  const bar = toolbar3(schema.element, ownSyncButton(words, false).element);
  const rows = [words.lead, words.contact, words.account].map((entity) => [entity, "\u2013"]);
  return tabs3([{ key: "entities", title: words.entitiesSync, content: () => tabPanel(bar, grid3([words.entity, words.lastSync], rows)) }]);
}

/** Salesforce: the sibling page with a button of the same name. */
export function salesforcePage({ words }: Place): HTMLElement {
  const sync = ownSyncButton(words, true, "enableSync");
  const edit = button3(words.editCredentials, () => openSalesforce(words), { id: "editCredentials", icon: "mkiEdit" });
  const options = button3(words.editSyncOptions, () => undefined, { id: "editSyncOptions", icon: "mkiEdit" });
  const rows: Row[] = [[words.username, "marketo.sync@contoso.example"], [words.password, "\u2022".repeat(8)]];
  const section = section3(words.credentials, rows, { text: words.edit, act: () => openSalesforce(words) });
  const bar = toolbar3(sync.element, edit.element, options.element);
  return tabs3([{ key: "salesforce", title: words.salesforce, icon: "mkiSalesforce", content: () => tabPanel(bar, section.element) }]);
}

/** A sync button that has nothing to do with the Dynamics connection. */
function ownSyncButton(words: Labels, begin: boolean, id?: string): Button3 {
  let on = begin;
  const label = (): string => (on ? words.disableSync : words.enableSync);
  const toggle = (): void => {
    on = !on;
    button.setText(label());
  };
  const button = button3(label(), toggle, id === undefined ? { icon: "mkiSync" } : { id, icon: "mkiSync" });
  return button;
}

function openSalesforce(words: Labels): void {
  const pane = window4({ xtype: "sfdcEditCredentialsForm", title: words.editCredentials, width: 460, whenClosed: "remove" });
  const field = (label: string, name: string, type: "text" | "password", value = ""): HTMLElement => field4({ label, name, type, value }, words.required, () => undefined).element;
  pane.body.append(
    h(
      "div",
      { class: "x4-panel-body" },
      field(words.username, "username", "text", "marketo.sync@contoso.example"),
      field(words.password, "password", "password"),
      field(words.securityToken, "token", "password"),
    ),
  );
  pane.setButtons(
    button4(words.cancel, () => pane.close()),
    button4(words.save, () => pane.close(), "positive"),
  );
  pane.show();
}
