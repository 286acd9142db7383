/**
 * Messages that nobody of ours sends: valid ones with one thing wrong, and anything at all. None of them is valid, so none may
 * change anything.
 */
import { Dice } from "./dice";

/** A value as a message may hold it. */
type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

const GUID = "5a3c1f60-2b1d-4e0f-9c8a-112233445566";
/** The address of a page that is none of ours; to be replaced where it matters. */
export const NOWHERE = "https://nowhere.example/";
const PAGE: Json = { url: NOWHERE, frame_name: "", lang: "en", size: [900, 700], nodes: [{ id: 1, tag: "input", state: 0, rect: [1, 1, 1, 1] }] };

/** What a content script says. */
const FROM_PAGE: Json[] = [
  { document: "d", up: { saw: PAGE } },
  { document: "d", up: { pressed: "Fill" } },
  { document: "d", up: { taken: { order: 1, url: "https://portal.azure.com/", outcome: { Value: "x" } } } },
  { document: "d", up: { filled: { order: 1, fault: "Gone" } } },
];

/** What the panel asks for. */
const FROM_PANEL: Json[] = [
  { Start: { journey: "online" } },
  { Press: { button: "Finish" } },
  { Choose: { number: 0 } },
  { Weigh: { text: "x" } },
  { KeepWeighed: { client_id: GUID } },
  { Explain: { text: "x" } },
  { SetExpiry: { client_id: GUID, day: "2027-01-01" } },
  { ForgetConnection: { client_id: GUID } },
  { CheckOff: { recipe: "x", done: true } },
  { Locate: { cloud: "World" } },
  { Speak: { language: "sv" } },
  "StartOver",
  "Wipe",
  "Act",
];

/** What the background tells a document, but for what counts whatever its value is: to look, and to take the card away. */
const TO_PAGE: Json[] = [
  { document: "d", down: { take: { order: 1, url: "https://portal.azure.com/", node: 1 } } },
  { document: "d", down: { fill: { order: 1, url: "https://app-ab12.marketo.com/#DY0A1", fields: [{ node: 1, value: "x" }] } } },
];

const WORDS = "document up down saw pressed taken filled guide unguide look take fill order url node value fault __proto__ constructor length toString Asked command Saw Left place tab frame \u0000 \ud800 \u202e 💥".split(" ");

/** The makers of noise, by whom they pretend to be. */
export const NOISE = {
  "from a page": (dice: Dice) => noise(dice, FROM_PAGE),
  "from the panel": (dice: Dice) => noise(dice, FROM_PANEL),
  "to a page": (dice: Dice) => noise(dice, TO_PAGE),
};

function noise(dice: Dice, valid: readonly Json[]): Json {
  return dice.once(3) ? anything(dice, 4) : spoilt(dice, dice.pick(valid));
}

/** With one thing in it of another kind, which no listener takes. */
function spoilt(dice: Dice, value: Json): Json {
  if (Array.isArray(value) && value.length > 0 && !dice.once(3)) {
    const at = dice.below(value.length);
    return value.map((item, index) => (index === at ? spoilt(dice, item) : item));
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value) && !dice.once(4)) {
    const name = dice.pick(Object.keys(value));
    return { ...value, [name]: spoilt(dice, value[name] ?? null) };
  }
  return otherThan(dice, value);
}

/** A value of another kind. Text of the kinds that are named by words is a word that names none. */
function otherThan(dice: Dice, value: Json): Json {
  const others: Json[] = [-1, 0.5, 1e308, [[]], { "": value }, ["x", 7]];
  if (typeof value !== "boolean") others.push(true, false);
  if (typeof value === "string" && /^[A-Z]/.test(value)) others.push(`${value} `, value.toLowerCase(), "");
  return dice.pick(typeof value === "number" ? others.filter((one) => one !== 0.5 || !Number.isInteger(value)).concat("1", {}) : others);
}

/** Anything at all, so many levels deep; not a whole message, nor a command in one word. */
function anything(dice: Dice, deep: number): Json {
  if (deep === 0 || dice.once(3)) return dice.pick<Json>([null, true, -0, 2 ** 53, "", "x".repeat(dice.below(300)), dice.pick(WORDS), dice.roll()]);
  const some = Array.from({ length: dice.below(4) }, () => anything(dice, deep - 1));
  return dice.once(2) ? some : Object.fromEntries(some.map((item) => [dice.pick(WORDS), item]));
}
