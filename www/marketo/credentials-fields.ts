import type { Credentials } from "../practice/world";
import type { FieldSpec } from "./ext3/field";
import type { Labels } from "./labels";

/** The five things Marketo asks for, in the order of its forms. */
export const ASKED = ["username", "password", "url", "clientId", "clientSecret"] as const;

/** Name of one of the five. */
export type Asked = (typeof ASKED)[number];

/** The five fields, filled with what is saved; a saved secret never comes back. */
export function credentialFields(words: Labels, saved: Credentials): Record<Asked, FieldSpec> {
  const field = (name: Asked, type: "text" | "password" = "text"): FieldSpec => ({ label: words[name], name, type, value: saved[name] });
  return {
    username: field("username"),
    password: field("password", "password"),
    url: field("url"),
    clientId: field("clientId"),
    clientSecret: { ...field("clientSecret", "password"), value: "" },
  };
}

/** What all five fields hold. */
export function entered(read: (name: Asked) => string): Credentials {
  const [username, password, url, clientId, clientSecret] = ASKED.map(read) as [string, string, string, string, string];
  return { username, password, url, clientId, clientSecret };
}
