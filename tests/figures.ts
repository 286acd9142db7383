/** What the suites measured, for whoever wants to know: `out/figures.json`, by suite and name. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../extension/build/root";

/** suite -> name -> value */
export type Figures = Record<string, Record<string, number>>;

const FILE = join(ROOT, "out/figures.json");

/** Every figure that was written since `out` was made. */
export function readFigures(): Figures {
  return existsSync(FILE) ? (JSON.parse(readFileSync(FILE, "utf8")) as Figures) : {};
}

/** Writes one figure; the test files of a suite run one after the other, so none is lost. */
export function writeFigure(suite: string, name: string, value: number): void {
  const figures = readFigures();
  figures[suite] = { ...figures[suite], [name]: value };
  mkdirSync(join(ROOT, "out"), { recursive: true });
  writeFileSync(FILE, `${JSON.stringify(figures, null, 2)}\n`);
}

/** The number to use: `full` with `./build.sh test --full`, else `quick`. */
export function sized(quick: number, full: number): number {
  return process.env["KEYFERRY_FULL"] === "1" ? full : quick;
}
