// Written from the Rust types by src/core/typescript.rs. Do not edit.

export type Arg = { "Label": string } | { "Plain": string } | { "Date": number } | { "Time": number } | { "Message": string };

export type Badge = "Nothing" | "SyncOff" | "Pair" | "Done" | "Ending";

export type Bank = { 
/**
 * The heading: the portal, and the tenant or the address.
 */
caption: Text, 
/**
 * The steps.
 */
steps: Array<Row>, };

export type Button = "Keep" | "Fill" | "OpenAzure" | "OpenMarketo" | "PassOver" | "Vouch" | "Paste" | "Finish";

export type Check = "url" | "credentials" | "role" | "solution" | "steps" | "assigned" | "match";

export type CheckView = { 
/**
 * Its word, for [`Command::Judge`](crate::Command::Judge).
 */
id: string, 
/**
 * Its number and its name, as Marketo writes it.
 */
title: Text, 
/**
 * The question for a person; `None`: the page tells.
 */
ask: Text | null, 
/**
 * Whether it passed; `None`: nobody has said.
 */
passed: boolean | null, 
/**
 * What a red X means.
 */
cause: Text, 
/**
 * What to do about it, step by step; empty where it is not red.
 */
cure: Array<Part>, };

export type Chore = "Keep" | "Forget" | "Store" | "Recall";

export type Cloud = "World" | "Government" | "China";

export type Command = { "Start": { 
/**
 * Its name, a file of `journey/`.
 */
journey: string, } } | "StartOver" | { "Press": { 
/**
 * The button.
 */
button: Button, } } | "Act" | "Wipe" | "Extend" | "TestPair" | { "Choose": { 
/**
 * Its [`number`](crate::PairChoice::number).
 */
number: number, } } | { "Weigh": { 
/**
 * What was pasted, whole.
 */
text: string, } } | { "KeepWeighed": { 
/**
 * The client ID, where the paste held none; what was put there may well be the secret.
 */
client_id: string | null, } } | "DropWeighed" | { "Explain": { 
/**
 * What was pasted, whole: it may hold more than an error.
 */
text: string, } } | "DropExplained" | { "SetExpiry": { 
/**
 * The connection's client ID.
 */
client_id: string, 
/**
 * The day, `YYYY-MM-DD`.
 */
day: string, } } | { "ForgetConnection": { 
/**
 * Its client ID.
 */
client_id: string, } } | { "CheckOff": { 
/**
 * The recipe's name.
 */
recipe: string, 
/**
 * Whether it is done.
 */
done: boolean, } } | { "Judge": { 
/**
 * The check.
 */
check: Check, 
/**
 * Whether its mark is green.
 */
passed: boolean, } } | { "Locate": { 
/**
 * The cloud.
 */
cloud: Cloud, } } | { "Speak": { 
/**
 * A folder of `_locales`.
 */
language: string | null, } };

export type ConnectionView = { 
/**
 * The app's client ID; it names the connection.
 */
client_id: string, 
/**
 * The app's name, or its client ID again.
 */
name: string, 
/**
 * The tenant's name, or its ID.
 */
tenant: string | null, 
/**
 * The day the secret ends, `YYYY-MM-DD`; `None`: it has to be asked for.
 */
ends: string | null, 
/**
 * How long that is.
 */
remark: Text, 
/**
 * How the remark is meant.
 */
tone: Tone, };

