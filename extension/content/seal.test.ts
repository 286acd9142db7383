import assert from "node:assert/strict";
import { test } from "node:test";
import { seal, sealAddress } from "./seal";

/** Apart from the rest, so that no literal here has the shape of a secret. */
const TILDE = String.fromCharCode(126);
const sample = `zzz8Q${TILDE}${"z".repeat(31)}blP`;

test("a secret is described, not shown", () => {
  assert.deepEqual(seal(`Value ${sample}`), { text: "Value", sealed: { kind: "current", length: 40, hint: "zzz", checksum: true } });
  assert.equal(seal(sample.replace("blP", "blQ")).sealed?.checksum, false);
  assert.deepEqual(seal(`${sample.slice(0, 12)}...`), { text: "\u2026", sealed: { kind: "current", length: 12, hint: "zzz", checksum: false } });
  assert.equal(seal(sample.slice(0, 39)).sealed?.checksum, false);
});

test("every kind is told by its signature", () => {
  const body = "Ab3_d-Fg.H1jK~mN0pQrStUvWx2zAb4dEf";
  const kinds: [string, string][] = [
    [`abc7Q${TILDE}${body.slice(0, 31)}`, "previous"],
    [`abc9Q${TILDE}${body}`, "unknown"],
    [body, "legacy"],
    ["xK9$pL2@qR7!mN4#vT8%wZ3", "unknown"],
    ["Zm9vYmFy0123QUJDREVGdGVzdA==", "unknown"],
    ["9f86d081884c7d659a2feaa0c55ad015", "unknown"],
  ];
  for (const [secret, kind] of kinds) {
    assert.equal(seal(secret).sealed?.kind, kind, secret);
    assert.equal(seal(secret).text, "", secret);
  }
});

test("what is no secret stays", () => {
  for (const text of [
    "3f2504e0-4f89-11d3-9a0c-0305e82c3301",
    "api://3f2504e0-4f89-11d3-9a0c-0305e82c3301/user_impersonation",
    "https://contoso.api.crm4.dynamics.com/XRMServices/2011/Organization.svc",
    "marketo.sync2@contoso-prod1.onmicrosoft.com",
    "contoso-eu-west-1.crm4.dynamics.com",
    "CONTOSO\\marketo.sync2027",
    "Marketo-Integration-2027",
    "DefaultResourceGroup-WEU2",
    "MarketoDynamicsConnectorV2",
    "2027-05-22T10:00:00.000Z",
    "12/31/2027, 11:59:59",
    "crmEditCredentialsForm-1018",
    "Program-ID (klient) för Marketo2Dynamics-koppling",
    "user_impersonation",
    "Microsoft_AAD_RegisteredApps",
    "abc***************",
    "jL8***************",
    "アプリケーション(クライアント)ID2027年5月22日",
    "730 days (24 months)",
    "00000003-0000-0000-c000-000000000000/0000",
  ]) {
    assert.deepEqual(seal(text), { text }, text);
  }
});

test("an address loses its secrets and keeps its route", () => {
  const route = "https://portal.azure.com/?l=en.en-us#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Credentials/appId/3f2504e0-4f89-11d3-9a0c-0305e82c3301/isMSAApp~/false";
  assert.equal(sealAddress(route), route);
  assert.equal(sealAddress(`https://x.example/?client_secret=${sample}&a=b`), "https://x.example/?client_secret=&a=b");
});
