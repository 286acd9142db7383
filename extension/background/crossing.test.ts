import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import init, { Core } from "@wasm/background";
import type { Effect, Event, Page, Place } from "../generated/core";

before(async () => {
  await init({ module_or_path: readFileSync("out/wasm/background/background_bg.wasm") });
});

const NOW = Date.UTC(2027, 0, 1);
const ID = "3f2504e0-4f89-11d3-9a0c-0305e82c3301";
const PLACE: Place = { tab: 1, frame: 0, document: "d" };

const PAGE: Page = {
  url: `https://portal.azure.com/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Credentials/appId/${ID}`,
  frame_name: "",
  lang: "en",
  size: [1280, 800],
  nodes: [
    { id: 7, tag: "h2", text: "Sync | Certificates & secrets", state: 0, rect: [0, 0, 100, 20] },
    { id: 8, tag: "button", text: "New client secret", marks: ["tabindex=0"], state: 0, rect: [-5, 0, 100, 20] },
    { id: 9, up: 1, tag: "span", state: 16, sealed: { kind: "current", length: 40, hint: "abc", checksum: true }, rect: [0, 0, 9, 9] },
  ],
};

const EVENTS: Event[] = [
  { Saw: { place: PLACE, page: PAGE } },
  { Left: { place: PLACE } },
  { Closed: { tab: 1 } },
  { Foreground: { tab: null } },
  { Foreground: { tab: 1 } },
  { Pressed: { place: PLACE, button: "Keep" } },
  { Asked: { command: { Start: { journey: "online" } } } },
  { Asked: { command: { Press: { button: "OpenAzure" } } } },
  { Asked: { command: "Act" } },
  { Asked: { command: { Weigh: { text: "x" } } } },
  { Asked: { command: { KeepWeighed: { client_id: null } } } },
  { Asked: { command: { Speak: { language: "sv" } } } },
  { Taken: { order: 1, place: PLACE, url: "https://x/", outcome: { Value: "x" } } },
  { Taken: { order: 1, place: PLACE, url: "https://x/", outcome: { Fault: "Gone" } } },
  { Filled: { order: 1, place: PLACE, fault: null } },
  { Filled: { order: 1, place: PLACE, fault: "Reverted" } },
  "Rang",
  "BrowserStarted",
];

function awake(logbook?: unknown, connections?: unknown): Core {
  return new Core("chrome-extension://x", logbook, connections, false, undefined, NOW);
}

test("every event crosses", () => {
  for (const event of EVENTS) assert.ok(Array.isArray(awake().handle(event, NOW)), JSON.stringify(event));
});

test("what is no event does not, and says nothing of itself", () => {
  const wrong: unknown[] = [
    undefined,
    null,
    7,
    "Sunk",
    [],
    {},
    { Sunk: {} },
    { Closed: { tab: "1" } },
    { Closed: { tab: -1 } },
    { Closed: { tab: 1.5 } },
    { Closed: { tab: 2 ** 32 } },
    { Closed: { tab: Number.NaN } },
    { Closed: {} },
    { Closed: [1] },
    { Closed: { tab: 1 }, Left: { place: PLACE } },
    { Left: { place: { ...PLACE, document: 1 } } },
    { Pressed: { place: PLACE, button: "keep" } },
    { Saw: { place: PLACE, page: { ...PAGE, nodes: {} } } },
    { Saw: { place: PLACE, page: { ...PAGE, size: [1] } } },
    { Saw: { place: PLACE, page: { ...PAGE, nodes: [{ rect: [0, 0, 1, 2 ** 31] }] } } },
  ];
  for (const event of wrong) assert.throws(() => awake().handle(event, NOW), (error) => error === "not of this shape", JSON.stringify(event));
});

test("a page crosses whole, and a logbook comes back as it went", () => {
  const core = awake();
  core.handle({ Asked: { command: { Start: { journey: "online" } } } } satisfies Event, NOW);
  const effects = core.handle({ Saw: { place: PLACE, page: PAGE } } satisfies Event, NOW) as Effect[];
  assert.ok(effects.some((effect) => typeof effect === "object" && "Guide" in effect), JSON.stringify(effects));
  const logbook: unknown = core.logbook();
  assert.match(JSON.stringify(logbook), new RegExp(ID));
  assert.deepEqual(awake(logbook).logbook(), logbook);
  assert.notDeepEqual(awake({ ...(logbook as object), version: "1" }).logbook(), logbook);
  const connections: unknown = core.connections();
  assert.deepEqual(awake(logbook, connections).connections(), connections);
  assert.notDeepEqual(awake(logbook, { ...(connections as object), all: 1 }).connections(), connections);
});
