import assert from "node:assert/strict";
import { test } from "node:test";
import { en } from "./en";
import { askedFor, sayer } from "./index";
import { sv } from "./sv";

const gaps = (text: string): string[] => text.match(/\{\d\}/g)?.sort() ?? [];

test("both languages have the same gaps, and no text is empty", () => {
  for (const [label, text] of Object.entries(en)) {
    const other = sv[label as keyof typeof en];
    assert.ok(text.trim() !== "" && other.trim() !== "", label);
    assert.deepEqual(gaps(other), gaps(text), label);
  }
});

test("a text is said in the asked language, with its gaps filled", () => {
  assert.equal(sayer("en")("grantConsent", "Contoso"), "Grant admin consent for Contoso");
  assert.equal(sayer("sv-SE")("grantConsent", "$& {0}"), "Bevilja administratörsmedgivande för $& {0}");
  assert.equal(sayer("xx")("register"), "Register");
});

test("the address may ask for a language and a format of its own", () => {
  assert.deepEqual(askedFor("?l=sv.en-us"), { language: "sv", culture: "en-us" });
  assert.deepEqual(askedFor("?l=sv"), { language: "sv" });
  assert.deepEqual(askedFor(""), {});
});
