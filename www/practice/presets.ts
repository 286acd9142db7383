/** States a trainer or a test may want to start from. They build on one another, so they can be applied in any order. */

import { addPermissions, addSecret, grantConsent, register } from "./azure-acts";
import { type Dice, systemDice } from "./made-up";
import { saveCredentials, setSync } from "./marketo-acts";
import { type App, type World, newWorld } from "./world";

/** The names of the presets, in the order in which the control page offers them. */
export const PRESETS = ["fresh", "app", "permission", "consent", "secret", "sync-off", "expiring", "two-apps", "never-synced", "server", "ad-fs", "trouble", "mended"] as const;

/** Name of a preset. */
export type Preset = (typeof PRESETS)[number];

/** One line for a person on what a preset sets up. */
export const PRESET_NOTES: Readonly<Record<Preset, string>> = {
  fresh: "Nothing done yet: no app, the sync on. Settings stay.",
  app: "The app is registered already.",
  permission: "The app has the Dynamics CRM permission, not yet consented to.",
  consent: "The app has the permission and the consent.",
  secret: "The app has an older secret, whose value nobody knows.",
  "sync-off": "The sync is off already.",
  expiring: "Everything is set up, and the secret expires in ten days.",
  "two-apps": "Two apps with like names.",
  "never-synced": "Marketo was never connected to a CRM.",
  server: "Marketo signs in server to server, as an application user.",
  "ad-fs": "Dynamics runs on its own servers, behind AD FS.",
  trouble: "In Dynamics the sync user's role, a step of the solution and the entry in Marketo Config are missing: three red checks.",
  mended: "Everything in Dynamics is as it should be: the next run of the checks is green.",
};

/** The app's name in the walkthrough that the presets follow. */
export const APP_NAME = "Marketo Integration";

const DAY = 86_400_000;
const OWN_SERVER = "https://crm.contoso.com/XRMServices/2011/Organization.svc";

/** The world after a preset. */
export function applyPreset(world: World, preset: Preset, now = new Date(), dice: Dice = systemDice): World {
  switch (preset) {
    case "fresh":
      return newWorld(world.settings, now, dice);
    case "app":
      return withApp(world, now, dice).world;
    case "permission":
      return withPermission(world, now, dice).world;
    case "consent":
      return withConsent(world, now, dice).world;
    case "secret":
      return withSecret(world, 180, now, dice);
    case "sync-off":
      return setSync(world, "off", now);
    case "expiring":
      return expiring(world, now, dice);
    case "two-apps":
      return named(withApp(world, now, dice).world, `${APP_NAME} (test)`, now, dice).world;
    case "never-synced":
      return { ...world, marketo: { ...world.marketo, neverSynced: true, sync: "off", username: "", password: "", url: "", clientId: "", clientSecret: "", checks: [] } };
    case "server":
      return { ...world, dynamics: { ...world.dynamics, username: `marketo-app@${world.tenant.domain}` }, marketo: { ...world.marketo, method: "server", password: "" } };
    case "trouble":
    case "mended":
      return { ...world, dynamics: { ...world.dynamics, hasRole: preset === "mended", stepsEnabled: preset === "mended", assigned: preset === "mended" } };
    case "ad-fs":
      return { ...world, dynamics: { ...world.dynamics, url: OWN_SERVER }, marketo: { ...world.marketo, method: "ad-fs", url: OWN_SERVER } };
  }
}

interface Made {
  readonly world: World;
  readonly app: App;
}

function named(world: World, name: string, now: Date, dice: Dice): Made {
  return register(world, { name, accountType: "single", platform: "web", redirectUri: `https://${world.tenant.domain}` }, now, dice);
}

function withApp(world: World, now: Date, dice: Dice): Made {
  const app = world.apps.find((one) => one.name === APP_NAME);
  return app ? { world, app } : named(world, APP_NAME, now, dice);
}

function withPermission(world: World, now: Date, dice: Dice): Made {
  const made = withApp(world, now, dice);
  return { ...made, world: addPermissions(made.world, made.app.clientId, "Dynamics CRM", ["user_impersonation"]) };
}

function withConsent(world: World, now: Date, dice: Dice): Made {
  const made = withPermission(world, now, dice);
  // Somebody who may has consented earlier, whatever the admin at the screen may do.
  const allowed = grantConsent({ ...made.world, settings: { ...world.settings, mayConsent: true } }, made.app.clientId);
  return { ...made, world: { ...allowed, settings: world.settings } };
}

function withSecret(world: World, days: number, now: Date, dice: Dice): World {
  const made = withConsent(world, now, dice);
  const expires = new Date(now.getTime() + days * DAY).toISOString();
  return addSecret(made.world, made.app.clientId, { description: "Marketo sync", expires }, now, dice).world;
}

function expiring(world: World, now: Date, dice: Dice): World {
  const next = withSecret(world, 10, now, dice);
  const app = next.apps.find((one) => one.name === APP_NAME);
  const clientSecret = app?.secrets.at(-1)?.value ?? "";
  return saveCredentials(next, { ...next.marketo, clientId: app?.clientId ?? "", clientSecret });
}
