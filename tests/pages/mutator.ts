/** Runs in the page: changes the document at random, from a seed, in ways that leave it the same page for a person who knows it. */
import type { Page } from "../../extension/generated/core";

/** One changed page: what sight makes of it, and the handle that each expected control has now. */
export type Mutant = { page: Page; handles: Record<string, number | null>; changes: string[] };

type Eye = { look(): Page; seen: { element(id: number): Element | undefined } | undefined };
declare const keyferry: Eye;

/** Classes and attributes that say what state something is in: without them it is another page. */
const STATE = /mask|disabled|hid(?:e|den)|active|selected|visible|display-none|empty/;
const NAMED = /^(?:id|name|for|title|data-.*|ext:.*)$/;
/** Georgian letters: a language that Keyferry does not know. */
const strange = (text: string): string => text.replace(/[a-z]/giu, (letter) => String.fromCodePoint(0x10d0 + (letter.toLowerCase().charCodeAt(0) - 97)));

let original: HTMLElement | undefined;

/** Makes the mutant of a seed. `facts` are texts that must stay, because they are read. */
function mutant(seed: number, expected: Record<string, string>, facts: readonly string[]): Mutant {
  original ??= document.body.cloneNode(true) as HTMLElement;
  document.body.replaceWith(original.cloneNode(true));
  const elements = new Map(Object.entries(expected).map(([target, selector]) => [target, document.querySelector(selector)]));
  const dice = roll(seed);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(dice() * list.length)];
  const all = (): Element[] => [...document.body.querySelectorAll("*")];
  const changes: string[] = [];

  const ways: Record<string, () => void> = {
    "an attribute lost": () => {
      const element = pick(all().filter((one) => [...one.attributes].some(({ name }) => NAMED.test(name))));
      const name = pick([...(element?.attributes ?? [])].map((attribute) => attribute.name).filter((one) => NAMED.test(one)));
      if (name !== undefined) element?.removeAttribute(name);
    },
    "a class renamed everywhere": () => {
      const name = pick([...new Set(all().flatMap((one) => [...one.classList]))].filter((one) => !STATE.test(one)));
      if (name !== undefined) for (const one of document.body.querySelectorAll(`.${CSS.escape(name)}`)) one.classList.replace(name, `z${name}`);
    },
    "siblings turned round": () => {
      const list = pick(all().filter((one) => one.localName === "ul" && one.childElementCount > 1));
      if (list !== undefined) list.prepend(...[...list.children].reverse());
    },
    "a wrapper added": () => {
      const element = pick(all().filter((one) => one.localName === "div" || one.localName === "span" || one.localName === "button"));
      const wrapper = document.createElement(element?.localName === "div" ? "div" : "span");
      element?.replaceWith(wrapper);
      if (element !== undefined) wrapper.append(element);
    },
    "a label in an unknown language": () => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      const text = pick(texts.filter(({ data }) => /[a-z]{2}/iu.test(data) && !facts.some((fact) => data.includes(fact))));
      if (text !== undefined) text.data = strange(text.data);
    },
    "a decoy beside": () => {
      const [, element] = pick([...elements]) ?? [];
      const decoy = document.createElement("p");
      decoy.append("Now press ", Object.assign(document.createElement("b"), { textContent: element?.textContent ?? "" }), " here.");
      (pick(all().filter((one) => one.localName === "div" && !one.closest("[role=row], table, button, [role=button]"))) ?? document.body).append(decoy);
    },
  };
  const names = Object.keys(ways);
  for (let count = 1 + Math.floor(dice() * 3); count > 0; count -= 1) {
    const name = pick(names) ?? "";
    ways[name]?.();
    changes.push(name);
  }

  const page = keyferry.look();
  const handles: Mutant["handles"] = {};
  for (const [target, element] of elements) handles[target] = page.nodes.find(({ id }) => keyferry.seen?.element(id) === element)?.id ?? null;
  return { page, handles, changes };
}

/** A small generator of random numbers: the same seed, the same row. */
function roll(seed: number): () => number {
  let state = (seed * 0x9e37_79b9) >>> 0;
  return () => {
    state = (state + 0x6d2b_79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

Object.assign(globalThis, { mutant });
