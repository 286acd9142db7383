/** Makes the toolbar icons from `mark.svg`: `node ts.mjs extension/icons/render.ts`. Run it after a change of the mark. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import { ROOT } from "../build/root";

const folder = join(ROOT, "extension/icons");
const svg = readFileSync(join(folder, "mark.svg"), "utf8");
const browser = await puppeteer.launch({
  executablePath: process.env["KEYFERRY_CHROMIUM"] ?? "/usr/bin/chromium",
  args: ["--force-color-profile=srgb", "--disable-gpu", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
});
try {
  const page = await browser.newPage();
  for (const size of [16, 32, 48, 128]) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${String(size)}px;height:${String(size)}px}</style>${svg}`);
    writeFileSync(join(folder, `${String(size)}.png`), await page.screenshot({ omitBackground: true }));
  }
} finally {
  await browser.close();
}
