/**
 * What is left of a secret in the linear memory of the real module once it is let go: nothing. Each entry point 200 times, each
 * time with a secret of its own, and after each a look through the whole memory.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import init, { Core } from "@wasm/background";
import type { Command, Effect, Event, Page, Place, Take, View } from "../../extension/generated/core";
import { writeFigure } from "../figures";
import { makeSecret } from "../pages/secrets";
import { digests } from "./digests";

const TIMES = 200;
const OWN = "chrome-extension://abcdefghijklmnopabcdefghijklmnop";
const NOW = Date.UTC(2027, 0, 1);
const AZURE: Place = { tab: 1, frame: 0, document: "azure" };
const MARKETO: Place = { tab: 2, frame: 0, document: "marketo" };
const ID = "5a3c1f60-2b1d-4e0f-9c8a-112233445566";

let memory: WebAssembly.Memory;
let secretsPage: Page;
let formPage: Page;

before(async () => {
  ({ memory } = await init({ module_or_path: readFileSync("out/wasm/background/background_bg.wasm") }));
  const pages = await digests(["fx: the value is shown in a grid of divs", "the Edit window, Ext 4"]);
  secretsPage = pages["fx: the value is shown in a grid of divs"];
  formPage = pages["the Edit window, Ext 4"];
});

/** How often the middle of the text stands in the module's memory, as UTF-8 and as UTF-16. */
function copies(secret: string): number {
  const bytes = Buffer.from(memory.buffer);
  const middle = secret.slice(6, -6);
  return count(bytes, Buffer.from(middle, "utf8")) + count(bytes, Buffer.from(middle, "utf16le"));
}

function count(bytes: Buffer, part: Buffer): number {
  let found = 0;
  for (let at = bytes.indexOf(part); at >= 0; at = bytes.indexOf(part, at + 1)) found += 1;
  return found;
}

/** A core under way, with both pages before it. */
class Under {
  readonly core: Core;

  constructor(pair?: unknown) {
    this.core = new Core(OWN, undefined, undefined, false, pair, NOW);
    this.ask({ Start: { journey: "online" } });
    this.tell({ Saw: { place: AZURE, page: secretsPage } });
    this.tell({ Saw: { place: MARKETO, page: formPage } });
  }

  tell(event: Event): Effect[] {
    return this.core.handle(event, NOW) as Effect[];
  }

  ask(command: Command): Effect[] {
    return this.tell({ Asked: { command } });
  }

  /** Has the cell read that shows the secret, and answers. */
  keep(outcome: Take): Effect[] {
    this.tell({ Foreground: { tab: AZURE.tab } });
    const take = this.tell({ Pressed: { place: AZURE, button: "Keep" } }).find((effect) => typeof effect === "object" && "Take" in effect);
    assert.ok(typeof take === "object" && "Take" in take, "no order to read the cell");
    return this.tell({ Taken: { order: take.Take.order, place: AZURE, url: take.Take.url, outcome } });
  }

  /** Pastes a pair and keeps it. */
  paste(secret: string): void {
    this.ask({ Weigh: { text: `${ID}\t${secret}` } });
    this.ask({ KeepWeighed: { client_id: null } });
    assert.equal(copies(secret), 1, "on board there is one copy, or this test sees nothing");
  }

  end(): void {
    this.ask("Wipe");
    this.core.free();
  }
}

/** Does it 200 times, each time with another secret, of which nothing may be left. */
function leavesNothing(name: string, act: (secret: string, round: number) => void): void {
  test(`${name}: of ${String(TIMES)} secrets none is left in memory`, () => {
    let left = 0;
    for (let round = 0; round < TIMES; round += 1) {
      const secret = makeSecret("current", `${name} ${String(round)}`);
      act(secret, round);
      left += copies(secret);
    }
    assert.equal(left, 0, `${String(left)} copies of ${String(TIMES)} secrets`);
    writeFigure("security", `memory-copies-${name}`, left);
  });
}

leavesNothing("taken", (secret) => {
  const under = new Under();
  under.keep({ Value: secret });
  assert.equal(copies(secret), 1);
  under.end();
});

leavesNothing("taken-and-refused", (secret, round) => {
  const under = new Under();
  const spoilt = [`${secret}xyz`, secret.slice(0, -3), `${secret.slice(0, 20)}\u00ad${secret.slice(20)}`, `\u201c${secret} \u201d x`];
  under.keep({ Value: spoilt[round % spoilt.length] ?? "" });
  assert.equal(copies(secret), 0);
  under.end();
});

leavesNothing("taken-unasked", (secret) => {
  const under = new Under();
  under.tell({ Taken: { order: 99, place: AZURE, url: "https://portal.azure.com/", outcome: { Value: secret } } });
  under.end();
});

/** Pastes of every alphabet: the browser hands over what is not ASCII in more than one step. */
const PASTES = (secret: string): string[] => [
  secret,
  `Client ID: ${ID}\nClient secret: ${secret}`,
  `{"appId":"${ID}","password":"${secret}","tenant":"${ID}"}`,
  `\u201c${secret}\u201d`,
  `${secret} \u00e5\u00e4\u00f6 `.repeat(3),
  `Klienthemlighet\u00a0${secret}${"\u{1f511}".repeat(200)}`,
  secret.replace("~", "\\u007e"),
];

