import assert from "node:assert/strict";
import { test } from "node:test";
import { makeSecret } from "../pages/secrets";
import { findIn, tracesOf } from "./traces";

test("a secret is found in every form that it may have been left in, and where it is not it is not", () => {
  for (let seed = 0; seed < 200; seed += 1) {
    const secret = makeSecret("current", String(seed));
    const traces = tracesOf(secret);
    const percent = Array.from(secret, (letter) => `%${letter.charCodeAt(0).toString(16)}`).join("");
    const forms: Record<string, Buffer | string> = {
      "utf-8": `x${secret}x`,
      "utf-16le": Buffer.from(`x${secret}`, "utf16le"),
      "utf-16be": Buffer.from(`x${secret}`, "utf16le").swap16(),
      base64: Buffer.from(secret).toString("base64"),
      "base64, one later": Buffer.from(`a${secret}`).toString("base64"),
      "base64, two later": Buffer.from(`ab${secret}zz`).toString("base64"),
      percent,
      "percent, upper case": percent.toUpperCase(),
      json: Array.from(secret, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`).join(""),
      hex: Buffer.from(secret).toString("hex"),
    };
    for (const [form, content] of Object.entries(forms)) assert.notDeepEqual(findIn(content, traces), [], form);
    assert.deepEqual(findIn(Object.values(forms).join(" "), tracesOf(makeSecret("current", `other ${String(seed)}`))), []);
  }
});
