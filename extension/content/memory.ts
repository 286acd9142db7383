/**
 * What is out of sight is read once: it is told again as it was told, until something in it changes. It is remembered in runs of
 * siblings of one kind, because where they stand is then asked of the first and the last alone.
 */
import type { Node as Seen } from "../generated/core";
import type { Kin } from "./kin";
import { isDrawn, sideOf, type Size } from "./visible";

/** An element that a look has read. */
export type Told = {
  element: Element;
  /** The place of what it is in, among all that was read. */
  up: number;
  /** What there is to tell of it; a wrapper of one thing has none. */
  node?: Seen;
  marks?: string[];
};

/** So far a look had come. */
export type Reached = { told: number; branches: number; spared: number };

/** Siblings of one kind, one behind the other and without a word between, on one side of the window. */
export type Run = {
  first: Element;
  last: Element;
  members: number;
  kind: Kin;
  side: number;
  /** The fields in it. */
  fields: HTMLInputElement[];
  /** Where the look came to it, and where it left it. */
  from: Reached;
  to: Reached;
  /** What was told of it. */
  told: readonly Told[];
};

/** So many siblings make a run at most: when one of them changes, all are read again. */
export const LONGEST = 256;

/** A run that can be told again, and how far it has moved, all of it as one. */
export type Remembered = { run: Run; x: number; y: number };

/** The runs of a document. */
export class Memory {
  private runs = new WeakMap<Node, { run: Run; ends: Ends; isStale?: boolean }>();
  /** What they are in. */
  private around = new WeakSet<Node>();

  /** The run that begins with an element. */
  at(first: Element, size: Size): Remembered | undefined {
    const kept = this.runs.get(first);
    if (!kept || kept.isStale || kept.run.first !== first) return undefined;
    const { run, ends } = kept;
    const [from, to] = endsOf(run);
    const x = from.left - ends[0].left;
    const y = from.top - ends[0].top;
    const side = sideOf(from, size);
    const holds = side > 0 && side === sideOf(to, size) && isMoved(ends[0], from, x, y) && isMoved(ends[1], to, x, y) && isDrawn(first, false);
    return holds && run.fields.every(({ value }) => value === "") ? { run, x, y } : undefined;
  }

  /** Remembers a run; `told` is all that the look has come to. */
  keep(run: Run, told: readonly Told[]): void {
    run.told = told.slice(run.from.told, run.to.told);
    const kept = { run, ends: endsOf(run) };
    for (let member: Element | null = run.first; member; member = member === run.last ? null : member.nextElementSibling) this.runs.set(member, kept);
    for (let at = above(run.first); at && !this.around.has(at); at = above(at)) this.around.add(at);
  }

  /** Forgets what may be otherwise after these changes: what they are in, and all that an attribute stands around. */
  forget(changes: readonly MutationRecord[]): void {
    const drop = (node: Node): void => {
      const kept = this.runs.get(node);
      if (kept) kept.isStale = true;
    };
    for (const { type, target, nextSibling } of changes) {
      if (type === "attributes" && this.around.has(target)) this.clear();
      // What came or went between two of a run.
      if (nextSibling) drop(nextSibling);
      for (let at: Node | null | undefined = target; at; at = above(at)) drop(at);
    }
  }

  /** Forgets everything. */
  clear(): void {
    this.runs = new WeakMap();
    this.around = new WeakSet();
  }
}

/**
 * The fields in what was told last, all of them empty, of something out of sight; `undefined`: it cannot be remembered. What a
 * field holds changes unheard, and what stands apart from it may come into sight without it.
 */
export function fieldsIn(told: readonly Told[], from: number, side: number, size: Size): HTMLInputElement[] | undefined {
  const fields: HTMLInputElement[] = [];
  for (const { element, node } of told.slice(from)) {
    if (!node) continue;
    const [left, top, width, height] = node.rect;
    if (node.tag === "select" || (width > 0 && sideOf({ left, top, right: left + width, bottom: top + height }, size) !== side)) return undefined;
    if (node.tag !== "input" && node.tag !== "textarea") continue;
    if ((element as HTMLInputElement).value !== "") return undefined;
    fields.push(element as HTMLInputElement);
  }
  return fields;
}

type Ends = [DOMRect, DOMRect];

/** What a node is in, out of shadow trees too. */
const above = (node: Node): Node | null | undefined => node.parentNode ?? (node as Partial<ShadowRoot>).host;

const endsOf = ({ first, last }: Run): Ends => [first.getBoundingClientRect(), last.getBoundingClientRect()];

const isMoved = (was: DOMRect, is: DOMRect, x: number, y: number): boolean =>
  [is.left - was.left - x, is.right - was.right - x, is.top - was.top - y, is.bottom - was.bottom - y].every((by) => Math.abs(by) < 0.5);
