/**
 * The corpus: saved pages put together from parts, and what Keyferry must make of each of them.
 *
 * A case names its parts (files in the folder that is named as its list), what is changed in them, its place on the
 * web, and what is expected; expected controls are CSS selectors. A whole saved page is a case with one part; a file that the
 * panel saved is one with `saved`, and knows itself where it stood.
 * The lists called `-foreign` were written from what is known of the portals alone, in other markup than the first ones,
 * and their expectations stood before recognition had seen them. No rule is ever made for one of them.
 * The list called `stranger` is of the same kind, for both portals: what recognition had wrong in it was mended by a general rule.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { ROOT } from "../../extension/build/root";
import { framesOf, type Saved } from "../../extension/saving/file";
import type { Order } from "../inspect/orders";
import { translate } from "./labels";
import { makeSecret, withSecrets } from "./secrets";

/** What Keyferry must see. */
export type Expected = {
  site: string | null;
  screen: string | null;
  language: string | null;
  facts: Record<string, unknown>;
  targets: Record<string, string>;
};

/** One case of a list. */
type Case = {
  /** What is special about it, in a few words. */
  name: string;
  /** File names without `.html`, in the order in which they stand in the body. */
  parts?: string[];
  /** A file from "Save what Keyferry sees", without `.html`, in place of the parts; `frame` says which of its frames, from 0. */
  saved?: string;
  frame?: number;
  /** Texts to replace; each must be there. */
  but?: [from: string, to: string][];
  /** The language, or the manner, that the labels are put into. */
  labels?: string;
  url?: string;
  top_url?: string;
  frame_name?: string;
  /** False where a change at random makes another page of it. */
  mutable?: boolean;
  expect: Partial<Expected>;
};

/** A case written out as a file. */
export type Page = Order & { list: string; name: string; parts: string; labels: string | undefined; mutable: boolean; expected: Expected };

const HERE = join(ROOT, "tests/pages");
const NOTHING: Expected = { site: null, screen: null, language: null, facts: {}, targets: {} };

/** Every case of every list, written into `out/pages`; `LIST=azure` in the environment takes one list alone. */
export function corpus(): Page[] {
  const only = process.env["LIST"] ?? "";
  const lists = readdirSync(HERE).filter((name) => name.endsWith(".json") && name.startsWith(only)).sort();
  return lists.flatMap((name) => {
    const list = basename(name, ".json");
    const cases = JSON.parse(readFileSync(join(HERE, name), "utf8")) as Case[];
    const folder = join(ROOT, "out/pages", list);
    mkdirSync(folder, { recursive: true });
    return cases.map((one, index) => write(one, list, join(folder, `${String(index + 1).padStart(3, "0")}.html`)));
  });
}

function write(given: Case, list: string, path: string): Page {
  const saved: Partial<Saved> | undefined = given.saved === undefined ? undefined : framesOf(readFileSync(join(HERE, list, `${given.saved}.html`), "utf8"))[given.frame ?? 0];
  const one = { ...given, ...(saved as Pick<Case, "url" | "top_url" | "frame_name">) };
  if (one.url === undefined) throw new Error(`${list}: ${one.name}: it stands nowhere`);
  writeFileSync(path, saved?.html === undefined ? html(one, list) : withSecrets(saved.html));
  return {
    list,
    name: one.name,
    parts: one.saved ?? (one.parts ?? []).join(" "),
    labels: one.labels,
    mutable: one.mutable ?? true,
    file: path,
    path,
    url: one.url,
    topUrl: one.top_url,
    frameName: one.frame_name ?? "",
    expected: fill({ ...NOTHING, ...one.expect }),
  };
}

function html(one: Case, list: string): string {
  let body = (one.parts ?? []).map((part) => readFileSync(join(HERE, list, `${part}.html`), "utf8")).join("\n");
  for (const [from, to] of one.but ?? []) {
    if (!body.includes(from)) throw new Error(`${list}: ${one.name}: there is no ${from}`);
    body = body.replaceAll(from, to);
  }
  if (one.labels !== undefined) body = translate(body, list, one.labels);
  body = withSecrets(body);
  if (/^\s*<!doctype/iu.test(body)) return body;
  return `<!doctype html>\n<html lang="${one.labels ?? "en"}"><head><meta charset="utf-8"><title>${one.name}</title></head><body>\n${body}</body></html>\n`;
}

/** `{{hint:current:1}}` in an expectation is the first three characters of that secret. */
function fill(expected: Expected): Expected {
  const text = JSON.stringify(expected).replace(/\{\{hint:(\w+):(\w+)\}\}/gu, (_, kind: string, seed: string) => makeSecret(kind, seed).slice(0, 3));
  return JSON.parse(text) as Expected;
}
