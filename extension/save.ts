/** The page that shows what Keyferry sees in the portal's tab, redacted there, before a person saves it as a file. */
import vocabulary from "keyferry:vocabulary";
import { api } from "./background/api";
import { SIGN_INS } from "./generated/core";
import { fileOf, type Saved } from "./saving/file";
import type { Vocabulary } from "./saving/vocabulary";
import type { Written } from "./saving/write";

type Frame = { keyferrySave(vocabulary: Vocabulary, salt: string): Written | undefined };

const part = (id: string): HTMLElement => {
  const element = document.getElementById(id);
  if (!element) throw new Error(id);
  return element;
};
const say = (element: HTMLElement, key: string): void => {
  element.textContent = api.i18n.getMessage(key);
};

/** The portal's tab that was in front last. */
async function portalTab(): Promise<number | undefined> {
  const { origins = [] } = await api.permissions.getAll();
  // A sign-in page is no portal, though the pair may be tested there.
  const portals = origins.filter((origin) => !Object.values(SIGN_INS).includes(origin));
  const tabs = (await api.tabs.query({ url: portals })).filter(({ url }) => url?.startsWith("https:"));
  const [last] = tabs.sort((one, other) => other.lastAccessed - one.lastAccessed);
  return last?.id;
}

/** What every frame of a tab says of itself; each leaves out of it whatever is a person's. */
async function framesIn(tabId: number): Promise<Saved[]> {
  const target = { tabId, allFrames: true };
  const salt = crypto.randomUUID();
  await api.scripting.executeScript({ target, files: ["saving.js"] });
  const results = await api.scripting.executeScript({
    target,
    func: (known: Vocabulary, by: string) => (globalThis as unknown as Partial<Frame>).keyferrySave?.(known, by),
    args: [vocabulary, salt],
  });
  const frames = results.sort((one, other) => one.frameId - other.frameId).flatMap(({ frameId, result }) => (result ? [{ frameId, ...result }] : []));
  const top = frames.find(({ frameId }) => frameId === 0)?.url;
  return frames.map(({ frameId, url, frame_name, html }) => ({ url, frame_name, html, ...(frameId !== 0 && { top_url: top }) }));
}

async function show(): Promise<void> {
  const tab = await portalTab();
  const frames = tab === undefined ? [] : await framesIn(tab);
  if (frames.length === 0) {
    say(part("state"), "save_nothing");
    return;
  }
  const file = fileOf(frames);
  part("text").textContent = file;
  part("text").hidden = false;
  (part("save") as HTMLAnchorElement).href = URL.createObjectURL(new Blob([file], { type: "text/html" }));
  const [buttons] = document.getElementsByClassName("buttons");
  (buttons as HTMLElement).hidden = false;
  say(part("state"), "save_ready");
}

document.documentElement.lang = api.i18n.getUILanguage();
for (const element of document.querySelectorAll<HTMLElement>("[data-message]")) say(element, element.dataset["message"] ?? "");
part("drop").addEventListener("click", () => {
  close();
});
show().catch((fault: unknown) => {
  say(part("state"), "save_nothing");
  console.error("Keyferry:", fault instanceof Error ? fault.name : typeof fault);
});
