/** Nothing that a test starts outlives it, however the test ends: returned, thrown, interrupted or killed. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder of our own, and what has to be done with it in the end. */
export type Scratch = {
  folder: string;
  /** From now on the process group of `pid` ends with us. */
  guard(pid: number): void;
  /** Removes the folder; what is guarded has ended by itself before. */
  clear(): void;
};

/** Makes a folder that is gone when this process is, with whatever is guarded. */
export function scratch(): Scratch {
  const folder = mkdtempSync(join(tmpdir(), "keyferry-"));
  const groups: number[] = [];
  // The shell waits for the end of its input, which comes when this process is gone for whatever reason, even SIGKILL:
  // no signal handler can do that. Each line before names one more process group.
  const watchman = spawn(
    "sh",
    ["-c", 'groups=; while read -r group; do groups="$groups $group"; done; for group in $groups; do kill -s KILL -- -"$group"; done; sleep 1; rm -rf -- "$0"', folder],
    { detached: true, stdio: ["pipe", "ignore", "ignore"] },
  );
  watchman.unref();
  watchman.stdin.on("error", () => undefined);
  if ("unref" in watchman.stdin) (watchman.stdin as unknown as { unref(): void }).unref();
  return {
    folder,
    guard(pid) {
      groups.push(pid);
      watchman.stdin.write(`${String(pid)}\n`);
    },
    clear() {
      watchman.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}
