import type { AccountType, Platform } from "../../practice/world";
import type { Option } from "../fx/options";
import type { Say } from "../labels";

/** The four kinds of accounts, in the older or the newer wording. */
export function accountTypes(say: Say, tenant: string, wording: "radio" | "dropdown"): Option<AccountType>[] {
  const old = wording === "radio";
  return [
    { value: "single", text: old ? say("singleTenantOld", tenant) : say("singleTenant", tenant) },
    { value: "multiple", text: say(old ? "multiTenantOld" : "multiTenant") },
    { value: "multiple-personal", text: say(old ? "multiPersonalOld" : "multiPersonal") },
    { value: "personal", text: say(old ? "personalOld" : "personal") },
  ];
}

/** The platforms of a redirect URI; Web is the second, as in the portal. */
export function platforms(say: Say): Option<Platform>[] {
  return [
    { value: "public", text: say("platformPublic") },
    { value: "web", text: say("platformWeb") },
    { value: "spa", text: say("platformSpa") },
  ];
}
