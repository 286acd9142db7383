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
      assert.doesNotMatch(message, /\$(?!\d)|\s{2}|<|TODO/, key);
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
