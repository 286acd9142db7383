import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { test } from "node:test";
import { buildSync } from "esbuild";
import { ROOT } from "../../extension/build/root";

/** A program that listens on a port until it is told to end, or nobody is left who started it. */
function program(): string {
  const { outputFiles } = buildSync({ entryPoints: [join(ROOT, "www/server/parent.ts")], bundle: true, format: "esm", platform: "node", write: false });
  return `${outputFiles[0]?.text ?? ""}
    import { createServer } from "node:net";
    const server = createServer().listen(0, "127.0.0.1", () => console.log(process.pid));
    endWithParent(() => new Promise((done) => server.close(() => { console.log("closed"); done(); })));`;
}

test("what was started for a moment ends with the process that started it", async () => {
  // The shell is gone as soon as the program listens, which then is nobody's child; its output ends when it does.
  const shell = spawn("sh", ["-c", 'node --input-type=module -e "$0" & read -r _', program()], { stdio: ["pipe", "pipe", "inherit"] });
  let said = "";
  shell.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
    shell.stdin.end("\n");
  });
  await once(shell.stdout, "end");
  assert.match(said, /^[0-9]+\nclosed\n$/);
});

test("SIGTERM closes first and then does what it always does", async () => {
  const child = spawn(process.execPath, ["--input-type=module", "-e", program()], { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    if (said === "") child.kill("SIGTERM");
    said += text;
  });
  const [code, signal] = (await once(child, "close")) as [number | null, string | null];
  assert.deepEqual([code, signal], [null, "SIGTERM"]);
  assert.match(said, /closed\n$/);
});
