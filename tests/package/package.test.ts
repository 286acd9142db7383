import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { ROOT } from "../../extension/build/root";
import { zip } from "../../extension/build/zip";

const elsewhere = mkdtempSync(join(tmpdir(), "keyferry-package-"));
after(() => {
  rmSync(elsewhere, { recursive: true, force: true });
});

function pack(folder: string): Map<string, string> {
  execFileSync(join(folder, "build.sh"), ["package"], { stdio: ["ignore", "ignore", "inherit"] });
  return new Map(
    readdirSync(join(folder, "out"))
      .filter((name) => name.endsWith(".zip"))
      .map((name) => [name, createHash("sha256").update(readFileSync(join(folder, "out", name))).digest("hex")]),
  );
}

test("a clean build in another folder makes the same bytes", () => {
  const here = pack(ROOT);
  assert.deepEqual([...here.keys()].map((name) => name.replace(/-[0-9.]+\.zip$/, "")).sort(), ["keyferry-chrome", "keyferry-firefox", "keyferry-source"]);

  const copy = join(elsewhere, "keyferry");
  const left = new Set(["out", "target", "node_modules", ".git"].map((name) => join(ROOT, name)));
  cpSync(ROOT, copy, { recursive: true, filter: (path) => !left.has(path) });
  // The npm packages are the lock file's, byte for byte; only what is built from them is built again.
  symlinkSync(realpathSync(join(ROOT, "node_modules")), join(copy, "node_modules"));
  assert.deepEqual(pack(copy), here);
});

test("the packages hold what is needed and no path of the machine that built them", () => {
  for (const browser of ["chrome", "firefox"]) {
    const folder = join(ROOT, "out/extension", browser);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const strange = files.map((entry) => entry.name).filter((name) => !/\.(js|wasm|json|html|css|png|svg|txt)$/.test(name));
    assert.deepEqual(strange, []);
    for (const entry of files) {
      const content = readFileSync(join(entry.parentPath, entry.name), "latin1");
      for (const path of [ROOT, process.env["HOME"] ?? "/root", "sourceMappingURL"]) {
        assert.ok(!content.includes(path), `${entry.name} names ${path}`);
      }
    }
  }
});

test("a zip file can be read by others and does not depend on the order of its files", () => {
  const files: [string, Buffer][] = [["b/ü.txt", Buffer.from("two".repeat(999))], ["a.txt", Buffer.from("")]];
  const one = zip(new Map(files));
  assert.deepEqual(zip(new Map(files.reverse())), one);
  const listed = execFileSync("node", ["-e", READ, one.toString("base64")], { cwd: ROOT, encoding: "utf8" });
  assert.deepEqual(JSON.parse(listed), { "a.txt": "", "b/ü.txt": "two".repeat(999) });
});

/** Reads a zip file with another's code. */
const READ = `
  const Zip = require("adm-zip");
  const entries = new Zip(Buffer.from(process.argv[1], "base64")).getEntries();
  console.log(JSON.stringify(Object.fromEntries(entries.map((entry) => [entry.entryName, entry.getData().toString()]))));`;
