/** One look at pages of several sizes. */
import { build } from "esbuild";
import { ROOT } from "../../extension/build/root";
import type { look } from "../../extension/content/sight";
import { type Kind, launch } from "../browser/driver/launch";
import type { Figure } from "./main";
import { median } from "./median";

const BUDGET = 4;

/** How long one pass of *sight* takes on a page with so many nodes. */
export async function sightPasses(kind: Kind): Promise<Figure[]> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    stdin: { contents: 'import { look } from "./extension/content/sight"; globalThis.look = look;', resolveDir: ROOT, loader: "ts" },
    bundle: true,
    write: false,
    format: "iife",
    define: { __TEST__: "false" },
  });
  const sight = outputFiles[0]?.text ?? "";
  const driven = await launch(kind);
  try {
    const figures: Figure[] = [];
    for (const nodes of [1_000, 8_000, 30_000, 100_000]) {
      const page = await driven.browser.newPage();
      await page.evaluate(fillPage, nodes);
      await page.evaluate(sight);
      const times = await page.evaluate(timeLooks, nodes > 20_000 ? 7 : 25);
      figures.push({ what: `one look at a page of ${nodes.toLocaleString("en")} nodes`, value: median(times), unit: "ms", ...(nodes === 8_000 ? { atMost: BUDGET } : {}) });
      await page.close();
    }
    return figures;
  } finally {
    await driven.close();
  }
}

/** A portal's page: commands, a form, and a long grid, most of it below the window's edge. */
function fillPage(nodes: number): void {
  const make = (tag: string, attributes: Record<string, string>, ...children: (Node | string)[]): HTMLElement => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };
  const bar = make("div", { role: "toolbar" }, ...["New registration", "Endpoints", "Refresh"].map((name) => make("div", { role: "button", tabindex: "0" }, name)));
  const grid = make("div", { role: "grid" });
  document.body.append(bar, make("label", { for: "name" }, "Name"), make("input", { id: "name" }), grid);
  for (let count = 9, row = 0; count < nodes; count += 8, row += 1) {
    const link = make("a", { href: `#app/${String(row)}` }, `Application ${String(row)}`);
    const cells = [make("span", {}, link), make("span", {}, "5f0c2b1e-84d1-4a7e-9c39-1c2d7a30b1ff"), make("span", {}, "5/22/2027")];
    grid.append(make("div", { role: "row" }, ...cells.map((cell) => make("div", { role: "gridcell" }, cell)).slice(0, 3)));
  }
}

function timeLooks(times: number): number[] {
  const sight = (globalThis as unknown as { look: typeof look }).look;
  // The first looks find the engine cold.
  for (let count = 0; count < 10; count += 1) sight(document);
  return Array.from({ length: times }, () => {
    const start = performance.now();
    sight(document);
    return performance.now() - start;
  });
}
