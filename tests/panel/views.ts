/** Views made up to look like those of a real journey; the last word on them is the core's. */
import type { Arg, ConnectionView, JourneyChoice, Now, PairView, Part, Recipe, RecordLine, Row, RowState, Text, Tone, View, Voyage } from "../../extension/generated/core";

const AZURE = ["app", "public_client", "permission", "consent", "secret"];
const MARKETO = ["sync_off", "credentials", "validate", "sync_on"];

/** What somebody may call an app who wants more than a name. */
export const NASTY = "<img src=x onerror=alert(1)> [a](https://evil.example) | *b* `c` & www.evil.example";

/** A message with its arguments. */
export const text = (key: string, ...args: Arg[]): Text => ({ key, args });

/** The pair, with this much time left. */
export function pair(milliseconds: number, more: Partial<PairView> = {}): PairView {
  const until = Date.now() + milliseconds;
  return { client_id: "5f0c2b1e-84d1-4a7e-9c39-1c2d7a30b1ff", hint: "x7k", length: 40, verdict: text("secret_verified"), tone: "Good", until, ...more };
}

/** The present step. */
export function now(step: string, cue: Text, more: Partial<Now> = {}): Now {
  const missing = { ...cue, key: `${cue.key}_miss` };
  const of = { step: 11, of: 15, site: "marketo" as const, seen: true, reason: null, until: null, note: null, tone: "Plain" as const, button: null };
  return { ...of, title: text(`step_${step}_title`), why: text(`step_${step}_why`), body: cue, missing, ...more };
}

/** A journey with so many steps done on each side. */
export function view(azure: number, marketo: number, voyage: Partial<Voyage> = {}, more: Partial<View> = {}): View {
  const journeys = ["online", "rotate", "first-connection"].map(journey);
  const whole = {
    journey: "online",
    suggestion: null,
    title: text("journey_online"),
    sync_off_since: null,
    now: null,
    azure: { caption: text("bank_azure_tenant", { Plain: "contoso.onmicrosoft.com" }), steps: rows(AZURE, azure) },
    pair: null,
    choices: [],
    checks: [],
    marketo: { caption: text("bank_marketo_host", { Plain: "app-ab13" }), steps: rows(MARKETO, marketo) },
    test: null,
    hand_over: null,
    ...voyage,
  };
  return { language: null, journeys, voyage: whole, notices: [], weighed: null, explained: null, recipes: [], connections: [], elsewhere: { cloud: "World", allowed: [], asks: null }, ...more };
}

const journey = (id: string): JourneyChoice => {
  const key = `journey_${id.replaceAll("-", "_")}`;
  return { id, title: text(key), remark: text(`${key}_remark`) };
};

function rows(ids: string[], done: number): Row[] {
  return ids.map((id, place): Row => {
    const state: RowState = place > done ? "ToCome" : place === done ? "Now" : id === "public_client" ? "Passed" : "Done";
    const remark = id === "consent" && state === "Done" ? text("remark_granted") : id === "public_client" ? text("remark_optional") : null;
    return { id, title: text(`stage_${id}`), state, remark };
  });
}

const MINUTE = 60_000;
const ROLE = "Sync user is assigned to the Marketo Sync User role";
const STEPS = "All steps in the solution are enabled";

const part = (key: string, more: Partial<Part> = {}): Part => ({ text: text(key), line: null, letter: null, url: null, ...more });

/** The steps that mend a check. */
function cure(check: "role"): Part[] {
  const labels = (...all: string[]): Arg[] => all.map((Label) => ({ Label }));
  return [
    part("check_advanced", { text: text("check_advanced", ...labels("Advanced Settings")) }),
    part(`check_${check}_open`, { text: text(`check_${check}_open`, ...labels("Settings", "Security", "Users")) }),
    part(`check_${check}_tick`, { text: text(`check_${check}_tick`, ...labels("Manage Roles", "Marketo Sync User", "OK")) }),
    part("link_permissions", { url: "https://portal.azure.com/#view" }),
  ];
}

const since = (): number => Date.now() - 40 * MINUTE;