export type Effect = { "Guide": { 
/**
 * The frame that holds the target.
 */
place: Place, 
/**
 * What to draw.
 */
guide: Guide, } } | { "Unguide": { 
/**
 * The frame.
 */
place: Place, } } | { "Take": { 
/**
 * The number of this order.
 */
order: OrderId, 
/**
 * The frame.
 */
place: Place, 
/**
 * The address that the frame must still have.
 */
url: string, 
/**
 * The cell's handle.
 */
node: number, } } | { "Fill": { 
/**
 * The number of this order; the shell redeems the pair with it.
 */
order: OrderId, 
/**
 * The frame.
 */
place: Place, 
/**
 * The address that the frame must still have.
 */
url: string, 
/**
 * The fields.
 */
fields: Array<Field>, } } | { "RequestToken": { 
/**
 * The number of this order; the shell redeems the pair with it.
 */
order: OrderId, 
/**
 * The address to ask at.
 */
url: string, 
/**
 * What the token would be for.
 */
scope: string, } } | "Keep" | "Forget" | "Store" | { "Wake": { 
/**
 * The moment; `None`: no alarm.
 */
at: Moment | null, } } | { "Linger": { 
/**
 * How long.
 */
milliseconds: number, } } | { "Open": { 
/**
 * The address.
 */
url: string, } } | { "Badge": { 
/**
 * What it says.
 */
badge: Badge, } } | { "Remind": { 
/**
 * The connection's client ID: a newer reminder takes the place of an older one.
 */
connection: string, 
/**
 * The headline.
 */
title: Text, 
/**
 * What to do until when.
 */
body: Text, } } | { "Watch": { 
/**
 * Whether a journey is under way.
 */
on: boolean, } };

export type Elsewhere = { 
/**
 * The cloud that the journey's Azure portal is in.
 */
cloud: Cloud, 
/**
 * What has been allowed.
 */
allowed: Array<Reach>, 
/**
 * What is needed now and not allowed.
 */
asks: Reach | null, };

export type Event = { "Saw": { 
/**
 * The frame.
 */
place: Place, 
/**
 * Its digest.
 */
page: Page, } } | { "Left": { 
/**
 * The document that is gone.
 */
place: Place, } } | { "Closed": { 
/**
 * The tab's ID.
 */
tab: number, } } | { "Foreground": { 
/**
 * The tab's ID.
 */
tab: number | null, } } | { "Pressed": { 
/**
 * The frame that shows the card.
 */
place: Place, 
/**
 * The button.
 */
button: Button, } } | { "Asked": { 
/**
 * What they asked for.
 */
command: Command, } } | { "Taken": { 
/**
 * The order that this answers.
 */
order: OrderId, 
/**
 * The frame that answers.
 */
place: Place, 
/**
 * The frame's address at the instant of reading.
 */
url: string, 
/**
 * The cell's text, or the fault.
 */
outcome: Take, } } | { "Filled": { 
/**
 * The order that this answers.
 */
order: OrderId, 
/**
 * The frame that answers.
 */
place: Place, 
/**
 * `None` when every field holds its value.
 */
fault: HandFault | null, } } | { "TokenAnswered": { 
/**
 * The order that this answers.
 */
order: OrderId, 
/**
 * How it ended.
 */
outcome: Outcome, 
/**
 * The numbers of Microsoft's refusal.
 */
codes: Array<number>, } } | "Rang" | "Locked" | "Unsheltered" | { "Allowed": { 
/**
 * The groups that are allowed; a group that is missing has been taken back.
 */
reaches: Array<Reach>, } } | "BrowserStarted" | { "Stored": { 
/**
 * What was to be done.
 */
chore: Chore, 
/**
 * Whether it failed.
 */
failed: boolean, } } | { "Online": { 
/**
 * Whether there is a network.
 */
on: boolean, } };

export type Explained = { 
/**
 * Each code in it, in their order; empty: there was none.
 */
findings: Array<Finding>, };

export type Field = { 
/**
 * The field's handle.
 */
node: number, 
/**
 * What goes in.
 */
half: Half, };

export type Finding = { 
/**
 * The code, as Microsoft writes it.
 */
code: string, 
/**
 * Why it happens.
 */
cause: Text, 
/**
 * What to do.
 */
cure: Text, 
/**
 * Where the next click is, and where Microsoft explains the code.
 */
links: Array<Part>, };

