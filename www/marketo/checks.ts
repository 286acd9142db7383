import { CHECKS, type Check } from "../practice/world";
import { BLANK, h } from "./dom";
import type { Labels } from "./labels";
import { answerTime, type Place } from "./place";

/** The list of the seven checks; rows come in one by one, as the answers would. */
export async function showChecks(place: Place, list: HTMLTableSectionElement, checks: readonly Check[]): Promise<void> {
  list.replaceChildren();
  for (const id of CHECKS) {
    const check = checks.find((one) => one.id === id);
    if (!check) continue;
    await answerTime(place);
    list.append(rowOf(place.words, check, place.store.read().settings.marketoMarks === "one-unclear" && id === UNCLEAR));
  }
}

/** The check whose mark may be one that only eyes can tell. */
const UNCLEAR = "steps";

function rowOf(words: Labels, { id, passed }: Check, unclear: boolean): HTMLTableRowElement {
  const size = { width: 16, height: 16, alt: "" };
  const mark = unclear
    ? h("img", { ...size, src: BLANK, style: `background: ${passed ? "#3c9a3c" : "#c33"}; border-radius: 50%` })
    : h("img", { ...size, src: `images/${passed ? "check" : "delete"}.png`, class: passed ? "mkiOk" : "mkiDelete" });
  return h("tr", { class: "x4-grid-row" }, h("td", { class: "mktMark" }, mark), h("td", {}, words.checks[id]));
}

/** The table that the rows of the checks go into. */
export function checksTable(): { element: HTMLTableElement; list: HTMLTableSectionElement } {
  const list = h("tbody");
  return { element: h("table", { class: "mktValidate", cellspacing: 0 }, list), list };
}
