/** The set-up record as a page to print. It shows what the core says at the moment it is opened, and asks for nothing more. */
import { api } from "./background/api";
import { Words } from "./background/words";
import type { HandOver, RecordLine, View } from "./generated/core";
import type { ToPanel } from "./messages";

/** What stands in letters of one width: IDs, to be compared letter by letter. */
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const view = await shown();
const words = await Words.load(view.language);
const record = view.voyage?.hand_over;
const page = document.getElementById("record");

document.documentElement.lang = words.language;
document.documentElement.dir = words.direction;
document.title = words.plain("record_title");
page?.append(...(record ? drawn(record) : [make("h1", words.plain("record_title")), make("p", words.plain("record_none"))]));

/** What the panel would show now. */
function shown(): Promise<View> {
  return new Promise((done) => {
    const port = api.runtime.connect({ name: "panel" });
    port.onMessage.addListener((message: ToPanel) => {
      if (!("view" in message)) return;
      port.disconnect();
      done(message.view);
    });
  });
}

function drawn({ at, practice, lines, checks }: HandOver): HTMLElement[] {
  const when = new Intl.DateTimeFormat(words.language, { dateStyle: "medium", timeStyle: "short" }).format(at);
  const print = make("button", words.plain("record_print"));
  print.setAttribute("type", "button");
  print.addEventListener("click", () => {
    globalThis.print();
  });
  return [
    make("h1", words.plain("record_title")),
    make("p", words.plain("record_who"), "who"),
    ...(practice ? [make("p", words.plain("record_practice"), "practice")] : []),
    table([...lines.map(said), [words.plain("record_date"), when]]),
    ...(checks.length > 0 ? [make("h2", words.plain("record_checks")), table(checks.map(said))] : []),
    make("p", words.plain("record_next"), "next"),
    print,
  ];
}

function said({ label, value }: RecordLine): [string, string] {
  return [words.flat(label), words.flat(value)];
}

function table(rows: [string, string][]): HTMLElement {
  const made = make("table");
  for (const [label, value] of rows) {
    const name = make("th", label);
    name.setAttribute("scope", "row");
    const cell = make("td");
    // A name in another direction of writing turns nothing around but itself.
    cell.append(make("bdi", value, ID.test(value) ? "id" : ""));
    const row = make("tr");
    row.append(name, cell);
    made.append(row);
  }
  return made;
}

function make(tag: string, text = "", name = ""): HTMLElement {
  const made = document.createElement(tag);
  if (name !== "") made.className = name;
  made.textContent = text;
  return made;
}
