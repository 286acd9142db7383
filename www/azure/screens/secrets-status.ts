import type { App } from "../../practice/world";

const MONTH = 30 * 86_400_000;

/** How an app's secrets stand, by the one that lives longest; undefined when it has none. */
export function secretsStatus(app: App, now = Date.now()): "current" | "expiringSoon" | "expired" | undefined {
  if (app.secrets.length === 0) return undefined;
  const last = Math.max(...app.secrets.map((secret) => Date.parse(secret.expires)));
  if (last <= now) return "expired";
  return last - now < MONTH ? "expiringSoon" : "current";
}
