import type { Credentials, Method } from "../practice/world";
import type { FieldSpec } from "./ext3/field";
import type { Labels } from "./labels";

/** Everything that Marketo asks for, in the order of its forms. */
const ALL = ["username", "password", "url", "clientId", "clientSecret", "tenantId"] as const;

/** Name of one of them. */
export type Asked = (typeof ALL)[number];

/** What Marketo asks for where it signs in so: an app that works alone has a tenant and no password. */
export function asked(method: Method): readonly Asked[] {
  return ALL.filter((name) => name !== (method === "server" ? "password" : "tenantId"));
}

/** The fields, filled with what is saved; a saved secret never comes back. */
export function credentialFields(words: Labels, saved: Credentials): Record<Asked, FieldSpec> {
  const field = (name: Asked, type: "text" | "password" = "text"): FieldSpec => ({ label: words[name], name, type, value: saved[name] });
  return {
    username: field("username"),
    password: field("password", "password"),
    url: field("url"),
    clientId: field("clientId"),
    clientSecret: { ...field("clientSecret", "password"), value: "" },
    tenantId: field("tenantId"),
  };
}

/** What all fields hold; nothing where none is asked for. */
export function entered(names: readonly Asked[], read: (name: Asked) => string): Credentials {
  const of = (name: Asked): string => (names.includes(name) ? read(name) : "");
  return { username: of("username"), password: of("password"), url: of("url"), clientId: of("clientId"), clientSecret: of("clientSecret"), tenantId: of("tenantId") };
}
