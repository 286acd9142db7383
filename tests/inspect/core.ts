/** The Rust core as a process: one page per line in, one sighting per line out. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** What the core makes of one page. */
export type CoreSighting = {
  site: string | null;
  screen: string | null;
  language: string | null;
  facts: Record<string, unknown>;
  targets: Record<string, { node: number }>;
  why?: Why;
};

/** What the core weighed for a page; `Handle` is how it names an element. */
export type Why<Handle = { node: number }> = {
  page: string[];
  screens: { screen: string; on: string; shown: boolean; for: string[]; against: string[]; missing: string[] }[];
  targets: Record<string, { outcome: string; candidates: (Handle & { chosen: boolean; for: string[]; against: string[] })[] }>;
};

/** A running core. */
export type Core = {
  recognise: (page: unknown) => Promise<CoreSighting>;
  close: () => Promise<void>;
};

/** Starts the example `inspect` of the core crate; `why`: it says also what it weighed. */
export function startCore(program: string, why = false): Core {
  const child = spawn(program, why ? ["--why"] : [], { stdio: ["pipe", "pipe", "inherit"] });
  const failed = new Promise<never>((_, reject) => {
    child.once("error", (error) => reject(new Error(`cannot start ${program}: ${error.message}`)));
  });
  failed.catch(() => undefined); // Whoever waits for an answer hears of it.
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async recognise(page) {
      child.stdin.write(`${JSON.stringify(page)}\n`);
      const line = await Promise.race([lines.next(), failed]);
      if (line.done === true) throw new Error("the core ended");
      return JSON.parse(line.value) as CoreSighting;
    },
    async close() {
      child.stdin.end();
      if (child.exitCode === null && child.pid !== undefined) await once(child, "exit");
    },
  };
}
