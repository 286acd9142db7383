import type { en } from "./en";

/** Names of the portal's texts. */
export type Label = keyof typeof en;

/** One language's texts. */
export type Labels = Readonly<Record<Label, string>>;
