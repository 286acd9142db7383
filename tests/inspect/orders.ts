/** What the command line asks for: the files to look at and where each of them would stand on the web. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, isAbsolute, resolve } from "node:path";
import { framesOf } from "../../extension/saving/file";
import { withSecrets } from "../pages/secrets";

/** One saved page and its place on the web. */
export type Order = {
  /** The file's name as it was given. */
  file: string;
  path: string;
  /** What stands there in place of the file's content: one frame of a file that the panel saved. */
  html?: string;
  url: string;
  topUrl: string | undefined;
  frameName: string;
};

/** The whole command line. */
export type CommandLine = { orders: Order[]; why: boolean; help: boolean; browser: string | undefined };

/** A mistake of the person who calls; its message is one line. */
export class Refusal extends Error {}

type Options = { url: string | undefined; topUrl: string | undefined; frameName: string };
type Entry = Record<"file" | "url" | "top_url" | "frame_name", unknown>;

/** Reads the arguments after `inspect`; throws a {@link Refusal} when one of them cannot be followed. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const options: Options = { url: undefined, topUrl: undefined, frameName: "" };
  const line: CommandLine = { orders: [], why: false, help: false, browser: undefined };
  const names: string[] = [];
  const rest = args.flatMap((arg) => (/^--[a-z-]+=/u.test(arg) ? split(arg) : [arg]));
  while (rest.length > 0) {
    const arg = rest.shift() ?? "";
    const value = (): string => rest.shift() ?? refuse(`${arg} needs a value`);
    if (arg === "--url") options.url = value();
    else if (arg === "--top-url") options.topUrl = value();
    else if (arg === "--frame-name") options.frameName = value();
    else if (arg === "--browser") line.browser = value();
    else if (arg === "--why") line.why = true;
    else if (arg === "--help" || arg === "-h") line.help = true;
    else if (arg.startsWith("--")) refuse(`unknown option ${arg} (see inspect --help)`);
    else names.push(arg);
  }
  if (line.help) return line;
  if (names.length === 0) refuse("no file given (see inspect --help)");
  line.orders = names.flatMap((name) => (name.startsWith("@") ? fromList(name.slice(1)) : fromFile(name, options)));
  return line;
}

/** A file that the panel saved says itself where each of its frames stood. */
function fromFile(name: string, options: Options): Order[] {
  const path = resolve(name);
  const frames = options.url === undefined && statSync(path, { throwIfNoEntry: false })?.isFile() ? framesOf(readFileSync(path, "utf8")) : [];
  if (frames.length === 0) return [fromOptions(name, options)];
  return frames.map(({ url, top_url, frame_name, html }) => ({ ...order({ file: name, url, top_url, frame_name }, [process.cwd()], name), html: withSecrets(html) }));
}

function split(arg: string): [string, string] {
  const at = arg.indexOf("=");
  return [arg.slice(0, at), arg.slice(at + 1)];
}

function fromOptions(file: string, { url, topUrl, frameName }: Options): Order {
  if (url === undefined) refuse(`--url is missing: where would ${file} stand?`);
  return order({ file, url, top_url: topUrl, frame_name: frameName }, [process.cwd()], file);
}

function fromList(name: string): Order[] {
  const path = resolve(name);
  let list: unknown;
  try {
    list = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    refuse(`cannot read the list ${name}: ${reason(error)}`);
  }
  if (!Array.isArray(list)) refuse(`the list ${name} is not an array`);
  if (list.length === 0) refuse(`the list ${name} is empty`);
  return list.map((entry: unknown, index) => {
    const what = `entry ${index + 1} of ${name}`;
    if (typeof entry !== "object" || entry === null) refuse(`${what} is not an object`);
    return order(entry as Entry, [dirname(path), process.cwd()], what);
  });
}

function order(entry: Entry, folders: readonly string[], what: string): Order {
  const file = text(entry.file, "file", what) ?? refuse(`${what} names no file`);
  const url = text(entry.url, "url", what) ?? refuse(`${what} has no url`);
  return {
    file,
    path: find(file, folders),
    url: address(url),
    topUrl: optionalAddress(text(entry.top_url, "top_url", what)),
    frameName: text(entry.frame_name, "frame_name", what) ?? "",
  };
}

function text(value: unknown, name: string, what: string): string | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  return typeof value === "string" ? value : refuse(`${name} of ${what} is not a text`);
}

function find(file: string, folders: readonly string[]): string {
  const paths = isAbsolute(file) ? [file] : folders.map((folder) => resolve(folder, file));
  const path = paths.find((candidate) => existsSync(candidate)) ?? refuse(`cannot read ${file}: no such file`);
  if (!statSync(path).isFile()) refuse(`cannot read ${file}: not a file`);
  if (!isPage(read(path, file))) refuse(`cannot read ${file}: not an HTML page`);
  return path;
}

function read(path: string, name: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    return refuse(`cannot read ${name}: ${reason(error)}`);
  }
}

/** Text with a tag in it, in any encoding that a browser takes. */
function isPage(content: Buffer): boolean {
  const wide = content[0] === 0xff || content[0] === 0xfe; // The mark of UTF-16, which is full of zeros.
  return (wide || !content.includes(0)) && /<\0?[a-z!]/iu.test(content.toString("latin1"));
}

function optionalAddress(url: string | undefined): string | undefined {
  return url === undefined ? undefined : address(url);
}

/** Only what a page on the web can have. */
function address(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined) refuse(`not a URL: ${url}`);
  if (parsed.protocol !== "https:" && parsed.protocol !== "http:") refuse(`not an address of a web page: ${url}`);
  return parsed.href;
}

function reason(error: unknown): string {
  return error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
}

function refuse(message: string): never {
  throw new Refusal(message);
}
