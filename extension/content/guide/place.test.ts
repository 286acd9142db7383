import assert from "node:assert/strict";
import { test } from "node:test";
import { overlap, place, type Ask, type Side } from "./place";

const CARD = { w: 344, h: 200 };
const ROOM = { w: 1000, h: 700 };

const at = (x: number, y: number, w = 120, h = 32): Ask["target"] => ({ x, y, w, h });

const TABLE: [what: string, ask: Partial<Ask>, side: Side | undefined, x?: number, y?: number][] = [
  ["below where it fits", { target: at(300, 200) }, "below", 300, 244],
  ["above near the bottom", { target: at(300, 600) }, "above", 300, 388],
  ["kept inside at the right edge", { target: at(900, 200, 90) }, "below", 648, 244],
  ["kept inside at the left edge", { target: at(-40, 200) }, "below", 8, 244],
  ["from the right edge of the target, right to left", { target: at(500, 200), rtl: true }, "below", 276, 244],
  ["beside a tall target", { target: at(100, 20, 200, 660) }, "right", 312, 20],
  ["beside a tall target, right to left", { target: at(600, 20, 200, 660), rtl: true }, "left", 244, 20],
  ["beside a tall target at the right edge", { target: at(780, 20, 200, 660) }, "left", 424, 20],
  ["where it hung before, as long as it fits", { target: at(300, 300), last: "above" }, "above", 300, 88],
  ["elsewhere when it no longer fits there", { target: at(300, 100), last: "above" }, "below", 300, 144],
  ["at its control again after it stood alone", { target: at(300, 200), last: "alone" }, "below", 300, 244],
  ["not over the field that has the focus", { target: at(300, 200), avoid: [at(300, 260)] }, "right", 432, 200],
  ["in a corner when no side is free", { target: at(300, 200), avoid: [at(0, 240, 1000)] }, "alone", 648, 492],
  ["bottom right without a target", {}, "alone", 648, 492],
  ["bottom left without a target, right to left", { rtl: true }, "alone", 8, 492],
  ["in the other corner where the focus is", { avoid: [at(700, 600)] }, "alone", 8, 492],
  ["low, scrolling inside, in a small window", { target: at(10, 10, 300, 40), room: { w: 320, h: 256 }, card: { w: 304, h: 260 } }, "alone", 8, 62],
  ["nowhere when it would have to cover the target", { target: at(0, 60, 320, 150), room: { w: 320, h: 256 } }, undefined],
  ["over it all the same when a person asked for it", { target: at(0, 60, 320, 150), room: { w: 320, h: 256 }, must: true, card: { w: 304, h: 200 } }, "alone", 8, 48],
];

for (const [what, more, side, x, y] of TABLE) {
  test(`the card stands ${what}`, () => {
    const ask: Ask = { avoid: [], card: CARD, room: ROOM, rtl: false, ...more };
    const found = place(ask);
    assert.equal(found?.side, side);
    if (found) assert.deepEqual([found.x, found.y], [x, y]);
  });
}

test("wherever the target is, the card covers neither it nor the focus and stays inside", () => {
  let seed = 7;
  const random = (most: number): number => (seed = (seed * 48271) % 2147483647) % most;
  for (let round = 0; round < 20_000; round++) {
    const room = { w: 320 + random(1600), h: 200 + random(900) };
    const box = (): { x: number; y: number; w: number; h: number } => ({ x: random(room.w) - 50, y: random(room.h) - 50, w: 10 + random(room.w), h: 10 + random(300) });
    const ask: Ask = { target: box(), avoid: random(2) ? [box()] : [], card: { w: Math.min(344, room.w - 16), h: 90 + random(300) }, room, rtl: random(2) === 1 };
    const found = place(ask);
    if (!found) continue;
    const card = { x: found.x, y: found.y, w: ask.card.w, h: found.h };
    const told = JSON.stringify({ ask, found });
    assert.ok(![ask.target, ...ask.avoid].some((kept) => kept && overlap(card, kept)), told);
    assert.ok(card.x >= 0 && card.y >= 0 && card.x + card.w <= room.w && card.y + card.h <= room.h, told);
  }
});
