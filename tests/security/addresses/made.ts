/** Addresses by the hundred thousand, put together from what is true and what is nearly true. */
import type { Dice } from "../dice";
import { OWN } from "./judge";

const HOSTS = [
  "portal.azure.com", "ms.portal.azure.com", "rc.portal.azure.com", "entra.microsoft.com", "portal.azure.us", "entra.microsoft.us", "portal.azure.cn", "entra.microsoftonline.cn",
  "sandbox-1.reactblade.portal.azure.net", "sandbox-2-34.reactblade-ms.portal.azure.net", "sandbox-7.reactblade.azureportal.usgovcloudapi.net",
  "app-ab13.marketo.com", "app-sjp.marketo.com", "engage-lon.marketo.com", "experience.adobe.com",
  "login.microsoftonline.com", "www.marketo.com", "app.marketo.com", "evil.example", "portal.azure.com.evil.example", "[::1]", "127.0.0.1", "xn--prtal-wqa.azure.com",
];
const SCHEMES = ["https://", "https://", "https://", "https://", "https://", "https://", "HTTPS://", "https:", "https:/", "https:\\\\", "https:/\\", "http://", "ftp://", "wss://", "file://", "blob:https://", "view-source:https://", "ht\ttps://", " https://", "chrome-extension://", ""];
const USERS = ["", "", "", "", "", "", "", "", "user@", "user:word@", "@", ":@", "%40@", "portal.azure.com@", "portal.azure.com:443@", "\\@", "a@b@"];
const PORTS = ["", "", "", "", "", "", "", "", ":", ":443", ":0443", ":80", ":444", ":8443", ":65536", ":4 43", ":\t443"];
const PATHS = [
  "/", "", "#home", "/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade", "/?l=sv.sv-se#@contoso.onmicrosoft.com/blade/x", "/#/@contoso/so:123-ABC-456/marketo-engage/classic/DY0A1",
  "/marketo-engage", "?/marketo-engage", "/practice/azure/", "\\", "/..", "/%2e%2e/", "//evil.example/", "/@evil.example", "\n", ";x", "/\u{1f511}",
];
const STRAYS = [
  "", ".", "-", "_", "~", "%", "%2e", "%00", "%2F", "%61", " ", "\t", "\n", "\\", "/", "@", ":", "#", "?", "&", "\u00ad", "\u200b", "\u200d", "\u2060", "\ufeff", "\u202e", "\u3002", "\uff0e", "\uff61",
  "\u043e", "\u0430", "\u03bf", "\u0131", "\u00df", "\u017f", "\u212a", "\uff41", "\uff2f", "\ud83d\ude00", "a", "o", "0", "1", "x", "evil.", "www.", "xn--", "com.",
];

/** One address, without halves of characters, which no document's address has. */
export function madeAddress(dice: Dice): string {
  return put(dice).replace(/\p{Surrogate}/gu, "");
}

function put(dice: Dice): string {
  if (dice.once(40)) return OWN.replace(/.$/, (last) => (dice.once(4) ? "x" : last)) + dice.pick(["/practice/azure/", "/practice/marketo/index.html#x", "/practice/azure", "/practice/azurex/", "/panel.html", "/practice/../panel.html", "/practice/./azure/x", "/x/practice/azure/", "/practice//azure/", ""]);
  let host = dice.pick(HOSTS);
  // Half of them are not touched at all: a true address must be known as one.
  for (let strays = dice.pick([0, 0, 0, 1, 1, 2, 3]); strays > 0; strays -= 1) host = strayed(host, dice);
  return dice.pick(SCHEMES) + dice.pick(USERS) + host + dice.pick(PORTS) + dice.pick(PATHS);
}

/** The host with something wrong in one place. */
function strayed(host: string, dice: Dice): string {
  const at = dice.below(host.length + 1);
  const stray = dice.pick(STRAYS);
  switch (dice.below(6)) {
    case 0:
      return host.slice(0, at) + stray + host.slice(at + 1);
    case 1:
      return host.slice(0, at) + host.slice(at + 1);
    case 2:
      return host.slice(0, at) + host.slice(at, at + 1).toUpperCase() + host.slice(at + 1);
    case 3:
      return dice.pick([stray + host, host + stray]);
    case 4:
      return host.slice(0, at) + host.slice(at + 1, at + 2) + host.slice(at, at + 1) + host.slice(at + 2);
    default:
      return host.slice(0, at) + stray + host.slice(at);
  }
}
