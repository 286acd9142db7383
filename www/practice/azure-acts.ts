/** What an admin can do in the Azure portal: each act takes a world and gives the next one. */

import { type Dice, guid, secretValue, systemDice } from "./made-up";
import { type AccountType, type Api, type App, type Platform, type Secret, type World, appOf } from "./world";

/** What the register form asks for. */
export interface Registration {
  readonly name: string;
  readonly accountType: AccountType;
  readonly platform: Platform;
  readonly redirectUri: string;
}

/** Registers an app. Like the portal it gives every new app Microsoft Graph's User.Read, not yet consented to. */
export function register(world: World, form: Registration, now = new Date(), dice: Dice = systemDice): { world: World; app: App } {
  const app: App = {
    ...form,
    name: form.name.trim(),
    redirectUri: form.redirectUri.trim(),
    clientId: guid(dice),
    objectId: guid(dice),
    publicClient: false,
    permissions: [{ api: "Microsoft Graph", name: "User.Read", granted: false }],
    secrets: [],
    createdAt: now.toISOString(),
  };
  return { world: { ...world, apps: [...world.apps, app] }, app };
}

/** Adds delegated permissions; those already there stay as they are. */
export function addPermissions(world: World, clientId: string, api: Api, names: readonly string[]): World {
  return withApp(world, clientId, (app) => {
    const missing = names.filter((name) => !app.permissions.some((has) => has.api === api && has.name === name));
    return { ...app, permissions: [...app.permissions, ...missing.map((name) => ({ api, name, granted: false }))] };
  });
}

/** Grants consent to all permissions of an app, if the admin may. */
export function grantConsent(world: World, clientId: string): World {
  if (!world.settings.mayConsent) return world;
  return withApp(world, clientId, (app) => ({
    ...app,
    permissions: app.permissions.map((permission) => ({ ...permission, granted: true })),
  }));
}

/** Saves the authentication page. */
export function saveAuthentication(
  world: World,
  clientId: string,
  form: Pick<App, "publicClient" | "redirectUri" | "platform">,
): World {
  return withApp(world, clientId, (app) => ({ ...app, ...form }));
}

/** Makes a client secret. Older ones go on working, as in the portal. */
export function addSecret(
  world: World,
  clientId: string,
  form: Pick<Secret, "description" | "expires">,
  now = new Date(),
  dice: Dice = systemDice,
): { world: World; secret: Secret } {
  const secret: Secret = { ...form, id: guid(dice), value: secretValue(dice), createdAt: now.toISOString() };
  return { world: withApp(world, clientId, (app) => ({ ...app, secrets: [...app.secrets, secret] })), secret };
}

/** Deletes a client secret. */
export function removeSecret(world: World, clientId: string, secretId: string): World {
  return withApp(world, clientId, (app) => ({ ...app, secrets: app.secrets.filter((secret) => secret.id !== secretId) }));
}

/** What the Value column shows for a secret that this document did not make. */
export function masked(secret: Secret): string {
  return `${secret.value.slice(0, 3)}${"*".repeat(15)}`;
}

function withApp(world: World, clientId: string, change: (app: App) => App): World {
  const found = appOf(world, clientId);
  if (!found) return world;
  return { ...world, apps: world.apps.map((app) => (app === found ? change(app) : app)) };
}
