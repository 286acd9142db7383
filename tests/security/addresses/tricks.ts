/**
 * Addresses by hand: what people and attackers write in place of a real one, each with what must come of it. In the templates
 * `%H` stands for a real host, `%P` for a path of its portal.
 */

/** A real host, its path, and whose it is. */
const HOSTS = [
  ["portal.azure.com", "/#view/x", "azure"],
  ["ms.portal.azure.com", "/#home", "azure"],
  ["entra.microsoft.com", "/#view/x", "azure"],
  ["portal.azure.us", "/#home", "azure"],
  ["entra.microsoft.us", "/#home", "azure"],
  ["portal.azure.cn", "/?l=sv#home", "azure"],
  ["app-ab13.marketo.com", "/#DY0A1", "marketo"],
  ["engage-ab.marketo.com", "/?munchkinId=123-ABC-456#/classic/DY0A1", "marketo"],
  ["experience.adobe.com", "/#/@contoso/so:123-ABC-456/marketo-engage/classic/DY0A1", "marketo"],
] as const;

/** Strange to look at, and yet the browser goes to the real host and nowhere else. */
const REAL = [
  "https://%H%P",
  "HTTPS://%H%P",
  "hTtPs://%H%P",
  "https:%H%P",
  "https:/%H%P",
  "https:///%H%P",
  "https:\\\\%H%P",
  "https:/\\%H%P",
  "https://%H\\%P",
  "https://%H:443%P",
  "https://%H:0443%P",
  "https://%H:%P",
  "https://@%H%P",
  "https://:@%H%P",
  "  https://%H%P",
  "\u0001https://%H%P",
  "https://%H%P \n",
  "ht\ntps://%H%P",
  "https\t://%H%P",
  "https:/\r/%H%P",
  "https://%H\t%P",
  "https://%H\\@evil.example%P",
  "https://%H/@evil.example%P",
  "https://%H/../..%P",
  "https://%H//evil.example%P",
  "https://{HIGH}%P",
  "https://{WIDE}%P",
  "https://{ESCAPED}%P",
  "https://{TABBED}%P",
  "https://{IDEOGRAPHIC}%P",
  "https://{SOFT}%P",
];

/** Everything else is nobody's. */
const FALSE = [
  // Another scheme, or none.
  "http://%H%P", "ftp://%H%P", "ws://%H%P", "wss://%H%P", "file://%H%P", "file:///%H%P", "filesystem:https://%H%P", "blob:https://%H%P", "view-source:https://%H%P",
  "data:text/html,https://%H%P", "javascript:location='https://%H%P'", "about:blank#https://%H%P", "about:srcdoc", "mailto:kim@%H%P", "feed:https://%H%P",
  "jar:https://%H%P!/x", "intent://%H%P", "chrome://%H%P", "moz-extension://%H%P", "chrome-extension://%H%P", "httpss://%H%P", "https;//%H%P", "//%H%P", "%H%P", "%H:443%P", "xhttps://%H%P", "https://", "https:", "",
  // Who comes before the host.
  "https://user@%H%P", "https://user:word@%H%P", "https://:word@%H%P", "https://%H@evil.example%P", "https://%H:443@evil.example%P", "https://%H%2f@evil.example%P",
  "https://%H%40evil.example%P", "https://evil.example\\@%H%P", "https://evil.example/@%H%P", "https://evil.example#@%H%P", "https://evil.example?@%H%P",
  "https://evil.example%00@%H%P", "https://%H\u00a0@evil.example%P",
  // What comes around it.
  "https://%H.%P", "https://%H..%P", "https://.%H%P", "https://%H.evil.example%P", "https://%H-evil.example%P", "https://%H.com%P", "https://a.b.%H%P", "https://-.-.%H%P",
  "https://%H1%P", "https://%H%2eevil.example%P", "https://%H%00.evil.example%P", "https://%H%20%P", "https://%H%23.evil.example%P",
  "https://%H,evil.example%P", "https://%H;evil.example%P", "https://%H&evil.example%P", "https://%H=evil.example%P", "https://%H_evil.example%P", "https://%H|%P",
  "https://[%H]%P", "https://%H[%P", "https://%H^%P", "https://%H<%P", "https://%H>.evil.example%P", "https://%H\u202e%P", "https://%H\u200f%P", "https://evil.example/%H%P",
  "https://evil.example/https://%H%P", "https://evil.example/?to=https://%H%P", "https://evil.example/#https://%H%P", "https://evil.example\\%H%P", "https://localhost/%H%P", "https://127.0.0.1/%H%P",
  // Another port.
  "https://%H:80%P", "https://%H:444%P", "https://%H:8443%P", "https://%H:0%P", "https://%H:65535%P", "https://%H:65536%P", "https://%H:443443%P", "https://%H:44 3%P", "https://%H:x%P", "https://%H:-443%P",
  // Look-alikes.
  "https://{CYRILLIC}%P", "https://{GREEK}%P", "https://{SMALL}%P", "https://{MERGED}%P", "https://{DASHED}%P", "https://{PUNY}%P", "https://{TOP}%P", "https://{SWAPPED}%P", "https://{SHORT}%P", "https://{DOUBLED}%P",
];

/** The host in another dress; where a dress leaves it as it is, there is no trick. */
const DRESSES: Record<string, (host: string) => string> = {
  HIGH: (host) => host.toUpperCase(),
  WIDE: (host) => host.replace(/[a-z]/g, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0)),
  ESCAPED: (host) => host.replace(/[aeo]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
  TABBED: (host) => host.replace(".", "\t.\n"),
  IDEOGRAPHIC: (host) => host.replace(/\./g, "\u3002"),
  SOFT: (host) => host.replace(".", "\u00ad."),
  CYRILLIC: (host) => host.replace("o", "\u043e"),
  GREEK: (host) => host.replace("o", "\u03bf"),
  SMALL: (host) => host.replace("a", "\u0251"),
  MERGED: (host) => host.replace(/m(?!.*m)/, "rn"),
  DASHED: (host) => host.replace(".", "-"),
  PUNY: (host) => host.replace(".", ".xn--"),
  TOP: (host) => host.replace(/\.[a-z]+$/, ".co"),
  SWAPPED: (host) => host.replace("ar", "ra").replace("ic", "ci").replace("do", "od"),
  SHORT: (host) => host.replace(/(zure|soft|keto|dobe)/, (part) => part.slice(1)),
  DOUBLED: (host) => host.replace(/(zure|soft|keto|dobe)/, (part) => `${part.slice(0, 1)}${part}`),
};

/** One address and what must come of it. */
export type Trick = { address: string; whose: string };

/** All of them, on every host. */
export const TRICKS: readonly Trick[] = HOSTS.flatMap(([host, path, whose]) => [
  ...REAL.flatMap((template) => written(template, host, path, whose)),
  ...FALSE.flatMap((template) => written(template, host, path, "nobody")),
]);

/** The trick; none where the host has nothing that the dress could change. */
function written(template: string, host: string, path: string, whose: string): Trick[] {
  const dressed = template.replace(/\{(\w+)\}/, (_, dress: string) => DRESSES[dress]?.(host) ?? "");
  if (template.includes("{") && dressed.includes(host)) return [];
  return [{ address: dressed.replaceAll("%H", host).replaceAll("%P", path), whose }];
}