/** One view for everything that the panel can look like. */
export const VIEWS = {
  start: (): View => ({ ...view(0, 0), voyage: null }),
  unseen: (): View => view(4, -1, { now: now("new_secret", text("cue_new_secret", { Label: "Ny klienthemlighet" }), { site: "azure", seen: false, reason: text("reason_absent", { Label: "Ny klienthemlighet" }) }) }),
  keep: (): View => {
    const note = text("note_secret", { Plain: "x7k" }, { Plain: "40" });
    return view(4, -1, { now: now("keep_secret", text("cue_keep_secret", { Label: "Värde" }), { site: "azure", note, tone: "Good", button: "Keep" }) });
  },
  better: (): View => {
    const suggestion = { journey: journey("rotate"), why: text("fits_expiring", { Date: Date.now() }) };
    return view(4, -1, { suggestion, now: now("new_secret", text("cue_new_secret", { Label: "New client secret" }), { site: "azure" }) });
  },
  fill: (): View => view(5, 1, { sync_off_since: since(), now: now("fill_credentials", text("cue_fill"), { button: "Fill" }), pair: pair(12 * MINUTE) }),
  failed: (): View => {
    const notices = [{ text: text("pair_expiring", { Time: Date.now() + MINUTE }), tone: "Warn" as const }];
    const doubtful = pair(MINUTE, { verdict: text("secret_unverified"), tone: "Warn" });
    const checks = [
      { id: "role", title: text("check_title", { Plain: "3" }, { Plain: ROLE }), ask: null, passed: false, cause: text("check_role_cause"), cure: cure("role") },
      { id: "steps", title: text("check_title", { Plain: "5" }, { Plain: STEPS }), ask: text("check_ask", { Plain: "5" }, { Label: STEPS }), passed: null, cause: text("check_steps_cause"), cure: [] },
    ];
    return view(5, 2, { sync_off_since: since() - 48 * 60 * MINUTE, now: now("read_checks", text("cue_checks_failed", { Plain: "1" }, { Label: "Close" })), pair: doubtful, checks }, { notices });
  },
  consent: (): View => {
    const greyed = now("grant_consent", text("cue_consent_greyed", { Label: "Grant admin consent for Contoso" }), { step: 5, site: "azure", button: "PassOver" });
    const letter = text("recipe_consent_letter", { Plain: "Marketo Integration" }, { Plain: "5f0c2b1e-84d1-4a7e-9c39-1c2d7a30b1ff" }, { Plain: "https://login.microsoftonline.com/6ba7b810-9dad-11d1-80b4-00c04fd430c8/adminconsent?client_id=5f0c2b1e-84d1-4a7e-9c39-1c2d7a30b1ff" });
    const parts = [part("recipe_consent_ask_why"), part("recipe_consent_ask_letter", { letter }), part("recipe_consent_ask_after")];
    const recipe = (id: string, parts: Part[], open = false): Recipe => ({ id, title: text(`recipe_${id}`), parts, checked: null, beside: true, open });
    const recipes = [recipe("consent_link", [part("recipe_consent_link_why")]), recipe("consent_ask", parts, true), recipe("consent_declined", [part("recipe_consent_declined_why")])];
    return view(3, -1, { now: greyed }, { recipes });
  },
  tested: (): View => {
    const links = [part("link_marketo", { url: "https://app-ab13.marketo.com/" }), part("link_look_up", { url: "https://login.microsoftonline.com/error?code=9002326" })];
    const findings = [{ code: "AADSTS9002326", cause: text("aadsts_browser_refused_cause"), cure: text("aadsts_browser_refused_cure"), links }];
    const line = "read -rsp 'Client secret: ' secret; echo\nprintf %s \"$secret\" | curl --data-urlencode client_secret@- https://login.microsoftonline.com/";
    const by_hand = [part("recipe_test_curl", { line }), part("recipe_test_read")];
    return view(5, 1, { now: now("fill_credentials", text("cue_fill"), { button: "Fill" }), pair: pair(12 * MINUTE), test: { able: true, asking: false, said: text("test_cannot"), tone: "Warn", findings, by_hand } });
  },
  weighed: (): View => {
    const weighed = { client_id: null, suggested: null, doubt: null, hint: "x7k", length: 40, verdict: text("pair_client_id_missing"), tone: "Warn" as const, keepable: true };
    return view(5, 1, { now: now("fill_credentials", text("cue_no_pair")) }, { weighed });
  },
  asks: (): View => {
    const elsewhere = { cloud: "Government" as const, allowed: [], asks: "Government" as const };
    return view(0, -1, { now: now("new_registration", text("cue_to_app_list"), { site: "azure", seen: false, button: "OpenAzure" }) }, { elsewhere });
  },
  done: (): View => {
    const line = (label: string, value: Text): RecordLine => ({ label: text(label), value });
    const plain = (words: string): Text => text("remark_plain", { Plain: words });
    const lines = [
      line("record_app", plain(NASTY)),
      line("record_client_id", plain("5f0c2b1e-84d1-4a7e-9c39-1c2d7a30b1ff")),
      line("record_expires", text("remark_plain", { Date: Date.UTC(2027, 4, 22) })),
    ];
    const hand_over = { at: Date.UTC(2026, 4, 22, 12), practice: true, lines, checks: [{ label: text("check_title", { Plain: "3" }, { Plain: "Role Marketo Sync User" }), value: text("record_passed") }] };
    return view(5, 4, { hand_over });
  },
  connections: (): View => {
    const one = (name: string, ends: string | null, remark: Text, tone: Tone): ConnectionView => ({ client_id: `id-of-${name}`, name, tenant: "contoso.onmicrosoft.com", ends, remark, tone });
    const day = Date.UTC(2027, 4, 22);
    const connections = [
      one("Marketo Integration", "2027-05-22", text("connection_days", { Plain: "12" }, { Date: day }), "Bad"),
      one("Marketo Sandbox", null, text("connection_unknown"), "Warn"),
    ];
    return { ...view(0, 0), voyage: null, connections };
  },
  help: (): View => {
    const links = [part("link_secrets", { url: "https://portal.azure.com/#view" }), part("link_look_up", { url: "https://login.microsoftonline.com/error?code=7000215" })];
    const findings = [{ code: "AADSTS7000215", cause: text("aadsts_secret_wrong_cause"), cure: text("aadsts_secret_wrong_cure"), links }];
    const parts = [part("recipe_federated_when"), part("recipe_federated_az", { line: "az login --tenant 6ba7b810-9dad-11d1-80b4-00c04fd430c8\napp=$(az ad sp show)" })];
    const recipes = [{ id: "federated", title: text("recipe_federated"), parts, checked: true, beside: false, open: false }];
    return view(5, 2, { now: now("read_checks", text("cue_checks_failed", { Plain: "2" })) }, { explained: { findings }, recipes });
  },
};
