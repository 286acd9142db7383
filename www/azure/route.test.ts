import assert from "node:assert/strict";
import { test } from "node:test";
import { ITEMS, type Route, parse, to } from "./route";

const ID = "0a1b2c3d-0000-4000-8000-00000000000f";
const OBJECT = "0a1b2c3d-1111-4000-8000-00000000000f";

/** Every form of address that the real portal was seen with. */
const ADDRESSES: readonly (readonly [string, Route["kind"], Partial<Route>])[] = [
  ["", "home", {}],
  ["#home", "home", {}],
  ["#@contoso.onmicrosoft.com/", "home", {}],
  ["#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade", "list", {}],
  ["#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade/quickStartType~/null/sourceType/Microsoft_AAD_IAM", "list", {}],
  ["#blade/Microsoft_AAD_RegisteredApps/applicationsListBlade", "list", {}],
  ["#view/Microsoft_AAD_IAM/ActiveDirectoryMenuBlade/~/RegisteredApps", "list", {}],
  ["#view/Microsoft_AAD_RegisteredApps/CreateApplicationBlade.ReactView/isMSAApp~/false", "register", {}],
  [`#@contoso.onmicrosoft.com/view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Overview/appId/${ID}`, "app", { item: "Overview", clientId: ID }],
  [`#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/CallAnApi/appId/${ID}/objectId/${OBJECT}`, "app", { item: "CallAnAPI", clientId: ID, objectId: OBJECT }],
  [`#blade/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/Credentials/appId/${ID}`, "app", { item: "Credentials", clientId: ID }],
  [`#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Credentials/objectId/${OBJECT}`, "enterprise", { clientId: "", objectId: OBJECT }],
  ["#view/HubsExtension/BrowseResourceGroups.ReactView", "unknown", {}],
  ["#view/Microsoft_AAD_RegisteredApps/Other%ZZ", "unknown", {}],
];

test("every form of address leads to its screen", () => {
  for (const [hash, kind, parts] of ADDRESSES) {
    const route = parse(hash);
    assert.deepEqual({ ...route, ...parts }, route, hash);
    assert.equal(route.kind, kind, hash);
  }
});

test("the portal's own addresses lead where they say", () => {
  for (const item of ITEMS) assert.deepEqual(parse(to.app(ID, item)), { kind: "app", item, clientId: ID, objectId: "" });
  assert.equal(parse(to.list).kind, "list");
  assert.equal(parse(to.register).kind, "register");
  assert.equal(parse(to.enterprise(OBJECT)).objectId, OBJECT);
});
