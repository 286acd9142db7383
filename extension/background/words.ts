/** Messages in the language that the person reads: looked up in `_locales`, arguments put in. */
import type { Arg, Text } from "../generated/core";
import type { Line } from "../messages";
import languages from "../_locales/languages.json";
import { api } from "./api";

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
    return languages.some(({ code, direction }) => code === this.language && direction === "rtl") ? "rtl" : "ltr";
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

  /** A message with its arguments as plain text, for places that hold no chips. */
  flat(text: Text): string {
    return this.line(text).map((part) => (typeof part === "string" ? part : part.label)).join("");
  }

  private argument(arg: Arg): Line {
    if ("Label" in arg) return [{ label: arg.Label }];
    if ("Plain" in arg) return [arg.Plain];
    if ("Message" in arg) return [this.plain(arg.Message)];
    // A day is the portal's day, wherever the reader is.
    const [style, at] = "Date" in arg ? [{ dateStyle: "medium", timeZone: "UTC" } as const, arg.Date] : [{ timeStyle: "short" } as const, arg.Time];
    return [new Intl.DateTimeFormat(this.language, style).format(at)];
  }
}

function nearest(wanted: string): string {
  const tag = wanted.replace("_", "-");
  const known = (wish: string | undefined): boolean => languages.some(({ code }) => code === wish);
  return [tag, tag.split("-")[0]].find(known) ?? "en";
}

async function read(language: string): Promise<Record<string, string>> {
  const file = await fetch(api.runtime.getURL(`_locales/${language.replace("-", "_")}/messages.json`));
  const locale = (await file.json()) as Locale;
  return Object.fromEntries(Object.entries(locale).map(([key, { message }]) => [key, message]));
}
