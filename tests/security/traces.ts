/** Finds a secret in whatever form a program may have left it. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** So many characters in a row are a find: of a random secret nobody has them by chance. */
const WINDOW = 12;

/** A secret's middle in every form that is looked for. */
export type Traces = { name: string; bytes: Buffer }[];

/** The forms: as text in three encodings, in base64 at each alignment, percent-encoded, escaped as in JSON. */
export function tracesOf(secret: string): Traces {
  const start = Math.floor((secret.length - WINDOW) / 2);
  const part = secret.slice(start, start + WINDOW);
  const wide = Buffer.from(part, "utf16le");
  const escaped = (prefix: string, digits: number): string => Array.from(part, (letter) => prefix + letter.charCodeAt(0).toString(16).padStart(digits, "0")).join("");
  const base64 = [0, 1, 2].map((shift) => {
    const text = Buffer.from("\0".repeat(shift) + part).toString("base64");
    // What the neighbours on either side have a part in is left out.
    return { name: `base64+${String(shift)}`, bytes: Buffer.from(text.slice(Math.ceil((shift * 4) / 3), Math.floor(((shift + WINDOW) * 4) / 3))) };
  });
  return [
    { name: "utf-8", bytes: Buffer.from(part) },
    { name: "utf-16le", bytes: wide },
    { name: "utf-16be", bytes: Buffer.from(wide).swap16() },
    ...base64,
    { name: "percent", bytes: Buffer.from(escaped("%", 2)) },
    { name: "percent, upper case", bytes: Buffer.from(escaped("%", 2).toUpperCase()) },
    { name: "json", bytes: Buffer.from(escaped("\\u", 4)) },
    { name: "hex", bytes: Buffer.from(escaped("", 2)) },
  ];
}

/** The forms in which a secret is in there. */
export function findIn(content: Buffer | string, traces: Traces): string[] {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  return traces.filter((trace) => bytes.includes(trace.bytes)).map(({ name }) => name);
}

/** The files of a folder in which one of the secrets is, and how. */
export function findInFolder(folder: string, traces: Traces): string[] {
  const finds: string[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    let content: Buffer;
    try {
      content = readFileSync(path);
    } catch {
      // A browser that runs takes files away.
      continue;
    }
    const found = findIn(content, traces);
    if (found.length > 0) finds.push(`${relative(folder, path)}: ${found.join(", ")}`);
  }
  return finds;
}
