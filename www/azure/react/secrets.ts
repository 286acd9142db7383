import { useState } from "react";
import { addSecret, masked, removeSecret } from "../../practice/azure-acts";
import type { App, Secret } from "../../practice/world";
import { type Expiry, dayOf, expiryDate } from "../screens/expiry";
import { usePractice } from "./practice";

/** What the pane "Add a client secret" holds, and what Add does. */
export function useNewSecret(app: App, close: () => void) {
  const { change, own, say, toast } = usePractice();
  const [description, setDescription] = useState("");
  const [expiry, setExpiry] = useState<Expiry>(180);
  const [end, setEnd] = useState(() => dayOf(new Date(expiryDate(180, ""))));
  const [busy, setBusy] = useState(false);
  const add = async (): Promise<void> => {
    setBusy(true);
    await change((world) => {
      const next = addSecret(world, app.clientId, { description: description.trim(), expires: expiryDate(expiry, end) });
      own(next.secret.id);
      return next.world;
    });
    close();
    toast(say("secretAdded"), say("secretAddedText"));
  };
  return { description, setDescription, expiry, setExpiry, end, setEnd, busy, add };
}

/** How a secret stands in the table: plain only in the document that made it. */
export function useSecretRow(app: App) {
  const { change, owns } = usePractice();
  return {
    value: (secret: Secret) => (owns(secret.id) ? secret.value : masked(secret)),
    isPlain: (secret: Secret) => owns(secret.id),
    remove: (secret: Secret) => void change((world) => removeSecret(world, app.clientId, secret.id)),
  };
}

/** Copies a value as the portal's copy buttons do. */
export function copy(value: string): void {
  // A browser may refuse, for one when the window is not in front; the portal says nothing then either.
  navigator.clipboard.writeText(value).catch(() => undefined);
}
