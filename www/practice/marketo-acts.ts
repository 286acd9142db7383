/** What an admin can do on Marketo's Microsoft Dynamics page: each act takes a world and gives the next one. */

import { type Check, type CheckId, type Credentials, type World, appOf } from "./world";

/** Saves the Credentials form as it was entered; Marketo does not look at it before it is validated. */
export function saveCredentials(world: World, entered: Credentials): World {
  const { username, password, url, clientId, clientSecret, tenantId } = entered;
  return { ...world, marketo: { ...world.marketo, username, password, url, clientId, clientSecret, tenantId } };
}

/** Switches the global sync. */
export function setSync(world: World, sync: "on" | "off", now = new Date()): World {
  if (world.marketo.sync === sync) return world;
  return { ...world, marketo: { ...world.marketo, sync, syncSince: now.toISOString(), neverSynced: false } };
}

/** Runs the seven checks on what was entered and keeps their results. */
export function validate(world: World, entered: Credentials, now = new Date()): World {
  return { ...world, marketo: { ...world.marketo, checks: checksOf(world, entered, now) } };
}

/** The seven checks: what was entered against what is true in the tenant and in Dynamics. */
export function checksOf(world: World, entered: Credentials, now = new Date()): Check[] {
  const { dynamics } = world;
  const signIn = signInError(world, entered, now);
  const consent = consentError(world, entered);
  return [
    check("url", sameUrl(entered.url, dynamics.url)),
    check("credentials", signIn === undefined, signIn),
    // Adobe's article names a missing consent under this check, not under the one before it.
    check("role", dynamics.hasRole && consent === undefined, consent),
    check("solution", dynamics.solutionInstalled),
    check("steps", dynamics.stepsEnabled),
    check("assigned", dynamics.assigned),
    check("match", entered.username.trim().toLowerCase() === dynamics.username.toLowerCase()),
  ];
}

function check(id: CheckId, passed: boolean, code?: number): Check {
  return code === undefined ? { id, passed } : { id, passed, code };
}

/** The AADSTS number a sign-in with these credentials would end with; undefined when it works. */
function signInError(world: World, entered: Credentials, now: Date): number | undefined {
  const isUser = entered.username.trim().toLowerCase() === world.dynamics.username.toLowerCase();
  const knowsPassword = entered.password === world.dynamics.password;
  if (world.marketo.method === "ad-fs") {
    const { clientId, clientSecret } = world.adFs;
    return isUser && knowsPassword && entered.clientId.trim() === clientId && entered.clientSecret === clientSecret ? undefined : 50126;
  }
  const app = appOf(world, entered.clientId.trim());
  if (!app) return 700016;
  if (entered.clientSecret === "") return 7000218;
  const secret = app.secrets.find((one) => one.value === entered.clientSecret);
  if (!secret) return 7000215;
  if (Date.parse(secret.expires) <= now.getTime()) return 7000222;
  if (app.platform === "public" && app.publicClient) return 700025;
  if (world.marketo.method === "server") return entered.tenantId.trim() !== world.tenant.id ? 90002 : isUser ? undefined : 50034;
  return isUser && knowsPassword ? undefined : 50126;
}

function consentError(world: World, entered: Credentials): number | undefined {
  const app = appOf(world, entered.clientId.trim());
  // Without an app there is nothing to consent to; the check before says so.
  if (!app) return undefined;
  const permission = app.permissions.find((one) => one.api === "Dynamics CRM" && one.name === "user_impersonation");
  if (!permission) return 650057;
  return permission.granted || app.consentOfUser ? undefined : 65001;
}

function sameUrl(entered: string, real: string): boolean {
  const bare = (url: string): string => url.trim().replace(/\/+$/, "").toLowerCase();
  return bare(entered) === bare(real);
}
