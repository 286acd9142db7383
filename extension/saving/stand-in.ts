/** Stand-ins: texts of the same shape that say nothing. The same text has the same stand-in everywhere in one saved file. */
import { seal } from "../content/seal";
import type { Known } from "./vocabulary";

const GUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i;
const MASKED = /[*\u2022\u2217\u25cf]{3,}/;
const DATED = /^\D*\d{1,4}\s?[./\-年년月월]\s?\d{1,2}\s?[./\-月월日일]\s?\d{0,4}/;
/** Hosts end in these, or are somebody's own. */
const ENDINGS = ["portal.azure.com", "portal.azure.us", "portal.azure.cn", "portal.azure.net", "entra.microsoft.com", "marketo.com", "adobe.com", "dynamics.com", "microsoft.com", "windows.net"];
const LONGEST = 120;

/** Makes stand-ins. `salt` is made for one saving and thrown away with it: no stand-in leads back. */
export class StandIns {
  constructor(
    private readonly known: Known,
    private readonly salt: string,
  ) {}

  /** In place of a text that a person reads. */
  text(text: string): string {
    const tidy = text.replace(/\s+/g, " ").trim();
    if (!/[\p{L}\p{N}]/u.test(tidy) && tidy.length < 4) return tidy;
    if (this.known.label(tidy)) return uncounted(tidy);
    const bar = tidy.lastIndexOf(" | ");
    if (bar > 0) return `${this.text(tidy.slice(0, bar))} | ${this.text(tidy.slice(bar + 3))}`;
    const frame = this.known.frame(tidy);
    if (frame) return `${frame[0]}Xxxxxxx${frame[1]}`;
    return this.unknown(tidy);
  }

  private unknown(text: string): string {
    if (MASKED.test(text) && text.length < 60) return `xxx${"*".repeat(15)}`;
    const { text: rest, sealed } = seal(text);
    if (sealed) {
      const kind = { current: sealed.checksum === false && sealed.length === 40 ? "broken" : "current", previous: "previous", legacy: "legacy", unknown: "other" }[sealed.kind];
      const whole = kind === "legacy" ? 34 : kind === "other" ? 32 : kind === "previous" ? 37 : 40;
      const cut = sealed.length === whole ? "" : `:${String(Math.min(sealed.length, 60))}`;
      const dots = rest.includes("\u2026") ? "..." : "";
      const words = rest.replace(/\u2026/g, "").trim();
      return `${words ? `${this.text(words)} ` : ""}{{secret:${kind}:${this.digits(text, 4)}${cut}}}${dots}`;
    }
    if (DATED.test(text)) return dateLike(text);
    return text.split(" ").map((token) => this.token(token)).join(" ").slice(0, LONGEST);
  }

  private token(token: string): string {
    if (ADDRESS.test(token)) return this.address(token);
    let plain = "";
    let at = 0;
    for (const found of token.matchAll(GUID)) {
      plain += masked(token.slice(at, found.index)) + this.guid(found[0]);
      at = found.index + found[0].length;
    }
    return plain + masked(token.slice(at));
  }

  /** In place of a GUID: one that is plainly made up. */
  guid(guid: string): string {
    return this.known.sign(guid) ? guid : `00000000-0000-4000-8000-${this.digits(guid.toLowerCase(), 12)}`;
  }

  /** In place of an address, or of what follows a host: the parts that recognition knows stay. */
  address(address: string): string {
    const [, scheme = "", host = "", rest = ""] = /^([a-z][a-z0-9+.-]*:\/\/)?((?<=:\/\/)[^/?#]*)?(.*)$/is.exec(address) ?? [];
    return scheme + this.host(host) + rest.replace(/[^/?&=#;,~@]+/g, (part) => this.part(part));
  }

  /** In place of a frame's name. */
  name(name: string): string {
    return name.replace(/[^./_-]+/g, (word) => (this.known.word(word) || /^(?:reactview|reactblade|ReactView)$/i.test(word) ? word : this.part(word)));
  }

  private host(host: string): string {
    if (!host || this.known.sign(host)) return host;
    const ending = ENDINGS.find((end) => host === end || host.endsWith(`.${end}`)) ?? "";
    const own = host.slice(0, host.length - ending.length);
    return own.replace(/[^.-]+/g, (label) => (/^(?:app|engage|reactblade|sandbox|rc|ms|api)$/.test(label) ? label : masked(label).toLowerCase())) + ending;
  }

  private part(part: string): string {
    let plain = part;
    try {
      plain = decodeURIComponent(part);
    } catch {
      // It is taken as it stands.
    }
    // Marketo's names of its own pages, and what every route has.
    if (this.known.sign(plain) || /^(?:true|false|[a-z]|\d|[A-Z]{2}0[A-Z]1!?|isMSAApp)$/.test(plain)) return encodeURI(plain);
    const bare = plain.replace(/(?:blade)?(?:\.reactview)?$/i, "");
    if (bare.length > 5 && this.known.sign(bare)) return plain;
    if (plain.replace(GUID, "") !== plain) return plain.replace(/[^-\w]/g, "-").replace(/.*?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}).*/i, (_, guid: string) => this.guid(guid));
    return plain.replace(/[^-_.\s]+/g, (word) => (this.known.word(word) ? word : masked(word).replace(/[^\w]/g, "x"))).replace(/\s/g, "-");
  }

  /** Hexadecimal digits that depend on a text and the salt. */
  private digits(text: string, count: number): string {
    let out = "";
    for (let round = 0; out.length < count; round += 1) {
      let one = 0xdeadbeef ^ round;
      let other = 0x41c6ce57 ^ round;
      for (const character of `${this.salt}${text}${this.salt}`) {
        const code = character.codePointAt(0) ?? 0;
        one = Math.imul(one ^ code, 2_654_435_761);
        other = Math.imul(other ^ code, 1_597_334_677);
      }
      one = Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(other ^ (other >>> 13), 3_266_489_909);
      out += (one >>> 0).toString(16).padStart(8, "0");
    }
    return out.slice(0, count);
  }
}

/** A label without the number of things that it counts; a number that is part of it stays ("Step 3"). */
export function uncounted(label: string): string {
  return label.replace(/[(\uff08]\d+[)\uff09]/g, (count) => count.replace(/\d/g, "1"));
}

/** Letters as x, in their case and script; digits as 1. */
function masked(text: string): string {
  return text
    .replace(/\p{Lu}/gu, "X")
    .replace(/\p{Script=Hangul}/gu, "가")
    .replace(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, "ア")
    .replace(/\p{Script=Han}/gu, "某")
    .replace(/(?![X가ア某])[\p{L}\p{M}]/gu, "x")
    .replace(/\p{N}/gu, "1");
}

/** A date stays one, of another day. */
function dateLike(text: string): string {
  const plain = Array.from(text, (character) => (/[年月日년월일]/.test(character) ? character : masked(character))).join("");
  return plain.replace(/1+/g, (digits) => (digits.length === 4 ? "2030" : digits)).slice(0, LONGEST);
}
