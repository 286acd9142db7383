/**
 * A second extension in the test's browser: it looks into Keyferry's closed shadow roots, as any extension may. With it the
 * tests drive the very package that people install, without a hook of its own.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame } from "puppeteer-core";

/** One element of the overlay, as it stands in its frame. */
export type Part = {
  tag: string;
  id: string;
  classes: string[];
  attributes: Record<string, string>;
  text: string;
  /** Left, top, width and height in the frame's CSS pixels. */
  rect: [number, number, number, number];
  /** It is drawn: neither hidden nor without size. */
  drawn: boolean;
};

/** Writes the witness into `folder`, for the sites given. */
export function writeWitness(folder: string, matches: string[]): void {
  mkdirSync(folder, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: "Witness",
    version: "1",
    content_scripts: [{ matches, js: ["witness.js"], all_frames: true, run_at: "document_start" }],
    browser_specific_settings: { gecko: { id: "witness@keyferry.example" } },
  };
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
  writeFileSync(join(folder, "witness.js"), `(${witness.toString()})();`);
}

/** What Keyferry has drawn in a frame; empty where it has drawn nothing, or the frame is just going away. */
export async function overlay(frame: Frame): Promise<Part[]> {
  try {
    const saw = await frame.evaluate(
      () =>
        new Promise<string>((done) => {
          addEventListener("witness-saw", (event) => { done((event as CustomEvent<string>).detail); }, { once: true });
          dispatchEvent(new CustomEvent("witness-look"));
          // No witness here: a frame that is no portal's.
          done("[]");
        }),
    );
    return JSON.parse(saw) as Part[];
  } catch {
    return [];
  }
}

/** How often a script has written into each field of a frame, by the field's name: one entry for each field there was. */
export async function writes(frame: Frame): Promise<[name: string, times: number][]> {
  const written = await frame
    .evaluate(
      () =>
        new Promise<string>((done) => {
          addEventListener("witness-written", (event) => { done((event as CustomEvent<string>).detail); }, { once: true });
          dispatchEvent(new CustomEvent("witness-count"));
          done("[]");
        }),
    )
    .catch(() => "[]");
  return JSON.parse(written) as [string, number][];
}

/** Runs in the page, beside Keyferry's content script; answers in the same turn. */
function witness(): void {
  type Opener = { openOrClosedShadowRoot?: ShadowRoot | null };
  type Chrome = { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } };
  const api = (globalThis as { chrome?: Chrome }).chrome?.dom;
  // Firefox has it as a property of the element, Chrome as a function of the extension.
  const rootOf = (element: Element): ShadowRoot | null =>
    (element as Opener).openOrClosedShadowRoot ?? api?.openOrClosedShadowRoot(element) ?? null;

  addEventListener("witness-look", () => {
    const parts: Part[] = [];
    for (const parent of [document.documentElement, document.body]) {
      for (const host of parent.children) {
        if (!(host instanceof HTMLElement) || ["HEAD", "BODY"].includes(host.tagName)) continue;
        for (const element of rootOf(host)?.querySelectorAll("*") ?? []) parts.push(describe(element));
      }
    }
    dispatchEvent(new CustomEvent("witness-saw", { detail: JSON.stringify(parts) }));
  });

  const written = new Map<HTMLInputElement, number>();
  addEventListener(
    "input",
    (event) => {
      const [field] = event.composedPath();
      if (!event.isTrusted && field instanceof HTMLInputElement) written.set(field, (written.get(field) ?? 0) + 1);
    },
    true,
  );
  addEventListener("witness-count", () => {
    dispatchEvent(new CustomEvent("witness-written", { detail: JSON.stringify([...written].map(([{ name }, times]) => [name, times])) }));
  });

  // For the benchmark: says when the spotlight has been painted.
  addEventListener("witness-wait", () => {
    const look = (): void => {
      const host = document.querySelector("keyferry-guide");
      const spot = host && rootOf(host)?.querySelector<HTMLElement>(".spot:not([hidden])");
      if (spot && spot.getBoundingClientRect().width > 0) setTimeout(() => dispatchEvent(new CustomEvent("witness-painted")));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });

  function describe(element: Element): Part {
    const { left, top, width, height } = element.getBoundingClientRect();
    return {
      tag: element.localName,
      id: element.id,
      classes: [...element.classList],
      attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
      text: element.textContent.replace(/\s+/g, " ").trim(),
      rect: [left, top, width, height],
      drawn: width > 0 && height > 0 && getComputedStyle(element).visibility === "visible",
    };
  }
}
