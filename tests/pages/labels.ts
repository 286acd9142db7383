/** Puts the labels of a page into another language, from the same label files that Keyferry reads. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../extension/build/root";

/** Manners that are no language: upper case, and a language that Keyferry does not know. */
const MANNERS: Record<string, (label: string) => string> = {
  upper: (label) => label.toUpperCase(),
  unknown: (label) => (NAMES.has(label) ? label : label.replace(/\p{L}/gu, (letter) => STRANGE.get(letter.toLowerCase()) ?? letter)),
};

/** Product names stand in every language as they are. */
const NAMES = new Set(["Microsoft Dynamics", "CRM", "URL", "Dynamics CRM", "user_impersonation", "Munchkin", "LaunchPoint", "Salesforce"]);
/** Georgian letters: a language with its own script and no capitals. */
const STRANGE = new Map(Array.from("abcdefghijklmnopqrstuvwxyz", (letter, index) => [letter, String.fromCodePoint(0x10d0 + index)]));

/** One label in one language, with what it means: a heading of the label file. */
export type Label = { term: string; language: string; text: string };

/** Every label of a list's label file, in its order. */
export function readLabels(list: string): Label[] {
  const file = readFileSync(join(ROOT, "src/core/lexicon", `${list}.txt`), "utf8");
  return file.split(/^\[/mu).slice(1).flatMap((block) => {
    const term = block.slice(0, block.indexOf("]"));
    return [...block.matchAll(/^([a-z]{2}(?:-[A-Za-z]+)?): (.*)$/gmu)].flatMap(([, language = "", labels = ""]) =>
      labels.split(" | ").map((label) => ({ term, language, text: label.replace(/\*$/u, "").trim() })),
    );
  });
}

/** Replaces every text, label and title that is an English label of the list's lexicon, by the wording of that number where there are several. */
export function translate(html: string, list: string, language: string, wording = 0): string {
  const words = wordings(list, language, wording);
  const put = (text: string): string => {
    const [, before = "", label = "", after = ""] = /^(\s*\*?\s*)(.*?)(\s*(?:\(\d+\))?[:*]*\s*)$/su.exec(text) ?? [];
    const bare = label.replaceAll("&amp;", "&");
    const [, name, page] = /^(.+ \| )(.+)$/su.exec(bare) ?? [undefined, "", bare];
    return before + (words(bare) ?? (page === bare ? label : name + (words(page) ?? page))).replaceAll("&", "&amp;") + after;
  };
  return html
    .replace(/>([^<>]+)</gu, (_, text: string) => `>${put(text)}<`)
    .replace(/((?:title|aria-label|placeholder)=")([^"]+)"/gu, (_, start: string, text: string) => `${start}${put(text)}"`);
}

/** How many wordings the longest list of a language has among the terms that a page shows. */
export function countWordings(html: string, list: string, language: string): number {
  const labels = readLabels(list);
  const shown = labels.filter((label) => label.language === "en" && html.replaceAll("&amp;", "&").includes(label.text.split("{")[0] ?? ""));
  const terms = new Set(shown.map(({ term }) => term));
  const counts = [...terms].map((term) => labels.filter((label) => label.term === term && label.language === language).length);
  return Math.max(1, ...counts);
}

function wordings(list: string, language: string, wording: number): (label: string) => string | undefined {
  const labels = readLabels(list);
  const manner = MANNERS[language];
  const whole = new Map<string, string>();
  const framed: { before: string; after: string; foreign: string }[] = [];
  for (const term of new Set(labels.map((label) => label.term))) {
    const of = (tongue: string): string[] => labels.filter((label) => label.term === term && label.language === tongue).map(({ text }) => text);
    const foreign = of(language);
    // A label that carries a name has one that carries it too, while there is one.
    const plain = foreign.filter((text) => !text.includes("{"));
    const naming = [...foreign.filter((text) => text.includes("{}")), ...foreign.filter((text) => !text.includes("{}"))];
    of("en").forEach((english, index) => {
      const framing = english.includes("{");
      const other = manner !== undefined ? manner(english) : framing ? naming[wording % naming.length] : plain[(index + wording) % plain.length];
      if (other === undefined) return;
      if (framing) {
        const [before = "", after = ""] = english.toLowerCase().split(/\{\*?\}/u);
        framed.push({ before, after, foreign: other });
      } else if (!whole.has(english.toLowerCase())) whole.set(english.toLowerCase(), other);
    });
  }
  return (label) => {
    const low = label.toLowerCase();
    const fits = framed.filter(({ before, after }) => low.length > before.length + after.length && low.startsWith(before) && low.endsWith(after));
    const best = fits.sort((one, other) => other.before.length + other.after.length - one.before.length - one.after.length)[0];
    const name = best === undefined ? "" : label.slice(best.before.length, label.length - best.after.length);
    // A frame without words of its own, whole or framed, takes the name; a whole label that is a frame has none.
    return (whole.get(low) ?? best?.foreign)?.replace(/\{\*?\}/u, name === "" ? "Contoso" : name);
  };
}
