import type { Label } from "../labels";

/** How long a secret may live: a number of days, or dates of one's own. */
export type Expiry = 180 | 90 | 365 | 545 | 730 | "custom";

/** The choices, in the portal's order. */
export const EXPIRIES: readonly { readonly value: Expiry; readonly label: Label }[] = [
  { value: 180, label: "recommended" },
  { value: 90, label: "days90" },
  { value: 365, label: "days365" },
  { value: 545, label: "days545" },
  { value: 730, label: "days730" },
  { value: "custom", label: "custom" },
];

const DAY = 86_400_000;

/** When a secret made now expires; `end` is the date of a custom choice. */
export function expiryDate(expiry: Expiry, end: string, now = new Date()): string {
  const days = expiry === "custom" ? 180 : expiry;
  const custom = expiry === "custom" && !Number.isNaN(Date.parse(end)) ? Date.parse(end) : undefined;
  return new Date(custom ?? now.getTime() + days * DAY).toISOString();
}

/** A date as an `<input type="date">` takes it. */
export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
