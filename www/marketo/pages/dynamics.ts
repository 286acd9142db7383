import type { World } from "../../practice/world";
import { grid3 } from "../ext3/grid";
import { section3, type Row } from "../ext3/section";
import { tabPanel, tabs3 } from "../ext3/tabs";
import { toolbar3 } from "../ext3/toolbar";
import type { Labels } from "../labels";
import type { Place } from "../place";
import { credentialsWindow } from "./edit-credentials";
import { fieldRows, openFields } from "./fields-window";
import { reconfigureTab } from "./reconfigure";
import { syncButton } from "./sync-button";
import { validateTab } from "./validate-tab";
import { validateByWindow } from "./validate-window";

/** Admin > Microsoft Dynamics of a subscription that is connected. */
export function dynamicsPage(place: Place): HTMLElement {
  const { words, store } = place;
  const validate = store.read().settings.marketoValidate === "window" ? validateByWindow : validateTab;
  return tabs3([
    { key: "dynamics", title: words.dynamics, icon: "mkiDynamics", content: () => overview(place) },
    { key: "validate", title: words.validateSync, content: () => validate(place) },
    { key: "reconfigure", title: words.reconfigure, content: () => reconfigureTab(place) },
    { key: "status", title: words.syncStatus, content: () => tabPanel(undefined, status(place)) },
    { key: "errors", title: words.syncErrors, content: () => tabPanel(undefined, grid3([words.time, words.entity, words.error], [], words.noErrors)) },
  ]);
}

function overview(place: Place): HTMLElement {
  const { words, store } = place;
  const edit = { text: words.edit, act: credentialsWindow(place, words.editCredentials) };
  const credentials = section3(words.credentials, credentialRows(words, store.read()), edit);
  place.follow((world) => credentials.setRows(credentialRows(words, world)));
  const fields = section3(words.fieldSyncDetails, fieldRows(words), { text: words.edit, act: () => openFields(words) });
  const panel: HTMLElement = tabPanel(toolbar3(syncButton(place, () => panel).element), credentials.element, fields.element);
  return panel;
}

function credentialRows(words: Labels, { marketo }: World): Row[] {
  return [
    [words.username, marketo.username],
    [words.password, "\u2022".repeat(8)],
    [words.url, marketo.url],
    [words.clientId, marketo.clientId],
  ];
}

function status({ words, store }: Place): HTMLElement {
  const { settings, marketo } = store.read();
  const since = new Date(marketo.syncSince).toLocaleString(settings.culture);
  const counts = [["1,204", words.lead], ["986", words.contact], ["311", words.account], ["57", words.opportunity]] as const;
  return grid3([words.entity, words.lastSync, words.records], counts.map(([count, entity]) => [entity, since, count]));
}
