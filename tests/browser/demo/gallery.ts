/** The gallery of one journey: a picture of every step, one that moves, and a page that shows them. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import gifenc from "gifenc";
import { type Picture, scaled, writePng } from "./picture";

/** One thing the admin did. */
export type Scene = { step: string; title: string; body: string; picture: Picture };


const WIDTH = 960;
const SECONDS = 1.8;

/** Writes the gallery into a folder, in place of what was there. */
export function hang(folder: string, heading: string, scenes: readonly Scene[]): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  scenes.forEach(({ picture }, index) => {
    writeFileSync(join(folder, name(index)), writePng(picture));
  });
  writeFileSync(join(folder, "journey.gif"), moving(scenes.map(({ picture }) => scaled(picture, WIDTH))));
  writeFileSync(join(folder, "index.html"), page(heading, scenes));
}

function moving(pictures: readonly Picture[]): Uint8Array {
  const gif = gifenc.GIFEncoder();
  pictures.forEach(({ data, width, height }, index) => {
    const palette = gifenc.quantize(data, 256);
    const delay = 1000 * (index === pictures.length - 1 ? 3 * SECONDS : SECONDS);
    gif.writeFrame(gifenc.applyPalette(data, palette), width, height, { palette, delay });
  });
  gif.finish();
  return gif.bytes();
}

function page(heading: string, scenes: readonly Scene[]): string {
  const figures = scenes.map(
    ({ step, title, body }, index) =>
      `<figure><img src="${name(index)}" alt="" loading="lazy"><figcaption><b>${text(step)}: ${text(title)}</b><br>${text(body)}</figcaption></figure>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${text(heading)}</title>
<style>
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 1200px; margin: 2rem auto; padding: 0 1rem; color: #1b2a30; background: #f4f7f7; }
  figure { margin: 0 0 2.5rem; }
  img { width: 100%; border: 1px solid #cbd5d8; border-radius: 6px; }
  figcaption { padding: 0.5rem 0.25rem; }
</style>
<h1>${text(heading)}</h1>
<figure><img src="journey.gif" alt="The whole journey"></figure>
${figures.join("\n")}
</html>
`;
}

function name(index: number): string {
  return `${String(index + 1).padStart(2, "0")}.png`;
}

function text(raw: string): string {
  return raw.replace(/[&<>"]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
}
