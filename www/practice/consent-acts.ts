/** What Microsoft's consent page makes of a link, and what an answer there changes. */

import { type App, type World, appOf } from "./world";

/** A question for consent that the link leads to. */
export interface Asked {
  /** An administrator for everybody, or the sync user for itself. */
  readonly who: "admin" | "user";
  readonly app: App;
  /** Where the browser goes with the answer. */
  readonly back: (accepts: boolean) => string;
}

/** What a link asks, or the AADSTS number that it is refused with. */
export function asks(world: World, link: string): Asked | { readonly code: number } {
  const { pathname, searchParams } = new URL(link);
  const [tenant = "", ...rest] = pathname.split("/").filter(Boolean);
  const admin = rest.at(-1) === "adminconsent";
  if (!admin && rest.at(-1) !== "authorize") return { code: 90_019 };
  const app = appOf(world, searchParams.get("client_id") ?? "");
  if (["common", "organizations"].includes(tenant)) {
    if (app?.accountType === "single") return { code: 50_194 };
  } else if (tenant !== world.tenant.id && tenant !== world.tenant.domain) return { code: 90_002 };
  if (!app) return { code: 700_016 };
  const redirect = searchParams.get("redirect_uri") ?? app.redirectUri;
  if (redirect === "") return { code: 900_971 };
  if (redirect !== app.redirectUri) return { code: 50_011 };
  const state = searchParams.get("state") ?? "";
  return {
    who: admin ? "admin" : "user",
    app,
    back(accepts) {
      const answer = new URL(redirect);
      const fields = !accepts ? { error: "access_denied", error_description: "AADSTS65004: User declined to consent to access the app.", state } : admin ? { admin_consent: "True", tenant: world.tenant.id } : { code: "practice", state };
      for (const [name, value] of Object.entries(fields)) answer.searchParams.set(name, value);
      return answer.href;
    },
  };
}

/** The world after somebody has accepted. On this page it is somebody who may, whoever sits before the portal. */
export function answered(world: World, { who, app }: Pick<Asked, "who" | "app">): World {
  const given = (one: App): App =>
    who === "admin" ? { ...one, permissions: one.permissions.map((permission) => ({ ...permission, granted: true })) } : { ...one, consentOfUser: true };
  return { ...world, apps: world.apps.map((one) => (one.clientId === app.clientId ? given(one) : one)) };
}
