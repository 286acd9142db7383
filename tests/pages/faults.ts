/** What is wrong with a sighting: whatever is said must be what was expected; what is not said is a miss. */
import type { CoreSighting } from "../inspect/core";
import type { Expected } from "./corpus";

/** The wrong screen, controls and facts of a sighting. `handles`: the expected controls as they are in the page now. */
export function faultsOf(expected: Expected, handles: Readonly<Record<string, number | null>>, seen: CoreSighting): string[] {
  const { screen, targets, facts } = seen;
  const elsewhere = screen !== null && screen !== expected.screen ? [`wrong screen ${screen}`] : [];
  const misled = Object.entries(targets).filter(([target, { node }]) => handles[target] !== node);
  const untrue = Object.entries(facts).filter(([name, value]) => !isTrue(value, expected.facts[name]));
  return [...elsewhere, ...misled.map(([target]) => `wrong ${target}`), ...untrue.map(([name, value]) => `wrong ${name} ${JSON.stringify(value)}`)];
}

/** Every text in the facts. */
export function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Equal, or lists of which every entry says nothing but what an expected one says. */
function isTrue(value: unknown, expected: unknown): boolean {
  if (Array.isArray(value) && Array.isArray(expected)) return value.every((one) => expected.some((other) => isTrue(one, other)));
  if (typeof value === "object" && value !== null && typeof expected === "object" && expected !== null) {
    return Object.entries(value).every(([name, part]) => part === null || isTrue(part, (expected as Record<string, unknown>)[name]));
  }
  return value === expected;
}
