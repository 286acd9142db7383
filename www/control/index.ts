import "./control.css";
import { SERVED } from "../marketo/addresses";
import { h, onClick } from "../marketo/dom";
import { applyPreset, PRESET_NOTES, PRESETS, type Preset } from "../practice/presets";
import { openStore, type Store } from "../practice/store";
import { FIRST_SETTINGS, newWorld } from "../practice/world";
import { CHOICES, type Choice } from "./choices";
import { doors, type Door } from "./doors";
import { stateOf } from "./state";

const PURPOSE = "Two made-up portals to rehearse the whole set-up on. Nothing leaves this computer, and no credential here opens anything.";

/** Draws the whole page from the world; it is small enough to be drawn anew at every change. */
function draw(store: Store): void {
  const focused = document.activeElement?.id ?? "";
  const { azure, marketo } = doors(store.read());
  const now = h("section", {}, h("h2", {}, "As it stands"), stateOf(store.read()));
  document.body.replaceChildren(
    h("header", {}, h("h1", {}, "Keyferry practice"), h("p", {}, PURPOSE)),
    h(
      "main",
      {},
      h("div", { class: "columns" }, bank("Azure", azure), bank("Marketo", marketo)),
      h("div", { class: "columns" }, h("div", {}, ...CHOICES.map(({ title, choices }) => settings(store, title, choices))), h("div", {}, presets(store), now)),
    ),
  );
  document.getElementById(focused)?.focus();
}

function bank(name: string, [first, ...others]: Door[]): HTMLElement {
  const link = ({ label, address }: Door, kind: string): HTMLElement => h("a", { href: address, target: "_blank", class: kind }, label);
  return h("section", {}, h("h2", {}, name), ...(first ? [link(first, "button")] : []), h("p", { class: "others" }, ...others.map((door) => link(door, "other"))));
}

function settings(store: Store, title: string, choices: readonly Choice[]): HTMLElement {
  return h("section", {}, h("h2", {}, title), ...choices.map((choice) => choiceOf(store, choice)));
}

function choiceOf(store: Store, { key, title, options }: Choice): HTMLElement {
  const radios = options.map(([value, label]) => {
    const radio = h("input", { type: "radio", id: `${key}-${String(value)}`, name: key });
    radio.checked = value === store.read().settings[key];
    radio.addEventListener("change", () => void store.change((world) => ({ ...world, settings: { ...world.settings, [key]: value } })));
    return h("label", {}, radio, h("span", {}, label));
  });
  return h("fieldset", {}, h("legend", {}, title), h("div", { class: "options" }, ...radios));
}

function presets(store: Store): HTMLElement {
  const apply = (preset: Preset): HTMLElement => act(`preset-${preset}`, PRESET_NOTES[preset], () => void store.change((world) => applyPreset(world, preset)));
  const all = act("reset", "Everything as at first, the settings too.", () => void store.change(() => newWorld(FIRST_SETTINGS)));
  return h("section", {}, h("h2", {}, "Start from"), h("ul", { class: "presets" }, ...PRESETS.map(apply), all));
}

function act(id: string, text: string, press: () => void): HTMLElement {
  return h("li", {}, onClick(h("button", { type: "button", id }, text), press));
}

async function begin(): Promise<void> {
  const store = await openStore();
  store.onChange(() => draw(store));
  draw(store);
  // The trainer watches here while others work: this page alone follows at once, the portals look again when they are looked at.
  if (SERVED) new EventSource("/practice/changes").onmessage = () => void store.refresh();
}

void begin();
