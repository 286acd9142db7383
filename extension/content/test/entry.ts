/** What the component tests load into a page in place of the whole content script. */
import { makeGuide } from "../guide/guide";
import { fill, take } from "../hand";
import { Memory } from "../memory";
import { look } from "../sight";
import { CHANGES, watch } from "../watch";

const pressed: string[] = [];
const guide = makeGuide((button) => pressed.push(button));
const reach = (id: number): Element | undefined => document.querySelector(`[data-handle="${String(id)}"]`) ?? undefined;

/** The parts under test, for `page.evaluate`. */
export const parts = { guide, pressed, fill, take, reach, look, Memory, CHANGES, watch };

(globalThis as { parts?: typeof parts }).parts = parts;