export type Guide = { 
/**
 * The handle of the control to point at; `None`: the card stands alone, bottom right.
 */
target?: number, 
/**
 * The step's number, from 1.
 */
step: number, 
/**
 * The number of steps.
 */
of: number, 
/**
 * The headline.
 */
title: Text, 
/**
 * What to do.
 */
body: Text, 
/**
 * Why, on request.
 */
why: Text, 
/**
 * "Not here?": what Keyferry looks for on this page, what it sees and what is missing.
 */
reason?: Text, 
/**
 * Then what it looks for on any page and what to do by hand.
 */
missing: Text, 
/**
 * The fingerprint line, or what went wrong.
 */
note?: Text, 
/**
 * How the note is meant.
 */
tone: Tone, 
/**
 * The one filled button.
 */
button?: Button, };

export type Half = "ClientId" | "Secret" | "TenantId";

export type HandFault = "Moved" | "Gone" | "Reverted" | "Background" | "Silent";

export type HandOver = { 
/**
 * When the journey came to its end.
 */
at: Moment, 
/**
 * Whether it was practice: none of it is real then.
 */
practice: boolean, 
/**
 * What was set up, a fact each.
 */
lines: Array<RecordLine>, 
/**
 * Marketo's checks, as they were last seen; empty where the journey has none.
 */
checks: Array<RecordLine>, };

export type JourneyChoice = { 
/**
 * Its name for [`Command::Start`](crate::Command::Start).
 */
id: string, 
/**
 * Its title.
 */
title: Text, 
/**
 * Whom it is for.
 */
remark: Text, };

export type Moment = number;

export type Node = { 
/**
 * The handle of the element; the same element keeps it as long as its document lives.
 */
id: number, 
/**
 * The index in [`Page::nodes`] of the nearest ancestor that is there too.
 */
up?: number, 
/**
 * The element's name in lower case.
 */
tag: string, 
/**
 * Its `role` attribute.
 */
role?: string, 
/**
 * A leaf or a control: all its visible text. Anything else: the text that stands directly in it.
 * White space is folded; a secret is cut out and described by [`sealed`](Self::sealed).
 */
text?: string, 
/**
 * The name given by `aria-label`, `aria-labelledby` or a `<label>`.
 */
label?: string, 
/**
 * The `title` attribute.
 */
title?: string, 
/**
 * What a field holds, where it cannot be a secret (a GUID, an address, a user name) or is read-only.
 */
value?: string, 
/**
 * The field's placeholder.
 */
hint?: string, 
/**
 * Class names of the portals' widget kits as they are, and other attributes as `name=value`
 * (`data-telemetryname=Menu-Credentials`, `type=password`).
 */
marks?: Array<string>, 
/**
 * A sum of the constants below.
 */
state: number, 
/**
 * The fingerprint of the secret that stood in the text, the title or the value.
 */
sealed?: Sealed, 
/**
 * Left, top, width and height in CSS pixels, relative to the frame.
 */
rect: [number, number, number, number], };

export type Notice = { 
/**
 * The sentence.
 */
text: Text, 
/**
 * How it is meant.
 */
tone: Tone, };

export type Now = { 
/**
 * The step's number, from 1.
 */
step: number, 
/**
 * The number of steps.
 */
of: number, 
/**
 * Where it happens.
 */
site: Site, 
/**
 * The headline.
 */
title: Text, 
/**
 * What to do.
 */
body: Text, 
/**
 * Why.
 */
why: Text, 
/**
 * What Keyferry looks for on this page, what it sees and what is missing.
 */
reason: Text | null, 
/**
 * What Keyferry looks for and the manual way.
 */
missing: Text, 
/**
 * Whether the foreground tab shows the step.
 */
seen: boolean, 
/**
 * Until when there is nothing to do but to wait.
 */
until: Moment | null, 
/**
 * The fingerprint line, or what went wrong.
 */
note: Text | null, 
/**
 * How the note is meant.
 */
tone: Tone, 
/**
 * The one filled button.
 */
button: Button | null, };

