import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { ROOT } from "../../extension/build/root";

type Finding = { code: string; message: string; file?: string };
type Report = { errors: Finding[]; warnings: Finding[]; notices: Finding[] };

test("Mozilla's linter has nothing to say about the Firefox package", () => {
  const args = ["lint", "--source-dir", "out/extension/firefox", "--self-hosted", "--output", "json", "--no-config-discovery"];
  const { errors, warnings, notices } = JSON.parse(lint(args)) as Report;
  const findings = [...errors, ...warnings, ...notices].map(({ code, message, file }) => `${code} ${file ?? ""}: ${message}`);
  assert.deepEqual(findings, []);
});

function lint(args: string[]): string {
  try {
    return execFileSync("node_modules/.bin/web-ext", args, { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  } catch (error) {
    // It ends badly when it has found something; what it found is on its output all the same.
    const { stdout } = error as { stdout?: string };
    if (stdout === undefined || stdout === "") throw error;
    return stdout;
  }
}
