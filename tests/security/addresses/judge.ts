/**
 * An independent reference for whose an address is: it looks at the parts that a URL parser found, never at the text. Written from
 * the lists of hosts, not from the core.
 */

/** The parts of an address as a URL parser found them; `null`: it is no address. */
export type Parts = { href: string; protocol: string; username: string; password: string; hostname: string; port: string; pathname: string; rest: string } | null;

/** Takes an address apart. Must hold in itself: it also runs in a page, where nothing of this file is. */
export function parse(address: string): Parts {
  try {
    const { href, protocol, username, password, hostname, port, pathname, search, hash } = new URL(address);
    return { href, protocol, username, password, hostname, port, pathname, rest: pathname + search + hash };
  } catch {
    return null;
  }
}

/** The extension's own origin in these tests; the core is told the same (`src/core/examples/addresses.rs`). */
export const OWN = "chrome-extension://abcdefghijklmnopabcdefghijklmnop";

const AZURE = new Set(["portal.azure.com", "entra.microsoft.com", "portal.azure.us", "entra.microsoft.us", "portal.azure.cn", "entra.microsoftonline.cn"]);
const BLADES = new Set([
  "reactblade.portal.azure.net",
  "reactblade-ms.portal.azure.net",
  "reactblade-rc.portal.azure.net",
  "reactblade.azureportal.usgovcloudapi.net",
  "reactblade.azureportal.chinacloudapi.cn",
]);

/** Whose the document at `address` is, inside the top document at `top` (`undefined`: it is the top document itself). */
export function judge(address: Parts, top?: Parts): string {
  const own = owner(address);
  if (top === undefined || top?.href === address?.href) return own.alone ? own.whose : "nobody";
  const above = owner(top);
  return above.alone && above.whose === own.whose ? own.whose : "nobody";
}

/** Whose an address is, and whether it may stand alone, without a page of the same portal around it. */
function owner(parts: Parts): { whose: string; alone: boolean } {
  const nobody = { whose: "nobody", alone: false };
  if (parts === null) return nobody;
  if (parts.username !== "" || parts.password !== "" || parts.port !== "") return nobody;
  const { protocol, hostname, pathname, rest } = parts;
  if (`${protocol}//${hostname}` === OWN) {
    const [, practice, site] = pathname.split("/");
    return practice === "practice" && (site === "azure" || site === "marketo") ? { whose: `practice ${site}`, alone: true } : nobody;
  }
  if (protocol !== "https:") return nobody;
  const labels = hostname.split(".");
  const [first = "", ...others] = labels;
  const parent = others.join(".");
  if (AZURE.has(hostname) || (parent === "portal.azure.com" && isLabel(first))) return { whose: "azure", alone: true };
  if (BLADES.has(parent) && /^sandbox-\d+(-\d+)*$/.test(first)) return { whose: "azure", alone: false };
  if (parent === "marketo.com" && /^(app|engage)-[a-z0-9]+$/.test(first)) return { whose: "marketo", alone: true };
  if (hostname === "experience.adobe.com" && rest.includes("/marketo-engage")) return { whose: "marketo", alone: true };
  return nobody;
}

function isLabel(text: string): boolean {
  return /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(text);
}
