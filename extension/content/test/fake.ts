/** A runtime that the whole content script can be tested with, in a page of its own; `tests/browser` tests it with the real one. */
import type { FromPage, ToPage } from "../../messages";

type OnMessage = (message: unknown, sender: { id?: string; tab?: unknown }) => void;
type OnChanged = (changes: Record<string, { newValue?: unknown }>, area: string) => void;

/** What a test does with it, and what it has heard. */
export type Fake = {
  heard: FromPage[];
  /** The names of the ports that are open. */
  lines: string[];
  watch(on: boolean): void;
  down(message: ToPage, sender?: { id?: string; tab?: unknown }): void;
  orphan(): void;
};

/** Puts the runtime into the page; runs there, so it may use nothing from outside of it. */
export function fake(): void {
  const onMessage: OnMessage[] = [];
  const onChanged: OnChanged[] = [];
  const heard: FromPage[] = [];
  const lines: string[] = [];
  const runtime: { id?: string; sendMessage: unknown; connect: unknown; onMessage: unknown } = {
    id: "keyferry",
    sendMessage: (message: FromPage) => {
      if (runtime.id === undefined) throw new Error("Extension context invalidated.");
      heard.push(message);
      return Promise.resolve();
    },
    connect: ({ name }: { name: string }) => {
      lines.push(name);
      return { onDisconnect: { addListener: () => undefined }, disconnect: () => lines.splice(lines.indexOf(name), 1) };
    },
    onMessage: { addListener: (listener: OnMessage) => onMessage.push(listener) },
  };
  const storage = {
    local: { get: () => Promise.resolve({}) },
    onChanged: { addListener: (listener: OnChanged) => onChanged.push(listener) },
  };
  const browser = { runtime, storage };
  const page = globalThis as unknown as { fake: Fake; browser: typeof browser; chrome: typeof browser };
  page.browser = page.chrome = browser;
  page.fake = {
    heard,
    lines,
    watch: (on) => {
      for (const listener of onChanged) listener({ watch: { newValue: on } }, "local");
    },
    down: (message, sender = { id: "keyferry" }) => {
      for (const listener of onMessage) listener(message, sender);
    },
    orphan: () => delete runtime.id,
  };
}
