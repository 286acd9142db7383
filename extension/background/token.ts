/** The one request that Keyferry ever makes, when a person asks whether the pair works: for a token, which is let go of unread. */
import type { Outcome } from "../generated/core";
import { api, OWN_ORIGIN } from "./api";

/** How it ended, and the numbers of Microsoft's refusal. */
export type Answered = { outcome: Outcome; codes: number[] };

/** So long an answer may take, in milliseconds; a worker that does nothing else is left in peace for twice as long. */
const PATIENCE = 15_000;
/** Microsoft's refusals have two kilobytes. In bytes. */
const LONGEST = 65_536;
/** The number of the session rule. */
const RULE = 1;

/** Asks at this address; `body` makes the request's body at the instant of sending, or nothing where there is nothing to send any more. */
export async function askForToken(url: string, body: () => URLSearchParams | undefined): Promise<Answered> {
  const { origin } = new URL(url);
  if (!(await api.permissions.contains({ origins: [`${origin}/*`] }))) return ended("NotAllowed");
  await layRule(url);
  try {
    return await send(url, body);
  } finally {
    await dropRule();
  }
}

async function send(url: string, body: () => URLSearchParams | undefined): Promise<Answered> {
  const signal = AbortSignal.timeout(PATIENCE);
  try {
    const sent = body();
    if (sent === undefined) return ended("NotAllowed");
    // Neither a cookie of the person's goes with it, nor is the answer kept, nor followed elsewhere.
    const response = await fetch(url, { method: "POST", body: sent, signal, redirect: "manual", credentials: "omit", cache: "no-store", referrerPolicy: "no-referrer" });
    return await read(response);
  } catch {
    return ended(signal.aborted ? "TimedOut" : "Offline");
  }
}

async function read(response: Response): Promise<Answered> {
  const { body, headers, ok, status, type } = response;
  if (type === "opaqueredirect" || (status >= 300 && status < 400)) return ended("Redirected");
  const isJson = /^application\/json\b/i.test(headers.get("content-type") ?? "");
  if (ok || !isJson) {
    // It holds the token.
    await body?.cancel();
    return ended(ok && isJson ? "Granted" : "Strange");
  }
  const text = await short(response);
  if (text === undefined) return ended("TooLong");
  const codes = codesIn(text);
  return codes === undefined ? ended("Strange") : { outcome: "Refused", codes };
}

/** The text, if it is not too long. */
async function short({ body }: Response): Promise<string | undefined> {
  const decoder = new TextDecoder();
  const reader = body?.getReader();
  let [text, length] = ["", 0];
  for (;;) {
    const piece = await reader?.read();
    if (piece?.value === undefined) return text + decoder.decode();
    length += piece.value.length;
    if (length > LONGEST) {
      await reader?.cancel();
      return undefined;
    }
    text += decoder.decode(piece.value, { stream: true });
  }
}

/** Microsoft says not to depend on the words of a refusal: its numbers are all that is taken. */
function codesIn(text: string): number[] | undefined {
  try {
    const { error, error_codes } = JSON.parse(text) as { error?: unknown; error_codes?: unknown };
    if (typeof error !== "string") return undefined;
    const list: unknown[] = Array.isArray(error_codes) ? error_codes : [];
    return list.filter((code): code is number => Number.isInteger(code) && Number(code) > 0 && Number(code) < 2 ** 31).slice(0, 8);
  } catch {
    return undefined;
  }
}

/** The service refuses this kind of request where it names a page's origin; an extension's is none that it knows. */
async function layRule(url: string): Promise<void> {
  const rule = {
    id: RULE,
    condition: { urlFilter: `|${url}|`, initiatorDomains: [new URL(`${OWN_ORIGIN}/`).hostname], requestMethods: ["post"], resourceTypes: ["xmlhttprequest"] },
    action: { type: "modifyHeaders", requestHeaders: [{ header: "origin", operation: "remove" }] },
  } as chrome.declarativeNetRequest.Rule;
  await api.declarativeNetRequest.updateSessionRules({ removeRuleIds: [RULE], addRules: [rule] });
}

/** Takes the rule back, if it is there. */
export async function dropRule(): Promise<void> {
  await api.declarativeNetRequest.updateSessionRules({ removeRuleIds: [RULE] });
}

function ended(outcome: Outcome): Answered {
  return { outcome, codes: [] };
}
