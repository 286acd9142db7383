/** Scripts in Firefox's own scope: what there stands in for the DevTools protocol of Chromium. */
import type { Browser } from "puppeteer-core";
import { until } from "./until";

type Result = { type: string; result?: { value?: unknown }; exceptionDetails?: { text: string } };
type Connection = { send(method: string, params: object): Promise<{ result: unknown }> };

/** The extension's ID in Firefox. */
export const FIREFOX_ID = "keyferry@keyferry.example";

/** Has Firefox ask whether hosts may be reached, as it does outside of tests; says no to the question that `press` brings up. */
export async function declines(browser: Browser, press: () => Promise<void>): Promise<void> {
  const prompts = (on: boolean): Promise<string> => asBrowser(browser, `Services.prefs.setBoolPref("extensions.webextOptionalPermissionPrompts", ${String(on)});`);
  await prompts(true);
  try {
    await press();
    await until("Firefox's question", async () => (await asBrowser(browser, `return ${QUESTION}?.state ?? ""`)) === "open", () => asBrowser(browser, `return ${QUESTION}?.outerHTML ?? ""`));
    await asBrowser(browser, `${QUESTION}.querySelector("popupnotification").secondaryButton.click();`);
    await until("the question to go", async () => (await asBrowser(browser, `return ${QUESTION}?.state ?? ""`)) === "closed");
  } finally {
    await prompts(false);
  }
}

/** The panel with Firefox's questions, in the window in front. */
const QUESTION = 'Services.wm.getMostRecentWindow("navigator:browser")?.PopupNotifications.panel';

/**
 * Runs the body of an async function with the rights of the browser itself, in which `extension` is Keyferry's; returns what
 * it returns, as text. Needs `--remote-allow-system-access`, and a Firefox.
 */
export async function asBrowser(browser: Browser, body: string): Promise<string> {
  const { connection } = browser as unknown as { connection: Connection };
  const tree = await connection.send("browsingContext.getTree", { "moz:scope": "chrome" });
  const context = (tree.result as { contexts: { context: string }[] }).contexts[0]?.context;
  const expression = `(async () => {
    const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(FIREFOX_ID)}) ?? {};
    ${body}
  })().then(String)`;
  const answer = await connection.send("script.evaluate", { expression, target: { context }, awaitPromise: true });
  const { type, result, exceptionDetails } = answer.result as Result;
  if (type !== "success") throw new Error(`Firefox itself says: ${exceptionDetails?.text ?? type}`);
  return String(result?.value);
}
