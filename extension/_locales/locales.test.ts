/**
 * The languages against one another. A language claims to be complete by standing in
 * `languages.json`; a folder that is not named there is work under way and may lack
 * messages, but what it has must fit all the same.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

type Messages = Record<string, { message: string; description?: string }>;
type Language = { code: string; name: string; direction: "ltr" | "rtl" };

const folder = join(process.cwd(), "extension", "_locales");
const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(folder, ...path), "utf8"));
const messagesOf = (code: string): Messages => read(code, "messages.json") as Messages;
const placeholders = (message: string): string => [...new Set(message.match(/\$\d/g))].sort().join(" ");

const listed = read("languages.json") as Language[];
const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
const english = messagesOf("en");

test("every language that is offered has a folder", () => {
  for (const { code } of listed) assert.ok(folders.includes(code), code);
  assert.equal(new Set(listed.map(({ code }) => code)).size, listed.length);
});

for (const code of folders) {
  const messages = messagesOf(code);

  test(`${code}: has no message that English lacks, and the same placeholders in each`, () => {
    for (const [key, { message }] of Object.entries(messages)) {
      const original = english[key];
      assert.ok(original, `${key} is not in English`);
      assert.equal(placeholders(message), placeholders(original.message), key);
    }
  });

  test(`${code}: says something whole in every message`, () => {
    for (const [key, { message }] of Object.entries(messages)) {
      assert.ok(message.trim() === message && message !== "", `${key} is empty or has space at an end`);
      assert.doesNotMatch(message, /\$(?!\d)|[^\S\n]{2}|\n{3}|<|TODO/, key);
      if (/_(why|miss|failed)$/.test(key)) assert.match(message, /[.?。？]$/u, `${key} is no sentence`);
    }
  });

  test(`${code}: keeps within the shops' limit of 132 characters for the description`, () => {
    const { message } = messages["extension_description"] ?? { message: "" };
    assert.ok(message.length <= 132, String(message.length));
  });

  if (!listed.some((language) => language.code === code)) continue;
  test(`${code}: is complete`, () => {
    assert.deepEqual(Object.keys(english).filter((key) => !(key in messages)), []);
  });
}

test("English says what each placeholder stands for", () => {
  for (const [key, { message, description = "" }] of Object.entries(english)) {
    for (const placeholder of placeholders(message).split(" ").filter(Boolean)) assert.ok(description.includes(placeholder), `${key} ${placeholder}`);
  }
});

test("English has every message that the code names, and every message of the panel is named", () => {
  const named = new Set(sources("src").concat(sources("extension")).flatMap(keysIn));
  assert.ok(named.size > 50, "the pattern finds them");
  assert.deepEqual([...named].filter((key) => !(key in english)).sort(), []);
  assert.deepEqual(Object.keys(english).filter((key) => key.startsWith("panel_") && !named.has(key)), []);
});

/** The keys that a source names: `Text::plain("key")`, `"panel_key"` anywhere, `__MSG_key__`. */
function keysIn(path: string): string[] {
  const source = readFileSync(path, "utf8").split("#[cfg(test)]")[0] ?? "";
  return [...source.matchAll(/Text::plain\(\s*"([a-z_]+)"|"(panel_[a-z_]+)"|__MSG_([a-z_]+)__/g)].map(([, one, two, three]) => one ?? two ?? three ?? "");
}

function sources(top: string): string[] {
  const entries = readdirSync(join(process.cwd(), top), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => /\.(rs|ts|html)$/.test(entry.name) && !entry.name.includes("test")).map((entry) => join(entry.parentPath, entry.name));
}
