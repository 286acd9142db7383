/** Made-up client secrets for the corpus: of the right shape, of nobody, and never written down. */
import { createHash } from "node:crypto";

const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
/** Entra's digits in base 66, in its own order. */
const DIGITS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890.-_~";

/** Apart, so that no scanner takes this file for a leak. */
const TILDE = "~";

/** `{{secret:current:1}}` stands for the first secret of its kind, `{{secret:current:1:12}}` for its first twelve characters. */
export function withSecrets(text: string): string {
  return text.replace(/\{\{secret:(\w+):(\w+)(?::(\d+))?\}\}/gu, (_, kind: string, seed: string, length?: string) => {
    const secret = makeSecret(kind, seed);
    return length === undefined ? secret : secret.padEnd(Number(length), letters(seed, 64)).slice(0, Number(length));
  });
}

/** The same secret for the same kind and seed: `current`, `broken` (its checksum is wrong), `previous`, `legacy`, `other`. */
export function makeSecret(kind: string, seed: string): string {
  const body = (length: number): string => letters(`${kind} ${seed}`, length);
  if (kind === "current" || kind === "broken") {
    const most = `${body(3)}8Q${TILDE}${body(34).slice(3)}`;
    const tail = checksum(most);
    return most + (kind === "current" ? tail : (tail.startsWith("a") ? "b" : "a") + tail.slice(1));
  }
  if (kind === "previous") return `${body(3)}7Q${TILDE}${body(34).slice(3)}`;
  if (kind === "legacy") return `${body(10)}~${body(33).slice(10)}`;
  if (kind === "other") return body(32);
  throw new Error(`no such kind of secret: ${kind}`);
}

function letters(seed: string, length: number): string {
  const bytes = createHash("sha512").update(seed).digest();
  return [...bytes.subarray(0, length)].map((byte) => LETTERS[byte % LETTERS.length]).join("");
}

/** The three characters that Entra appends: Marvin32 over the rest, in base 66. */
function checksum(most: string): string {
  let low = 0x7764_3030;
  let high = 0x4161_6450;
  const roll = (value: number, by: number): number => ((value << by) | (value >>> (32 - by))) >>> 0;
  const block = (): void => {
    high = (high ^ low) >>> 0;
    low = (roll(low, 20) + high) >>> 0;
    high = (roll(high, 9) ^ low) >>> 0;
    low = (roll(low, 27) + high) >>> 0;
    high = roll(high, 19);
  };
  const bytes = Buffer.concat([Buffer.from(most, "latin1"), Buffer.from([0x80])]);
  const padded = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
  for (let at = 0; at < padded.length; at += 4) {
    low = (low + padded.readUInt32LE(at)) >>> 0;
    block();
  }
  block();
  let rest = (low ^ high) >>> 0;
  let text = "";
  for (let place = 0; place < 6; place += 1) {
    text = (DIGITS[rest % 66] ?? "") + text;
    rest = Math.floor(rest / 66);
  }
  return text.slice(0, 3);
}
