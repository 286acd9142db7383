/**
 * Cuts everything secret-shaped out of a text, so that it never leaves the frame: what remains of it is
 * its kind, its length, its first three characters and whether Entra's checksum fits.
 */
import type { Sealed, SecretKind } from "../generated/core";

/** A text without its secrets, and the fingerprint of the longest of them. */
export type Clean = { text: string; sealed?: Sealed };

const SIGNED = /[\w~.-]{3}\dQ~[\w~.-]*/g;
const GUID = /\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?/gi;
const MAIL = /^[\w.+'-]+@[\w-]+(?:\.[\w-]+)+$/;
const HOST = /^(?:[a-z0-9-]+\.)+[a-z]{2,}$/;
const MASK = /[*\u2022\u2217\u25cf]{3}/;
/** What holds none of these holds no secret. */
const SUSPECT = /[*\u2022\u2217\u25cf]{3}|Q~|\S{16}/;
const DATE = /^[\d.,:/TZ+-]+$/;
const URL_PARTS = /[/?&=#;,]+/;
const RUN = /[A-Z]?[a-z]+|[A-Z]+|\d+|[^\dA-Za-z\s._/:-]/g;

/** Takes the secrets out of a text. `wide`: also those that only look like one by their disorder. */
export function seal(text: string, wide = true): Clean {
  if (text.length < 6) return { text };
  let sealed: Sealed | undefined;
  const cut = (token: string): string => {
    const secret = token.replace(/\.{3}$/, "");
    if (!sealed || secret.length > sealed.length) sealed = fingerprint(secret);
    return secret === token ? "" : "\u2026"; // Whoever reads on must know that something was cut off there.
  };
  let rest = text.includes("Q~") ? text.replace(SIGNED, cut) : text;
  if (wide && rest.length >= 16) rest = rest.replace(/\S{16,}/g, (token) => open(token, cut));
  return sealed ? { text: rest.trim(), sealed } : { text };
}

/** Whether a secret, whole, cut or masked, stands in a text. */
export function hasSecret(text: string): boolean {
  return SUSPECT.test(text) && (MASK.test(text) || seal(text).sealed !== undefined);
}

/** Takes the secrets out of an address, which may carry them in its path, query or fragment. */
export function sealAddress(address: string): string {
  return address
    .replace(SIGNED, "")
    .replace(/[^/?&=#;,]{16,}/g, (part) => (isWild(part.replace(GUID, "")) ? "" : part));
}

/** A run of characters without a space: whole, without its secret, or empty. */
function open(token: string, cut: (secret: string) => string): string {
  const bare = token.replace(/^["'(<[]+|["')>\],;.]+$/g, "");
  if (MAIL.test(bare) || HOST.test(bare)) return token;
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(bare)) {
    const host = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(bare)?.[1] ?? "";
    const parts = bare.slice(bare.indexOf("//") + 2 + (HOST.test(host) ? host.length : 0)).split(URL_PARTS);
    for (const part of parts) if (isWild(part.replace(GUID, ""))) return token.replace(part, cut);
    return token;
  }
  return isWild(bare.replace(GUID, "")) ? token.replace(bare, cut) : token;
}

/**
 * Whether a token is too disordered for a name: digits and letters, mixed case or symbols, and short runs of
 * one sort. Words, names with numbers, file names and identifiers have long runs; random characters do not.
 */
function isWild(token: string): boolean {
  if (token.length < 16 || DATE.test(token) || MASK.test(token) || /[^\x21-\x7e]/.test(token)) return false;
  const lower = /[a-z]/.test(token);
  const upper = /[A-Z]/.test(token);
  if (!/\d/.test(token) || !(lower || upper)) return false;
  const mixed = lower && upper;
  if (!mixed && !/[^0-9A-Za-z]/.test(token)) return token.length >= 32 && token.length / runs(token) < 3;
  return letters(token) / runs(token) < (mixed ? 3.5 : 2.5);
}

const runs = (token: string): number => token.match(RUN)?.length ?? 1;
const letters = (token: string): number => token.replace(/[\s._/:-]/g, "").length;

function fingerprint(secret: string): Sealed {
  const kind = kindOf(secret);
  const sealed: Sealed = { kind, length: secret.length, hint: secret.slice(0, 3) };
  if (kind === "current") sealed.checksum = secret.length === 40 && tail(secret.slice(0, 37)) === secret.slice(37);
  return sealed;
}

function kindOf(secret: string): SecretKind {
  if (secret.startsWith("8Q~", 3)) return "current";
  if (secret.startsWith("7Q~", 3)) return "previous";
  return /^[\w~.-]{34}$/.test(secret) && /[-~_.]/.test(secret) ? "legacy" : "unknown";
}

const DIGITS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890.-_~";

/** The last three characters that Entra gives to a secret: Marvin32 over the rest, in base 66. */
function tail(body: string): string {
  let low = 0x77643030;
  let high = 0x41616450;
  const turn = (value: number, by: number): number => (value << by) | (value >>> (32 - by));
  const mix = (word: number): void => {
    low = (low + word) | 0;
    high ^= low;
    low = (turn(low, 20) + high) | 0;
    high = turn(high, 9) ^ low;
    low = (turn(low, 27) + high) | 0;
    high = turn(high, 19);
  };
  const padded = `${body}\u0080`.padEnd((body.length + 4) & ~3, "\0");
  for (let at = 0; at < padded.length; at += 4) {
    mix(padded.charCodeAt(at) | (padded.charCodeAt(at + 1) << 8) | (padded.charCodeAt(at + 2) << 16) | (padded.charCodeAt(at + 3) << 24));
  }
  mix(0);
  let rest = (low ^ high) >>> 0;
  let encoded = "";
  for (let digit = 0; digit < 6; digit += 1) {
    encoded = (DIGITS[rest % 66] ?? "") + encoded;
    rest = Math.floor(rest / 66);
  }
  return encoded.slice(0, 3);
}
