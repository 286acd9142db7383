/** The core that `inspect` asks, built before it is asked. */
import { execFileSync } from "node:child_process";
import { ROOT } from "../../extension/build/root";

/** Builds it; a core that is up to date costs nothing. */
export function buildCore(): void {
  execFileSync("cargo", ["build", "--quiet", "--locked", "-p", "keyferry-core", "--example", "inspect"], { cwd: ROOT, stdio: "inherit" });
}
