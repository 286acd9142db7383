import { gzipSync } from "node:zlib";

/** Bytes as they are and as gzip packs them. */
export type Size = { raw: number; gz: number };

/** The most that a file may weigh. */
export type Budget = { name: string; file: string } & Size;

/** The budgets of a release build: what is reached, so that it can only get better. The aims stand in ARCHITECTURE.md, "Sizes". */
export const BUDGETS: readonly Budget[] = [
  { name: "content script", file: "out/extension/chrome/content.js", raw: Infinity, gz: 14_760 },
  { name: "core", file: "out/extension/chrome/background_bg.wasm", raw: 461_500, gz: 191_400 },
  { name: "panel", file: "out/extension/chrome/panel_bg.wasm", raw: 169_300, gz: 56_900 },
];

/** The size of some content. */
export function sizeOf(content: Uint8Array): Size {
  return { raw: content.length, gz: gzipSync(content, { level: 9 }).length };
}
