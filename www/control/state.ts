import { h } from "../marketo/dom";
import type { App, World } from "../practice/world";

/** What there is in the practice world, for the trainer; the secrets themselves are not shown. */
export function stateOf({ apps, marketo, tenant }: World): HTMLElement {
  const passed = marketo.checks.filter((check) => check.passed).length;
  return h(
    "dl",
    { class: "state" },
    ...row("Tenant", `${tenant.name}, ${tenant.domain}`),
    ...row("Apps", ...(apps.length === 0 ? ["none"] : apps.map(appOf))),
    ...row("Sync", marketo.neverSynced ? "never connected" : `${marketo.sync}, since ${new Date(marketo.syncSince).toLocaleTimeString()}`),
    ...row("Credentials", marketo.clientId === "" ? "without a client ID" : `client ID ${marketo.clientId}, ${marketo.clientSecret === "" ? "no secret" : "a secret"}`),
    ...row("Checks", marketo.checks.length === 0 ? "not run" : `${String(passed)} of ${String(marketo.checks.length)} passed`),
  );
}

function row(term: string, ...texts: string[]): HTMLElement[] {
  return [h("dt", {}, term), ...texts.map((text) => h("dd", {}, text))];
}

function appOf({ name, clientId, permissions, secrets }: App): string {
  const crm = permissions.find((permission) => permission.api === "Dynamics CRM");
  const consent = crm === undefined ? "no Dynamics permission" : crm.granted ? "consent granted" : "no consent yet";
  return `${name} (${clientId}): ${consent}, ${String(secrets.length)} ${secrets.length === 1 ? "secret" : "secrets"}`;
}
