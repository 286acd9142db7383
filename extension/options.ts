/** The options page: what a person has allowed beyond the hosts of every journey, what it is for, and the way to take it back. */
import { api } from "./background/api";
import { Words } from "./background/words";
import { REACHES, SIGN_INS } from "./generated/core";

/** What can be allowed at once: its name, the keys of its messages, and the hosts. */
type Group = { id: string; title: string; use: string; origins: string[] };

const GROUPS: Group[] = [
  { id: "Government", title: "reach_government", use: "reach_government_for", origins: REACHES.Government },
  { id: "China", title: "reach_china", use: "reach_china_for", origins: REACHES.China },
  { id: "sign-in-World", title: "sign_in_world", use: "sign_in_for", origins: [SIGN_INS.World] },
  { id: "sign-in-Government", title: "sign_in_government", use: "sign_in_for", origins: [SIGN_INS.Government] },
  { id: "sign-in-China", title: "sign_in_china", use: "sign_in_for", origins: [SIGN_INS.China] },
];

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
  const drawn = GROUPS.map(async (one) => group(one, await api.permissions.contains({ origins: one.origins })));
  list.replaceChildren(...(await Promise.all(drawn)));
}

function group(one: Group, is: boolean): HTMLElement {
  const item = make("li", is ? "group is" : "group");
  const title = make("h3", "", words.plain(one.title));
  title.id = `group-${one.id}`;
  const hosts = make("p", "hosts", one.origins.map((origin) => origin.replace(/^https:\/\/|\/\*$/g, "")).join(", "));
  const state = make("p", "state", words.plain(is ? "options_is_allowed" : "options_is_not_allowed"));
  item.append(title, make("p", "", words.plain(one.use)), hosts, state);
  if (is) item.append(back(one));
  return item;
}

function back(one: Group): HTMLElement {
  const button = make("button", "button", words.plain("options_take_back"));
  button.setAttribute("type", "button");
  button.setAttribute("aria-describedby", `group-${one.id}`);
  button.addEventListener("click", () => void takeBack(one));
  return button;
}

async function takeBack({ origins }: Group): Promise<void> {
  const gone = await api.permissions.remove({ origins }).catch(() => false);
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