leavesNothing("weighed", (secret, round) => {
  const under = new Under();
  const pastes = PASTES(secret);
  under.ask({ Weigh: { text: pastes[round % pastes.length] ?? "" } });
  under.core.view(NOW);
  under.ask("DropWeighed");
  under.end();
});

leavesNothing("kept-from-a-paste", (secret, round) => {
  const under = new Under();
  const pastes = PASTES(secret);
  under.ask({ Weigh: { text: pastes[round % pastes.length] ?? "" } });
  under.ask({ KeepWeighed: { client_id: ID } });
  under.core.view(NOW);
  under.core.logbook();
  under.end();
});

leavesNothing("pasted-into-the-wrong-field", (secret) => {
  const under = new Under();
  under.ask({ Weigh: { text: makeSecret("current", `beside ${secret}`) } });
  for (const wrong of [secret, ` ${secret}\n`, `${secret}${"\u{1f511}".repeat(50)}`]) {
    under.ask({ KeepWeighed: { client_id: wrong } });
    assert.equal(copies(secret), 0, "it is gone as soon as it was weighed");
  }
  under.ask("DropWeighed");
  under.end();
});

leavesNothing("explained", (secret) => {
  const under = new Under();
  under.ask({ Explain: { text: `AADSTS7000215: Invalid client secret provided: ${secret} \u2026` } });
  under.core.view(NOW);
  under.ask("DropExplained");
  under.end();
});

leavesNothing("record-and-constructor", (secret) => {
  const first = new Under();
  first.paste(secret);
  const record: unknown = first.core.record();
  first.end();
  assert.equal(copies(secret), 0, "after the first worker");
  const second = new Under(record);
  assert.equal(copies(secret), 1);
  second.end();
});

leavesNothing("constructor-refused", (secret) => {
  const first = new Under();
  first.paste(secret);
  const record = first.core.record() as { version: number };
  first.end();
  for (const spoilt of [{ ...record, version: 0 }, { ...record, more: 1 }]) new Core(OWN, undefined, undefined, false, spoilt, NOW).free();
  new Core(OWN, undefined, undefined, false, record, NOW + 3_600_000).free();
});

leavesNothing("redeemed", (secret) => {
  const under = new Under();
  under.paste(secret);
  under.tell({ Foreground: { tab: MARKETO.tab } });
  const fill = under.tell({ Pressed: { place: MARKETO, button: "Fill" } }).find((effect) => typeof effect === "object" && "Fill" in effect);
  assert.ok(typeof fill === "object" && "Fill" in fill, "no order to fill the form");
  const pair = under.core.redeem(fill.Fill.order, NOW) as { clientId: string; secret: string };
  assert.equal(pair.secret, secret);
  under.tell({ Filled: { order: fill.Fill.order, place: MARKETO, fault: null } });
  assert.equal(copies(secret), 1);
  under.end();
});

leavesNothing("redeemed-for-the-test", (secret) => {
  const under = new Under();
  under.ask({ Weigh: { text: JSON.stringify({ appId: ID, password: secret, tenant: ID }) } });
  under.ask({ KeepWeighed: { client_id: null } });
  const asked = under.ask("TestPair").find((effect) => typeof effect === "object" && "RequestToken" in effect);
  assert.ok(typeof asked === "object" && "RequestToken" in asked, "no order to ask for a token");
  const { order } = asked.RequestToken;
  const pair = under.core.redeemForTest(order, NOW) as { clientId: string; secret: string };
  assert.equal(pair.secret, secret);
  under.tell({ TokenAnswered: { order, outcome: "Refused", codes: [7000215] } });
  under.core.view(NOW);
  assert.equal(copies(secret), 1);
  under.end();
});

/** The steps of the journey, all of them passed over. */
const passed: string[] = [];

leavesNothing("connections-and-hand-over", (secret) => {
  const first = new Under();
  first.paste(secret);
  const { core } = first;
  const record: unknown = core.record();
  const logbook = core.logbook() as { voyage: object };
  const connections: unknown = core.connections();
  first.end();
  // The next worker finds the journey at its end, and the pair still on board.
  const found = (): Core => new Core(OWN, { ...logbook, voyage: { ...logbook.voyage, passed, app: ID, arrived_at: NOW } }, connections, true, record, NOW);
  let next = found();
  for (let shown = (next.view(NOW) as View).voyage; !shown?.hand_over; shown = (next.view(NOW) as View).voyage) {
    const [, step] = /^step_(.+)_title$/.exec(shown?.now?.title.key ?? "") ?? [];
    assert.ok(step && !passed.includes(step), `no way past ${String(step)}`);
    passed.push(step);
    next.free();
    next = found();
  }
  next.connections();
  assert.equal(copies(secret), 1);
  next.handle({ Asked: { command: { Press: { button: "Finish" } } } }, NOW);
  next.view(NOW);
  next.connections();
  assert.equal(copies(secret), 0, "the journey is put away");
  next.free();
});

leavesNothing("not-of-this-shape", (secret) => {
  const under = new Under();
  const wrong: unknown[] = [
    { Taken: { order: "1", place: AZURE, url: "", outcome: { Value: secret } } },
    { Taken: { order: 1, place: AZURE, url: secret, outcome: { Value: secret, Fault: secret } } },
    { Asked: { command: { Weigh: { text: { [secret]: secret } } } } },
    { Asked: { command: { Say: secret } } },
  ];
  for (const event of wrong) assert.throws(() => under.core.handle(event, NOW));
  under.end();
});
