/** The background as the browser runs it: ended for real, and told apart from the one that comes after it. */
import type { WebWorker } from "puppeteer-core";
import type { Driven } from "../browser/driver/launch";
import { asBrowser } from "../browser/driver/privileged";

type Browsing = Pick<Driven, "kind" | "browser">;

/** Ends the background as the browser does when it wants the memory; says how many there were to end. It comes back with the next event. */
export async function killWorker({ kind, browser }: Browsing): Promise<number> {
  if (kind === "firefox") {
    const went = await asBrowser(
      browser,
      `const was = extension.backgroundState;
      if (was === "running") await extension.terminateBackground({ ignoreDevToolsAttached: true });
      return was === "running" && extension.backgroundState !== "running";`,
    );
    return went === "true" ? 1 : 0;
  }
  let ended = 0;
  for (const worker of await workers(browser)) {
    await worker.close().then(() => (ended += 1), () => undefined);
  }
  return ended;
}

/** A name of the background that runs now, which no other has; `undefined` where none runs. */
export async function identity({ kind, browser }: Browsing): Promise<string | undefined> {
  if (kind === "firefox") {
    const id = await asBrowser(browser, `return extension.backgroundState === "running" ? extension.backgroundContext.contextId : ""`);
    return id === "" ? undefined : id;
  }
  const [worker] = await workers(browser);
  return worker?.evaluate(() => ((globalThis as { born?: string }).born ??= crypto.randomUUID())).catch(() => undefined);
}

/** The workers of the extensions in a Chromium; of ours only Keyferry has one. */
export async function workers(browser: Driven["browser"]): Promise<WebWorker[]> {
  const all = await Promise.all([...(await browser.extensions()).values()].map((extension) => extension.workers().catch(() => [])));
  return all.flat();
}
