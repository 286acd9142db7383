import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { dirname, extname, join, normalize } from "node:path";

/** What a file is answered with. */
export type Answer = { status: number; headers: Record<string, string>; body: Buffer | string };

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
};

/**
 * Answers `path` on a host that shows `page`: files beside the page first, then from the root, and the page itself for
 * every path that names no file, as a single-page portal does.
 */
export async function answerFile(root: string, page: string, path: string): Promise<Answer> {
  const wanted = normalize(decode(path));
  const type = TYPES[extname(wanted)];
  if (type === undefined || type === TYPES[".html"]) {
    const html = await read(join(root, type === undefined ? `${page}.html` : join(dirname(page), wanted)));
    return html === undefined ? plain(404, "There is no such page here; was it built?") : answerPage(html.toString("utf8"));
  }
  // `normalize` of an absolute path cannot climb above the root.
  const body = (await read(join(root, dirname(page), wanted))) ?? (await read(join(root, wanted)));
  return body === undefined ? plain(404, "There is no such file here.") : { status: 200, headers: { "content-type": type }, body };
}

/** A short answer in plain words. */
export function plain(status: number, text: string): Answer {
  return { status, headers: { "content-type": "text/plain; charset=utf-8" }, body: `${text}\n` };
}

/** The page under a policy as strict as a portal's could be, so that nothing of ours leans on a lax page. */
function answerPage(html: string): Answer {
  const nonce = randomBytes(18).toString("base64");
  return {
    status: 200,
    headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": policy(nonce) },
    body: html.replaceAll(/<script(?=[\s>])/g, `<script nonce="${nonce}"`),
  };
}

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "frame-src https:",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
  ].join("; ");
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return "/";
  }
}

async function read(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch {
    return undefined;
  }
}