export type OrderId = number;

export type Outcome = "Granted" | "Refused" | "NotAllowed" | "Offline" | "TimedOut" | "Redirected" | "TooLong" | "Strange";

export type Page = { 
/**
 * The frame's live address, with its fragment.
 */
url: string, 
/**
 * The address of the top frame; `None` in the top frame itself. Filled in by the background.
 */
top_url?: string, 
/**
 * The frame's `window.name`.
 */
frame_name: string, 
/**
 * The language that the document declares.
 */
lang: string, 
/**
 * The frame's inner width and height in CSS pixels; 0 x 0 for a prewarmed frame.
 */
size: [number, number], 
/**
 * The visible elements that mean something, in document order.
 */
nodes: Array<Node>, };

export type PairChoice = { 
/**
 * Its number for [`Command::Choose`](crate::Command::Choose).
 */
number: number, 
/**
 * The app's name, where its page was seen.
 */
app: string | null, 
/**
 * The client ID.
 */
client_id: string, 
/**
 * The secret's first three characters.
 */
hint: string, 
/**
 * The number of the secret's characters.
 */
length: number, 
/**
 * When the pair is wiped.
 */
until: Moment, };

export type PairView = { 
/**
 * The client ID, to be copied.
 */
client_id: string, 
/**
 * The secret's first three characters.
 */
hint: string, 
/**
 * The number of the secret's characters.
 */
length: number, 
/**
 * What Keyferry makes of it.
 */
verdict: Text, 
/**
 * How the verdict is meant.
 */
tone: Tone, 
/**
 * When the pair is wiped.
 */
until: Moment, };

export type Part = { 
/**
 * What to do, or the words of the link.
 */
text: Text, 
/**
 * A command or value to copy, as it stands; it may have several lines.
 */
line: string | null, 
/**
 * A message to somebody, to copy.
 */
letter: Text | null, 
/**
 * An address to open.
 */
url: string | null, };

export type Place = { 
/**
 * The tab's ID.
 */
tab: number, 
/**
 * The frame's ID; 0 is the top frame. Firefox's are wider than 32 bits.
 */
frame: number, 
/**
 * The document's ID; another document in the same frame has another one.
 */
document: string, };

export type Reach = "Government" | "China";

export type Recipe = { 
/**
 * Its name, as in [`Command::CheckOff`](crate::Command::CheckOff).
 */
id: string, 
/**
 * What it is for.
 */
title: Text, 
/**
 * The steps in their order.
 */
parts: Array<Part>, 
/**
 * Whether the admin has checked it off; `None`: there is nothing to check off.
 */
checked: boolean | null, 
/**
 * It belongs to the present step and stands beside it.
 */
beside: boolean, 
/**
 * It fits what the page shows now and lies open.
 */
open: boolean, };

export type RecordLine = { 
/**
 * What it is.
 */
label: Text, 
/**
 * How it stands.
 */
value: Text, };

export type Row = { 
/**
 * The step's name in the journey.
 */
id: string, 
/**
 * Its title.
 */
title: Text, 
/**
 * Done, now or to come.
 */
state: RowState, 
/**
 * What was found (`Granted`, a date, a name).
 */
remark: Text | null, };

export type RowState = "Done" | "Passed" | "Now" | "ToCome";

export type Sealed = { 
/**
 * The generation, by its signature.
 */
kind: SecretKind, 
/**
 * The number of characters.
 */
length: number, 
/**
 * The first three characters.
 */
hint: string, 
/**
 * Whether Entra's checksum fits; absent for kinds that have none.
 */
checksum?: boolean, };

export type SecretKind = "current" | "previous" | "legacy" | "unknown";

export type Site = "azure" | "marketo";

export type Suggestion = { 
/**
 * The journey.
 */
journey: JourneyChoice, 
/**
 * What was seen, and why the journey fits it.
 */
why: Text, };

export type Take = { "Value": string } | { "Fault": HandFault };

