/** Microsoft's sign-in service, as far as the test of a pair needs it: it gives a token for a right pair, and refuses with its numbers. */
import type { World } from "../practice/world";
import type { Answer } from "./files";

/** What is asked. */
export type TokenRequest = { tenant: string; form: URLSearchParams; origin: string | undefined };

/** Answers; `"silent"` never does, `"gone"` ends the connection. */
export type Tokens = (request: TokenRequest, world: World) => Answer | "silent" | "gone";

/** Where it lives in each cloud. */
export const SIGN_IN_HOST = /^login\.(?:microsoftonline\.(?:com|us)|partner\.microsoftonline\.cn)$/;

/** The tenant of an address at which a token is asked for. */
export function tenantIn(path: string): string | undefined {
  return /^\/([^/]+)\/oauth2\/v2\.0\/token$/.exec(path)?.[1];
}

/** As Microsoft answers, by the world as it is. */
export const likeMicrosoft: Tokens = ({ tenant, form, origin }, world) => {
  if (origin !== undefined) return refusal(9002327);
  if (tenant !== world.tenant.id) return refusal(90002);
  const app = world.apps.find(({ clientId }) => clientId === form.get("client_id"));
  if (!app) return refusal(700016);
  const secret = app.secrets.find(({ value }) => value === form.get("client_secret"));
  if (!secret) return refusal(7000215);
  if (Date.parse(secret.expires) < Date.now()) return refusal(7000222);
  return answer(200, { token_type: "Bearer", expires_in: 3599, access_token: TOKEN });
};

/** The token that is given: it may be found nowhere afterwards. */
export const TOKEN = "made-up-token-that-nobody-may-keep";

/** A refusal with this number, in the shape of Microsoft's. */
export function refusal(code: number): Answer {
  const id = "0d9c3a5e-7b1f-4e28-9a60-5c1d2e3f4a5b";
  return answer(code === 90002 ? 400 : 401, {
    error: "invalid_client",
    error_description: `AADSTS${String(code)}: In words that change. Trace ID: ${id} Correlation ID: ${id} Timestamp: 2027-01-01 00:00:00Z`,
    error_codes: [code],
    timestamp: "2027-01-01 00:00:00Z",
    trace_id: id,
    correlation_id: id,
    error_uri: `https://login.microsoftonline.com/error?code=${String(code)}`,
  });
}

function answer(status: number, body: unknown): Answer {
  return { status, headers: { "content-type": "application/json; charset=utf-8" }, body: JSON.stringify(body) };
}
