/** Messages in the language that the person reads: looked up in `_locales`, arguments put in. */
import type { Arg, Text } from "../generated/core";
import type { Line } from "../messages";
import { api } from "./api";

/** The languages that are complete; the first is the fallback. */
export const LANGUAGES = ["en", "sv"];
const RIGHT_TO_LEFT = ["ar", "fa", "he", "ur"];

type Locale = Record<string, { message: string }>;

/** The words of one language. */
export class Words {
  private constructor(
    readonly language: string,
    readonly messages: Record<string, string>,
  ) {}

  /** Reads the locale files for the language chosen by hand, else for the browser's. */
  static async load(chosen: string | null): Promise<Words> {
    const language = nearest(chosen ?? api.i18n.getUILanguage());
    const [fallback, own] = await Promise.all([read("en"), language === "en" ? {} : read(language)]);
    return new Words(language, { ...fallback, ...own });
  }

  get direction(): "ltr" | "rtl" {
    return RIGHT_TO_LEFT.includes(this.language.split("-")[0] ?? "") ? "rtl" : "ltr";
  }

  /** A message without arguments, as plain text. */
  plain(key: string): string {
    return this.messages[key] ?? "";
  }

  /** A message with its arguments in their places; labels stay apart, to be drawn as chips. */
  line(text: Text): Line {
    const parts = this.plain(text.key).split(/\$([1-9])/);
    return parts.flatMap((part, index) => {
      if (index % 2 === 0) return part === "" ? [] : [part];
      const arg = text.args?.[Number(part) - 1];
      return arg === undefined ? [] : this.argument(arg);
    });
  }

  private argument(arg: Arg): Line {
    if ("Label" in arg) return [{ label: arg.Label }];
    if ("Plain" in arg) return [arg.Plain];
    if ("Message" in arg) return [this.plain(arg.Message)];
    const style = "Date" in arg ? ({ dateStyle: "medium" } as const) : ({ timeStyle: "short" } as const);
    return [new Intl.DateTimeFormat(this.language, style).format("Date" in arg ? arg.Date : arg.Time)];
  }
}

function nearest(wanted: string): string {
  const tag = wanted.replace("_", "-");
  return LANGUAGES.find((one) => one === tag) ?? LANGUAGES.find((one) => one === tag.split("-")[0]) ?? "en";
}

async function read(language: string): Promise<Record<string, string>> {
  const file = await fetch(api.runtime.getURL(`_locales/${language.replace("-", "_")}/messages.json`));
  const locale = (await file.json()) as Locale;
  return Object.fromEntries(Object.entries(locale).map(([key, { message }]) => [key, message]));
}