export type TestView = { 
/**
 * Whether the tenant is known, at whose address is asked.
 */
able: boolean, 
/**
 * Whether a test is under way.
 */
asking: boolean, 
/**
 * How the last one ended.
 */
said: Text | null, 
/**
 * How that is meant.
 */
tone: Tone, 
/**
 * What Microsoft's numbers mean.
 */
findings: Array<Finding>, 
/**
 * The same test from a command line, where the browser's told nothing.
 */
by_hand: Array<Part>, };

export type Text = { 
/**
 * The key in `messages.json`.
 */
key: string, 
/**
 * The arguments, in the order of the placeholders.
 */
args?: Array<Arg>, };

export type Tone = "Plain" | "Good" | "Warn" | "Bad";

export type View = { 
/**
 * The language chosen by hand; `None`: the browser's.
 */
language: string | null, 
/**
 * The journeys that can be begun, in the order to offer them.
 */
journeys: Array<JourneyChoice>, 
/**
 * The journey under way; `None`: the start page.
 */
voyage: Voyage | null, 
/**
 * What is to be said above everything else.
 */
notices: Array<Notice>, 
/**
 * The verdict on what stands in the paste box.
 */
weighed: Weighed | null, 
/**
 * What the pasted error means.
 */
explained: Explained | null, 
/**
 * What can be done beside the portals' pages.
 */
recipes: Array<Recipe>, 
/**
 * The connections that were set up, and when their secrets end.
 */
connections: Array<ConnectionView>, 
/**
 * Where the portals are, and what the browser lets Keyferry see of them.
 */
elsewhere: Elsewhere, };

export type Voyage = { 
/**
 * The journey's name.
 */
journey: string, 
/**
 * Another journey that fits better.
 */
suggestion: Suggestion | null, 
/**
 * The journey's title.
 */
title: Text, 
/**
 * Since when the sync is off; `None`: it is on, or not known to be off.
 */
sync_off_since: Moment | null, 
/**
 * The present step; `None`: all done.
 */
now: Now | null, 
/**
 * The Azure bank.
 */
azure: Bank, 
/**
 * The pair on board.
 */
pair: PairView | null, 
/**
 * Where there are several: one of them has to be chosen.
 */
choices: Array<PairChoice>, 
/**
 * Those of Marketo's checks that need a look.
 */
checks: Array<CheckView>, 
/**
 * The Marketo bank.
 */
marketo: Bank, 
/**
 * The test of the pair; `None`: there is no pair to test.
 */
test: TestView | null, 
/**
 * Once all is done: the record to hand over.
 */
hand_over: HandOver | null, };

export type Weighed = { 
/**
 * The client ID found in it.
 */
client_id: string | null, 
/**
 * The client ID that it may hold, to be confirmed.
 */
suggested: string | null, 
/**
 * What a person has to look at before it is kept.
 */
doubt: Text | null, 
/**
 * The secret's first three characters, where one was found.
 */
hint: string | null, 
/**
 * The number of the secret's characters, where one was found.
 */
length: number | null, 
/**
 * What Keyferry makes of it, and what to do.
 */
verdict: Text, 
/**
 * How the verdict is meant.
 */
tone: Tone, 
/**
 * Whether it may be kept (a client ID may still be asked for).
 */
keepable: boolean, };

export const REACHES: Record<Reach, string[]> = {
  Government: ["https://portal.azure.us/*", "https://entra.microsoft.us/*", "https://*.reactblade.azureportal.usgovcloudapi.net/*"],
  China: ["https://portal.azure.cn/*", "https://entra.microsoftonline.cn/*", "https://*.reactblade.azureportal.chinacloudapi.cn/*"],
};

export const SIGN_INS: Record<Cloud, string> = {
  World: "https://login.microsoftonline.com/*",
  Government: "https://login.microsoftonline.us/*",
  China: "https://login.partner.microsoftonline.cn/*",
};
