/** Hosts beyond those of every journey: what the browser allows, and the content scripts that run there because of it. */
import { type Reach, REACHES } from "../generated/core";
import { api } from "./api";

const ALL = Object.keys(REACHES) as Reach[];

/** The groups that are allowed whole; a person can take back a single host in the browser's own settings. */
export async function allowed(): Promise<Reach[]> {
  const answers = await Promise.all(ALL.map((reach) => api.permissions.contains({ origins: REACHES[reach] })));
  return ALL.filter((_, place) => answers[place]);
}

/**
 * Has the content script run where it may and nowhere else. Registered scripts outlive the browser but not an update, so this
 * is looked after whenever the worker comes up.
 */
export async function keepScripts(may: readonly Reach[]): Promise<void> {
  const there = (await api.scripting.getRegisteredContentScripts()).map(({ id }) => id);
  const wanted = ALL.filter((reach) => may.includes(reach));
  const gone = there.filter((id) => !wanted.some((reach) => reach === id));
  if (gone.length > 0) await api.scripting.unregisterContentScripts({ ids: gone });
  const missing = wanted.filter((reach) => !there.includes(reach));
  if (missing.length > 0) await api.scripting.registerContentScripts(missing.map(script));
}

/** As in the manifest: see `content_scripts` there. */
function script(reach: Reach): chrome.scripting.RegisteredContentScript {
  return { id: reach, matches: REACHES[reach], js: ["content.js"], allFrames: true, matchOriginAsFallback: false, runAt: "document_idle", persistAcrossSessions: true };
}

/** Pages that were open before they were allowed get the content script too; a page that has it already is left alone. */
export async function catchUp(may: readonly Reach[]): Promise<void> {
  for (const reach of ALL.filter((reach) => may.includes(reach))) {
    const tabs = await api.tabs.query({ url: REACHES[reach] });
    await Promise.allSettled(tabs.flatMap(({ id }) => (id === undefined ? [] : [join(id)])));
  }
}

async function join(tabId: number): Promise<void> {
  try {
    await api.tabs.sendMessage(tabId, { document: "", down: { look: true } }, { frameId: 0 });
  } catch {
    // Nobody hears in the top frame: no content script is there.
    await api.scripting.executeScript({ target: { tabId, allFrames: true }, files: ["content.js"] });
  }
}
