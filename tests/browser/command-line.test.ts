/**
 * The commands for a shell as they stand in the panel, really run: the test of a pair with curl against the sign-in service under
 * its real name, and the Azure half with an `az` that writes down what it is given. Both are taken from the core, as the panel does.
 */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Recipe } from "../../extension/generated/core";
import { startPractice } from "../../www/server/practice";
import { type TokenRequest, likeMicrosoft, refusal, TOKEN } from "../../www/server/token";
import type { World } from "../../www/practice/world";
import { findIn, tracesOf } from "../security/traces";
import { scratch } from "./driver/tidy";
import { until } from "./driver/until";
import { takeHelm } from "./helm";
import { during } from "./voyage";

test("the commands for a shell do what they say, and give the secret away nowhere", () =>
  during("chromium", { presets: ["secret"], begins: ({ panel, before }) => takeHelm(panel).say({ Weigh: { text: pasted(before) } }, { KeepWeighed: { client_id: null } }).then(() => undefined) }, async ({ panel, before }) => {
    const { recipes } = await takeHelm(panel).say();
    const secret = before.apps[0]?.secrets[0]?.value ?? "";
    const practice = await startPractice({ root: "out/www", world: before });
    const scrap = scratch();
    const asked: TokenRequest[] = [];
    try {
      // The host's real name leads to the practice portals; nothing in the command is changed for it.
      writeFileSync(join(scrap.folder, ".curlrc"), `insecure\nconnect-to = "::127.0.0.1:${String(practice.httpsPort)}"\nnoproxy = "*"\n`);
      const curl = lineOf(recipes, "test", "curl");
      for (const [typed, tokens, printed] of [
        [secret, likeMicrosoft, /\n\{"token_type".*"it":"works"\}/],
        [`not the 'one' $HOME at "all" \\ %`, likeMicrosoft, /"error_codes":\[7000215\]/],
        [secret, () => refusal(7000222), /"error_codes":\[7000222\]/],
      ] as const) {
        let open = "";
        practice.setTokens((request, world) => {
          asked.push(request);
          open = readable(scrap.folder);
          return tokens(request, world);
        });
        const screen = await terminal(curl, typed, scrap.folder);
        assert.match(screen, printed);
        const last = asked.at(-1);
        assert.equal(last?.form.get("client_secret"), typed, "as it was typed, whatever is in it");
        assert.equal(last.form.get("client_id"), before.apps[0]?.clientId);
        assert.equal(last.tenant, before.tenant.id);
        assert.match(open, /curl\0--silent/);
        for (const text of [screen, open]) {
          assert.ok(!text.includes(TOKEN) && !text.includes(typed), text);
          assert.deepEqual(findIn(text, tracesOf(secret)), []);
        }
      }
      assert.equal(asked.length, 3);

      const az = join(scrap.folder, "bin/az");
      mkdirSync(join(scrap.folder, "bin"));
      writeFileSync(az, `#!/bin/bash\nprintf '%s\\037' "$@" >> "$HOME/calls"\nprintf '\\036' >> "$HOME/calls"\necho ID-OF-IT\n`);
      chmodSync(az, 0o755);
      for (const lines of linesWith(recipes, "az ")) await shell(lines, scrap.folder);
      const calls = readFileSync(join(scrap.folder, "calls"), "utf8").split("\u001e").filter(Boolean).map((call) => call.split("\u001f").slice(0, -1));
      assert.ok(calls.length >= 12, String(calls.length));
      const after = (call: string[], name: string): string => call[call.indexOf(name) + 1] ?? "";
      assert.deepEqual(new Set(calls.filter(([verb]) => verb === "login").map((call) => after(call, "--tenant"))), new Set([before.tenant.id]));
      for (const call of calls) for (const word of call) assert.doesNotMatch(word, /YOUR-|[“”’]|^-[a-z]{2}/, call.join(" "));
      for (const call of calls.filter((call) => call.includes("--body"))) JSON.parse(after(call, "--body"));
      const shown = calls.find((call) => call.slice(0, 3).join(" ") === "ad sp show");
      assert.equal(after(shown ?? [], "--id"), before.apps[0]?.clientId);
      const made = calls.find((call) => call.slice(0, 3).join(" ") === "ad app create");
      assert.equal(after(made ?? [], "--display-name"), "Marketo Integration", "a name with a space is one word");
    } finally {
      scrap.clear();
      await practice.close();
    }
  }));

function pasted({ apps: [app], tenant }: World): string {
  return JSON.stringify({ appId: app?.clientId, password: app?.secrets[0]?.value, tenant: tenant.id });
}

function linesWith(recipes: readonly Recipe[], words: string): string[] {
  return recipes.flatMap(({ parts }) => parts.flatMap(({ line }) => (line?.startsWith(words) === true ? [line] : [])));
}

function lineOf(recipes: readonly Recipe[], id: string, words: string): string {
  return recipes.find((recipe) => recipe.id === id)?.parts.find(({ line }) => line?.includes(words))?.line ?? assert.fail(id);
}

/** Runs lines in a shell of its own; each of them has to go well. */
async function shell(lines: string, home: string): Promise<void> {
  const child = spawn("bash", ["--norc", "-euc", lines], { env: { HOME: home, PATH: `${home}/bin:/usr/bin:/bin` }, stdio: "ignore" });
  assert.equal(await new Promise((ended) => child.on("close", ended)), 0, lines);
}

/** Pastes lines into a terminal, types at the prompt that they bring up, and looks at the history; gives all that stands on the screen. */
async function terminal(lines: string, typed: string, home: string): Promise<string> {
  const child = spawn("script", ["--quiet", "--command", "bash --norc -i", "/dev/null"], { env: { HOME: home, PATH: "/usr/bin:/bin", PS1: "$ ", TERM: "dumb" } });
  let screen = "";
  child.stdout.on("data", (part: Buffer) => (screen += part.toString().replaceAll("\r", "")));
  const ends = (words: RegExp): Promise<unknown> => until(String(words), () => Promise.resolve(words.test(screen)), () => Promise.resolve(screen));
  await ends(/\$ $/);
  child.stdin.write(`${lines}\n`);
  await ends(/\nClient secret: $/);
  child.stdin.write(`${typed}\n`);
  await ends(/\}\n?\$ $/);
  child.stdin.write("history; set\n");
  await ends(/\n_=.*\n(.*\n)*\$ $/);
  child.stdin.end("exit\n");
  await new Promise((ended) => child.on("close", ended));
  return screen;
}

/** What everybody on the machine may read of the processes that run in this home: their arguments, and their environment too. */
function readable(home: string): string {
  const read = (path: string): string => {
    try {
      return readFileSync(path, "latin1");
    } catch {
      return "";
    }
  };
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map((id) => read(`/proc/${id}/environ`) + read(`/proc/${id}/cmdline`));
  return all.filter((text) => text.includes(`HOME=${home}`)).join("\n");
}
