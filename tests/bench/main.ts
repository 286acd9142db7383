/** `./build.sh bench`: sizes and speeds, as a table and as `out/bench.json`. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../extension/build/root";
import type { Kind } from "../browser/driver/launch";
import { mutations } from "./mutations";
import { BUDGETS, sizeOf } from "./sizes";
import { sightPasses } from "./sight";
import { spotlights } from "./spotlight";

/** One figure, with the most that it should be. */
export type Figure = { what: string; value: number; unit: "B" | "ms" | "x"; atMost?: number };

const kind: Kind = process.argv.includes("firefox") ? "firefox" : "chromium";

const figures: Figure[] = BUDGETS.flatMap(({ name, file, raw, gz }) => {
  const size = sizeOf(readFileSync(join(ROOT, file)));
  return [
    { what: `${name}, as it is`, value: size.raw, unit: "B", ...(Number.isFinite(raw) ? { atMost: raw } : {}) },
    { what: `${name}, packed`, value: size.gz, unit: "B", atMost: gz },
  ];
});
figures.push(...(await sightPasses(kind)), ...(await spotlights(kind)), ...(await mutations(kind)));

for (const { what, value, unit, atMost } of figures) {
  const shown = `${unit === "B" ? value.toLocaleString("en") : value.toFixed(2)} ${unit}`;
  console.log(`${what.padEnd(64)} ${shown.padStart(14)}${atMost === undefined ? "" : `   at most ${atMost.toLocaleString("en")}${value > atMost ? "  OVER" : ""}`}`);
}
writeFileSync(join(ROOT, "out/bench.json"), `${JSON.stringify({ browser: kind, figures }, null, 2)}\n`);
