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

/** Replaces every text, label and title that is an English label of the list's lexicon. */
export function translate(html: string, list: string, language: string): string {
  const wording = words(list, language);
  const put = (text: string): string => {
    const [, before = "", label = "", after = ""] = /^(\s*\*?\s*)(.*?)(\s*[:*]*\s*)$/su.exec(text) ?? [];
    return before + (wording(label.replaceAll("&amp;", "&")) ?? label) + after;
  };
  return html
    .replace(/>([^<>]+)</gu, (_, text: string) => `>${put(text)}<`)
    .replace(/((?:title|aria-label|placeholder)=")([^"]+)"/gu, (_, start: string, text: string) => `${start}${put(text)}"`);
}

function words(list: string, language: string): (label: string) => string | undefined {
  const file = readFileSync(join(ROOT, "src/core/lexicon", `${list}.txt`), "utf8");
  const table = new Map<string, string>();
  const manner = MANNERS[language];
  for (const block of file.split(/^\[/mu).slice(1)) {
    const english = labels(block, "en");
    const foreign = labels(block, language);
    english.forEach((label, index) => {
      const other = manner === undefined ? (foreign[index] ?? foreign[0]) : manner(label);
      if (other !== undefined && !table.has(label.toLowerCase())) table.set(label.toLowerCase(), other);
    });
  }
  return (label) => table.get(label.toLowerCase());
}

function labels(block: string, language: string): string[] {
  const lines = block.split("\n").filter((line) => line.startsWith(`${language}: `));
  return lines.flatMap((line) => line.slice(language.length + 2).split(" | ")).map((label) => label.replace(/\*$/u, "").trim());
}
