import { setSync } from "../../practice/marketo-acts";
import { h, onClick } from "../dom";
import { section3, type Row } from "../ext3/section";
import { tabPanel, tabs3 } from "../ext3/tabs";
import { button4 } from "../ext4/button";
import { field4 } from "../ext4/field";
import { mask4 } from "../ext4/mask";
import { window4 } from "../ext4/window";
import { answerTime, type Place } from "../place";
import { credentialsWindow } from "./edit-credentials";
import { fieldRows, openFields } from "./fields-window";

/** Admin > CRM of a subscription that was never connected: which CRM is it to be? */
export function crmPage({ words, go }: Place): HTMLElement {
  const choice = (name: string, icon: string, token: string): HTMLElement => onClick(h("a", { class: `mktChoice ${icon}`, href: "#" }, name), () => go(token));
  const body = tabPanel(undefined, h("h2", { class: "mktTitle" }, words.chooseCrm), choice(words.microsoft, "mkiDynamics", "DY0A1"), choice(words.salesforce, "mkiSalesforce", "SF0A1"));
  return tabs3([{ key: "crm", title: words.crm, content: () => body }]);
}

/** The three steps of the first connection to Dynamics. */
export function firstConnectionPage(place: Place): HTMLElement {
  const { words, store } = place;
  const rows = (): Row[] => {
    const { username, url, clientId } = store.read().marketo;
    return clientId === "" ? [] : [[words.username, username], [words.url, url], [words.clientId, clientId]];
  };
  const one = section3(words.stepOne, rows(), { text: words.edit, act: credentialsWindow(place, words.enterCredentials) });
  place.follow(() => one.setRows(rows()));
  const two = section3(words.stepTwo, fieldRows(words), { text: words.edit, act: () => openFields(words) });
  const three = section3(words.stepThree, [], { text: words.edit, act: () => openStart(place) });
  return tabs3([{ key: "dynamics", title: words.dynamics, icon: "mkiDynamics", content: () => tabPanel(undefined, one.element, two.element, three.element) }]);
}

function openStart(place: Place): void {
  const { words, store } = place;
  const pane = window4({ xtype: "crmStartSyncForm", title: words.enableSync, width: 460, whenClosed: "remove" });
  const mail = field4({ label: words.emailAddress, name: "email", value: "" }, words.required, () => start.setDisabled(!mail.isValid()));
  const cancel = button4(words.cancel, () => pane.close());
  const start = button4(words.startSync, () => void run(), "positive");
  start.setDisabled(true);
  pane.body.append(h("p", { class: "mktNote" }, words.startNote), h("div", { class: "x4-panel-body" }, mail.element));
  pane.setButtons(cancel, start);
  pane.show();

  const run = async (): Promise<void> => {
    const uncover = mask4(pane.element, words.loading);
    await answerTime(place);
    await store.change((world) => setSync(world, "on"));
    uncover();
    pane.close();
  };
}
