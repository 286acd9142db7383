/**
 * `node ts.mjs tests/run.ts [--full] [--only PART] SUITE ...`: runs the suites named, and ends with the sum of them all:
 * `N passed, N failed`. `--only` takes the test files alone whose path holds PART; `--full` runs long suites at full size.
 */
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { ROOT } from "../extension/build/root";
import { cargoTests, check, nodeTests, type Tally } from "./tally";

type Part = () => Promise<Tally>;

/** The tests that drive a browser, wherever they stand. */
const IN_BROWSER = /^(tests\/(browser|panel)|extension\/content\/(guide|hand|main|memory|sight|watch))/;

const SUITES: Record<string, Part[]> = {
  unit: [
    () => cargoTests("Rust", ["test", "--workspace", "--all-features", "--locked", "--", "--show-output", "--skip", "proof::"]),
    () => typescript("unit", (path) => /^(extension|www)\//.test(path) && !IN_BROWSER.test(path)),
  ],
  lint: [
    () => check("cargo fmt", "cargo", ["fmt", "--all", "--check"]),
    () => check("cargo clippy", "cargo", ["clippy", "--quiet", "--locked", "--workspace", "--all-targets", "--all-features", "--", "-D", "warnings"]),
    () => check("cargo doc", "cargo", ["doc", "--quiet", "--locked", "--workspace", "--all-features", "--no-deps"], { RUSTDOCFLAGS: "-D warnings" }),
    () => check("cargo deny", "cargo-deny", ["--locked", "check", "--hide-inclusion-graph", "bans", "licenses", "sources"]),
    () => check("tsc", "node_modules/.bin/tsc", ["--project", "."]),
    () => check("eslint", "node_modules/.bin/eslint", ["--max-warnings", "0", "."]),
    () => typescript("lint", (path) => path.startsWith("tests/lint/")),
  ],
  pages: [() => typescript("pages", (path) => /^tests\/(pages|inspect)\//.test(path))],
  package: [() => typescript("package", (path) => path.startsWith("tests/package/"))],
  browser: [() => typescript("browser", (path) => IN_BROWSER.test(path))],
  security: [
    // `--only` takes TypeScript files alone.
    () => values.only !== undefined ? Promise.resolve({ passed: 0, failed: 0 }) : cargoTests("Rust's proofs", ["test", "--package", "keyferry-core", "--lib", "--profile", "proof", "--locked", "--", "proof::", "--show-output"], { KEYFERRY_PROOF: "1" }),
    () => typescript("security", (path) => path.startsWith("tests/security/")),
  ],
  faults: [() => typescript("faults", (path) => path.startsWith("tests/faults/"))],
};

const { values, positionals: wanted } = parseArgs({ allowPositionals: true, options: { full: { type: "boolean" }, only: { type: "string" } } });
if (values.full === true) process.env["KEYFERRY_FULL"] = "1";
const sum: Tally = { passed: 0, failed: 0 };
for (const name of wanted.length > 0 ? wanted : Object.keys(SUITES)) {
  for (const part of SUITES[name] ?? []) {
    const { passed, failed } = await part();
    sum.passed += passed;
    sum.failed += failed;
  }
}
console.log(`${String(sum.passed)} passed, ${String(sum.failed)} failed`);
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;

/** Bundles the test files that `belongs` and runs them, one after the other: they share two cores and the browsers. */
async function typescript(suite: string, belongs: (path: string) => boolean): Promise<Tally> {
  const outdir = join(ROOT, "out/tests", suite);
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(outdir, { recursive: true });
  const entryPoints = sources().filter((path) => /\.test\.tsx?$/.test(path) && belongs(path) && path.includes(values.only ?? ""));
  if (entryPoints.length === 0) return { passed: 0, failed: 0 };
  await build({
    absWorkingDir: ROOT,
    entryPoints,
    outbase: ".",
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    jsx: "automatic",
    sourcemap: "inline",
    define: { __TEST__: "true" },
    logLevel: "warning",
  });
  return nodeTests(suite, entryPoints.map((path) => join(outdir, path.replace(/\.tsx?$/, ".mjs"))));
}

function sources(): string[] {
  return ["extension", "www", "tests"].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
      .sort(),
  );
}
