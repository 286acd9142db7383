import assert from "node:assert/strict";
import { test } from "node:test";
import { addPermissions, addSecret, grantConsent, masked, register } from "./azure-acts";
import { answered, asks } from "./consent-acts";
import { type Dice, checksum, guid, secretValue } from "./made-up";
import { checksOf, saveCredentials, setSync, validate } from "./marketo-acts";
import { PRESETS, applyPreset } from "./presets";
import { inStorage, openStore } from "./store";
import { type App, CHECKS, type Credentials, type World, newWorld } from "./world";

const NOW = new Date("2026-11-23T09:00:00Z");
const LATER = new Date("2027-11-23T09:00:00Z");

/** Bytes that look random and are the same in every run. */
function seeded(seed: number): Dice {
  let state = seed;
  return (count) =>
    Uint8Array.from({ length: count }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state >>> 24;
    });
}

function complete(): { world: World; app: App; entered: Credentials } {
  const dice = seeded(1);
  const start = newWorld(undefined, NOW, dice);
  const form = { name: " Marketo Integration ", accountType: "single", platform: "web", redirectUri: "https://contoso.com" } as const;
  const { world: registered, app } = register(start, form, NOW, dice);
  const permitted = grantConsent(addPermissions(registered, app.clientId, "Dynamics CRM", ["user_impersonation"]), app.clientId);
  const { world, secret } = addSecret(permitted, app.clientId, { description: "sync", expires: "2027-05-22T09:00:00Z" }, NOW, dice);
  return { world, app, entered: { ...world.marketo, clientId: app.clientId, clientSecret: secret.value } };
}

