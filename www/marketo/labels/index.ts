import { de } from "./de";
import { en, type Labels } from "./en";

export type { Labels } from "./en";

/** The words of each language that the practice Marketo speaks. */
export const LABELS: Readonly<Record<"en" | "de", Labels>> = { en, de };
