/** One look at pages of several shapes and sizes. */
import { build } from "esbuild";
import { ROOT } from "../../extension/build/root";
import type { Memory } from "../../extension/content/memory";
import type { look } from "../../extension/content/sight";
import { type Kind, launch } from "../browser/driver/launch";
import type { Figure } from "./main";
import { median } from "./median";
import { GRID, OPEN, SHAPES } from "./shapes";

const BUDGET = 4;
/** A page of 100,000 nodes costs no more than so many times one of 1,000, when the same 1,000 are open. */
const TIMES = 3;

/** How long one pass of *sight* takes. */
export async function sightPasses(kind: Kind): Promise<Figure[]> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    stdin: { contents: 'import { Memory } from "./extension/content/memory"; import { look } from "./extension/content/sight"; Object.assign(globalThis, { look, Memory });', resolveDir: ROOT, loader: "ts" },
    bundle: true,
    write: false,
    format: "iife",
    define: { __TEST__: "false" },
  });
  const sight = outputFiles[0]?.text ?? "";
  const driven = await launch(kind);
  try {
    const figures: Figure[] = [];
    const measure = async (what: string, fill: (nodes: number) => void, nodes: number): Promise<number[]> => {
      const medians: number[] = [];
      const page = await driven.browser.newPage();
      await page.evaluate(fill, nodes);
      await page.evaluate(sight);
      const budget = nodes === 8_000 ? { atMost: BUDGET } : {};
      for (const again of [false, true]) {
        const times = await page.evaluate(timeLooks, nodes > 20_000 ? 7 : 25, again);
        medians.push(median(times));
        figures.push({ what: `${again ? "another" : "the first"} look at ${what} of ${nodes.toLocaleString("en")} nodes`, value: median(times), unit: "ms", ...budget });
      }
      await page.close();
      return medians;
    };
    for (const { name, fill } of SHAPES) await measure(name, fill, 8_000);
    for (const nodes of [1_000, 30_000, 100_000]) await measure(GRID.name, GRID.fill, nodes);
    for (const { name, fill } of OPEN) {
      const alone = await measure(name, fill, 1_000);
      const many = await measure(name, fill, 100_000);
      for (const [at, which] of ["the first", "another"].entries()) {
        figures.push({ what: `${which} look, 100,000 nodes to 1,000: ${name}`, value: (many[at] ?? NaN) / (alone[at] ?? NaN), unit: "x", atMost: TIMES });
      }
    }
    return figures;
  } finally {
    await driven.close();
  }
}

/** `again`: as the watch looks, which remembers what is out of sight, until something in it changes. */
function timeLooks(times: number, again: boolean): number[] {
  const { look: sight, Memory: Remembered } = globalThis as unknown as { look: typeof look; Memory: typeof Memory };
  // The first looks find the engine cold.
  const memory = new Remembered();
  const once = (): unknown => (again ? sight(document, null, memory) : sight(document));
  for (let count = 0; count < 10; count += 1) once();
  return Array.from({ length: times }, () => {
    const start = performance.now();
    once();
    return performance.now() - start;
  });
}