test("the checksum is Microsoft's", () => {
  const published = ["zzz8Q", "z".repeat(31)].join("~");
  assert.equal(checksum(published), "blP");
  const dice = seeded(7);
  for (let round = 0; round < 500; round += 1) {
    const value = secretValue(dice);
    assert.match(value, /^[A-Za-z0-9_~.-]{3}8Q~[A-Za-z0-9_~.-]{34}$/);
    assert.equal(checksum(value.slice(0, 37)), value.slice(37));
  }
  assert.match(guid(dice), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test("a new app has a trimmed name and Graph's permission, not consented to", () => {
  const { app } = complete();
  assert.equal(app.name, "Marketo Integration");
  assert.deepEqual(app.permissions, [{ api: "Microsoft Graph", name: "User.Read", granted: false }]);
  assert.notEqual(app.clientId, app.objectId);
});

test("consent needs the right to grant it", () => {
  const { world, app } = complete();
  const added = addPermissions(world, app.clientId, "Microsoft Graph", ["User.Read", "openid"]);
  assert.equal(added.apps[0]?.permissions.length, 3);
  const refused = grantConsent({ ...added, settings: { ...added.settings, mayConsent: false } }, app.clientId);
  assert.equal(refused.apps[0]?.permissions.at(-1)?.granted, false);
});

test("a masked secret shows its first three characters", () => {
  const secret = complete().world.apps[0]?.secrets[0];
  assert.ok(secret);
  assert.equal(masked(secret), `${secret.value.slice(0, 3)}***************`);
});

test("the seven checks follow from what was entered", () => {
  const { world, app, entered } = complete();
  const failed = (at: World, given: Credentials, now = NOW): string =>
    checksOf(at, given, now)
      .filter((check) => !check.passed)
      .map((check) => `${check.id} ${String(check.code ?? "")}`.trim())
      .join(", ");
  const without = (part: Partial<App>): World => ({ ...world, apps: world.apps.map((one) => ({ ...one, ...part })) });
  const secretId = world.apps[0]?.secrets[0]?.id ?? "";

  assert.deepEqual(checksOf(world, entered, NOW).map((check) => check.id), [...CHECKS]);
  assert.equal(failed(world, entered), "");
  assert.equal(failed(world, { ...entered, url: `${entered.url.toUpperCase()}/` }), "");
  assert.equal(failed(world, { ...entered, url: "https://elsewhere.example" }), "url");
  assert.equal(failed(world, { ...entered, clientId: app.objectId }), "credentials 700016");
  assert.equal(failed(world, { ...entered, clientSecret: "" }), "credentials 7000218");
  assert.equal(failed(world, { ...entered, clientSecret: secretId }), "credentials 7000215");
  assert.equal(failed(world, { ...entered, clientSecret: entered.clientSecret.slice(1) }), "credentials 7000215");
  assert.equal(failed(world, entered, LATER), "credentials 7000222");
  assert.equal(failed(world, { ...entered, password: "wrong" }), "credentials 50126");
  assert.equal(failed(world, { ...entered, username: "else@contoso.onmicrosoft.com" }), "credentials 50126, match");
  assert.equal(failed(without({ platform: "public", publicClient: true }), entered), "credentials 700025");
  assert.equal(failed(without({ publicClient: true }), entered), "");
  assert.equal(failed(without({ permissions: [] }), entered), "role 650057");
  assert.equal(failed(without({ permissions: [{ api: "Dynamics CRM", name: "user_impersonation", granted: false }] }), entered), "role 65001");
  assert.equal(failed({ ...world, dynamics: { ...world.dynamics, stepsEnabled: false } }, entered), "steps");
});

test("saving changes nothing but the credentials, validating nothing but the checks", () => {
  const { world, entered } = complete();
  const saved = saveCredentials(world, entered);
  assert.equal(saved.marketo.clientSecret, entered.clientSecret);
  assert.equal(saved.marketo.sync, "on");
  assert.equal(validate(saved, entered, NOW).marketo.checks.length, 7);
  assert.equal(setSync(saved, "off", LATER).marketo.syncSince, LATER.toISOString());
  assert.equal(setSync(saved, "on", LATER), saved);
});

test("every preset gives what it says", () => {
  const start = { ...newWorld(undefined, NOW, seeded(3)), settings: { ...newWorld().settings, mayConsent: false, theme: "dark" as const } };
  for (const preset of PRESETS) {
    const world = applyPreset(start, preset, NOW, seeded(4));
    assert.deepEqual(world.settings, start.settings, preset);
  }
  const granted = applyPreset(start, "consent", NOW).apps[0];
  assert.ok(granted?.permissions.every((permission) => permission.granted));
  assert.equal(applyPreset(start, "two-apps", NOW).apps.length, 2);
  assert.equal(applyPreset(applyPreset(start, "app", NOW), "app", NOW).apps.length, 1);
  const expiring = applyPreset(start, "expiring", NOW);
  assert.ok(checksOf(expiring, expiring.marketo, NOW).every((check) => check.passed));
});

test("a change made on an old world is made again on the new one", async () => {
  const kept = new Map<string, string>();
  const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
  const backend = inStorage(storage, "world");
  const [one, two] = [await openStore(backend), await openStore(backend)];
  const heard: string[] = [];
  one.onChange((world) => heard.push(world.marketo.sync));

  await one.change((world) => setSync(world, "off", NOW));
  let tries = 0;
  await two.change((world) => {
    tries += 1;
    // Another page writes between this page's reading and its writing.
    if (tries === 1) kept.set("world", JSON.stringify({ version: 3, world: applyPreset(world, "app", NOW) }));
    return { ...world, settings: { ...world.settings, theme: "dark" } };
  });
  const world = await one.refresh();
  assert.equal(tries, 2);
  assert.equal(world.apps.length, 1);
  assert.equal(world.marketo.sync, "off");
  assert.equal(world.settings.theme, "dark");
  assert.deepEqual(heard, ["off", "off"]);
});

test("a link for consent is refused where Microsoft would refuse it, and an answer is carried back", () => {
  const { world, app } = complete();
  const host = "https://login.microsoftonline.com";
  const user = (tenant: string, more: string): string => `${host}/${tenant}/oauth2/authorize?client_id=${app.clientId}&state=a%20b${more}`;
  const code = (link: string): number | undefined => {
    const asked = asks(world, link);
    return "code" in asked ? asked.code : undefined;
  };
  assert.equal(code(user("common", "")), 50_194);
  assert.equal(code(user("elsewhere", "")), 90_002);
  assert.equal(code(user(world.tenant.id, "&redirect_uri=https%3A%2F%2Fother.example")), 50_011);
  assert.equal(code(`${host}/${world.tenant.id}/adminconsent?client_id=${world.tenant.id}`), 700_016);
  assert.equal(code(`${host}/${world.tenant.id}/logout`), 90_019);
  const asked = asks(world, user(world.tenant.id, `&redirect_uri=${encodeURIComponent(app.redirectUri)}`));
  assert.ok(!("code" in asked) && asked.who === "user");
  assert.equal(new URL(asked.back(true)).searchParams.get("state"), "a b");
  assert.equal(new URL(asked.back(false)).searchParams.get("error"), "access_denied");
});

test("the consent of the sync user alone is enough for Marketo", () => {
  const { world: granted, app, entered } = complete();
  const world = { ...granted, apps: granted.apps.map((one) => ({ ...one, permissions: one.permissions.map((permission) => ({ ...permission, granted: false })) })) };
  const role = (now: World): boolean | undefined => checksOf(now, entered, NOW).find(({ id }) => id === "role")?.passed;
  assert.equal(role(world), false);
  assert.equal(role(answered(world, { who: "user", app })), true);
  assert.equal(role(answered(world, { who: "admin", app })), true);
});
