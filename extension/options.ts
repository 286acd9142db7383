/** The options page: what a person has allowed beyond the hosts of every journey, what it is for, and the way to take it back. */
import { api } from "./background/api";
import { allowed } from "./background/reach";
import { Words } from "./background/words";
import { type Reach, REACHES } from "./generated/core";

const ALL = Object.keys(REACHES) as Reach[];

/** The keys of a group's messages. */
const KEYS: Record<Reach, string> = {
  Government: "reach_government",
  China: "reach_china",
};

const words = await Words.load(await chosen());
const list = element("groups");
const said = element("said");

document.documentElement.lang = words.language;
document.documentElement.dir = words.direction;
document.title = words.plain("options_title");
for (const one of document.querySelectorAll<HTMLElement>("[data-message]")) one.textContent = words.plain(one.dataset["message"] ?? "");
await draw();
// Also what is allowed in the panel, or taken back in the browser's own settings, while this page is open.
api.permissions.onAdded.addListener(() => void draw());
api.permissions.onRemoved.addListener(() => void draw());

/** The language that was chosen in the panel; the browser's otherwise. */
async function chosen(): Promise<string | null> {
  const { logbook } = await api.storage.local.get("logbook");
  return (logbook as { language?: string | null } | undefined)?.language ?? null;
}

async function draw(): Promise<void> {
  const may = await allowed();
  list.replaceChildren(...ALL.map((reach) => group(reach, may.includes(reach))));
}

function group(reach: Reach, is: boolean): HTMLElement {
  const item = make("li", is ? "group is" : "group");
  const title = make("h3", "", words.plain(KEYS[reach]));
  title.id = `group-${reach}`;
  const hosts = make("p", "hosts", REACHES[reach].map((origin) => origin.replace(/^https:\/\/|\/\*$/g, "")).join(", "));
  const state = make("p", "state", words.plain(is ? "options_is_allowed" : "options_is_not_allowed"));
  item.append(title, make("p", "", words.plain(`${KEYS[reach]}_for`)), hosts, state);
  if (is) item.append(back(reach));
  return item;
}

function back(reach: Reach): HTMLElement {
  const button = make("button", "button", words.plain("options_take_back"));
  button.setAttribute("type", "button");
  button.setAttribute("aria-describedby", `group-${reach}`);
  button.addEventListener("click", () => void takeBack(reach));
  return button;
}

async function takeBack(reach: Reach): Promise<void> {
  const gone = await api.permissions.remove({ origins: REACHES[reach] }).catch(() => false);
  await draw();
  said.textContent = words.plain(gone ? "options_taken_back" : "options_not_taken_back");
  // The button that was pressed is gone; whoever came by keyboard goes on from the heading.
  const heading = element("granted");
  heading.tabIndex = -1;
  heading.focus();
}

function make(tag: string, name: string, text = ""): HTMLElement {
  const made = document.createElement(tag);
  if (name !== "") made.className = name;
  made.textContent = text;
  return made;
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(id);
  return found;
}
