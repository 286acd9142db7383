import { en } from "./en";
import { sv } from "./sv";
import type { Label, Labels } from "./labels";

export type { Label };

/** Says a text in the chosen language, with its gaps filled. */
export type Say = (label: Label, ...gaps: (string | number)[]) => string;

const TABLES: Readonly<Record<string, Labels>> = { en, sv };

/** The sayer of a language; English where there is no table. */
export function sayer(language: string): Say {
  const table = TABLES[language.slice(0, 2).toLowerCase()] ?? en;
  return (label, ...gaps) => table[label].replace(/\{(\d)\}/g, (gap, at: string) => String(gaps[Number(at)] ?? gap));
}

/** The language and format culture asked for by the address: `?l=sv.sv-se`, as in the portal itself. */
export function askedFor(search: string): { language?: string; culture?: string } {
  const [language, culture] = (new URLSearchParams(search).get("l") ?? "").split(".");
  return { ...(language && { language }), ...(culture && { culture }) };
}
