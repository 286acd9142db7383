/** Runs one part of a suite, shows what it says, and counts. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../extension/build/root";
import { writeFigure } from "./figures";

/** How many tests passed and failed. */
export type Tally = { passed: number; failed: number };

/** A command that is one test by itself: it passes when it ends well. */
export async function check(name: string, program: string, args: string[], env: Record<string, string> = {}): Promise<Tally> {
  announce(name);
  const { code } = await run(program, args, env);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Rust's tests; an ignored one counts as failed, since nobody would miss it otherwise. */
export async function cargoTests(name: string, args: string[], env: Record<string, string> = {}): Promise<Tally> {
  announce(name);
  const { code, output } = await run("cargo", args, env);
  const sum = { passed: 0, failed: 0 };
  // `figure SUITE NAME VALUE` is how a Rust test says what it measured; cargo shows it with --show-output.
  for (const [, suite = "", figure = "", value] of output.matchAll(/^figure ([\w-]+) ([\w-]+) (-?[\d.]+)$/gm)) writeFigure(suite, figure, Number(value));
  for (const [, passed, failed, ignored] of output.matchAll(/^test result: \w+\. (\d+) passed; (\d+) failed; (\d+) ignored/gm)) {
    sum.passed += Number(passed);
    sum.failed += Number(failed) + Number(ignored);
  }
  return honest(code, sum);
}

/** Node's tests, one file after the other; skipped ones count as failed. */
export async function nodeTests(name: string, files: string[]): Promise<Tally> {
  announce(name);
  const report = join(ROOT, "out/tests", `${name}.tap`);
  rmSync(report, { force: true });
  const reporters = ["--test-reporter=spec", "--test-reporter-destination=stdout", "--test-reporter=tap", `--test-reporter-destination=${report}`];
  const { code } = await run("node", ["--enable-source-maps", "--test", "--test-concurrency=1", ...reporters, ...files], {});
  const tap = existsSync(report) ? readFileSync(report, "utf8") : "";
  const count = (what: string): number => Number(new RegExp(`^# ${what} (\\d+)$`, "m").exec(tap)?.[1] ?? 0);
  return honest(code, { passed: count("pass"), failed: count("fail") + count("cancelled") + count("skipped") + count("todo") });
}

/** Whoever ends badly has at least one failure, whatever it counted. */
function honest(code: number, { passed, failed }: Tally): Tally {
  return { passed, failed: code === 0 ? failed : Math.max(1, failed) };
}

function announce(name: string): void {
  console.log(`\n== ${name}`);
}

function run(program: string, args: string[], env: Record<string, string>): Promise<{ code: number; output: string }> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { cwd: ROOT, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      process.stdout.write(text);
    });
    child.on("error", fail);
    child.on("close", (code) => {
      done({ code: code ?? 1, output });
    });
  });
}
