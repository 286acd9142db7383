/** The form in frames of every make: the pair goes into Marketo's own form, in the tab in front, or nowhere. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Frame, Page } from "puppeteer-core";
import { type AtForm, dynamicsAddress, openForm, setOutForForm, takeAboard } from "../browser/at-form";
import { until } from "../browser/driver/until";
import { writeFigure } from "../figures";

const EVIL = "https://evil.example/";
const LIKE = "https://app-ab12.marketo.com.evil.example/";
const ADOBE = "https://experience.adobe.com/#/@contoso/so:123-ABC-456/marketo-engage/classic/DY0A1";

/** One way to stand a form somewhere. */
type SetUp = {
  /** The top page; Marketo's own unless said otherwise. */
  top?: string;
  /** Builds the frames, in the top page; gets Marketo's address. */
  script?: (address: string) => string;
  /** A page that the tab showed before. */
  from?: string;
  /** What Marketo shows in its frame is a true form: it is opened there. */
  form?: boolean;
  /** Happens in the form's frame, or in the top page, around the moment of the writing. */
  race?: { where: "form" | "top"; act: () => unknown };
  /** Whether the pair arrives: in the true form, there or nowhere, or never. */
  end: "right" | "perhaps" | "never";
};

/** A frame of this address that fills the page; in the page. */
function frame(address: string, more: Record<string, string> = {}): string {
  // A page under Trusted Types makes itself a policy, as it may.
  return `(() => { const html = window.trustedTypes?.createPolicy("x" + Math.random(), { createHTML: (text) => text }) ?? { createHTML: (text) => text };
    const frame = document.createElement("iframe"); for (const [name, value] of Object.entries(${JSON.stringify(more)})) frame.setAttribute(name, name === "srcdoc" ? html.createHTML(value) : value);
    frame.src = ${JSON.stringify(address)}; frame.style.cssText = "position:fixed;inset:0;width:100%;height:100%;border:0"; (document.body ?? document.documentElement).replaceChildren(frame); })()`;
}

/** A form that looks like Marketo's to the letter, for pages that are not Marketo's. */
const COPY = `<body class="x-body"><div class="x4-window" role="dialog" aria-label="Edit Credentials"><table>${[["Username", "text"], ["Password", "password"], ["URL", "text"], ["Client Id", "text"], ["Client Secret", "password"]]
  .map(([label = "", type = ""], at) => `<tr><td><label for="f${String(at)}">${label}:</label></td><td><input id="f${String(at)}" type="${type}"></td></tr>`)
  .join("")}</table><button>Save</button></div></body>`;

const SETUPS: Record<string, SetUp> = {
  "Marketo alone": { form: true, end: "right" },
  "a frame of Marketo in Marketo": { script: (address) => frame(address), form: true, end: "right" },
  "a frame in a frame of Marketo": { script: (address) => frame(address.replace("#", "?outer#")), form: true, end: "right" },
  "the Adobe shell": { top: ADOBE, form: true, end: "right" },
  "another page of Adobe's around Marketo": { top: "https://experience.adobe.com/#/@contoso/home", script: (address) => frame(address), form: true, end: "never" },
  "a stranger around Marketo": { top: EVIL, script: (address) => frame(address), form: true, end: "never" },
  "a look-alike around Marketo": { top: LIKE, script: (address) => frame(address), form: true, end: "never" },
  "a sandbox without an origin": { script: (address) => frame(address, { sandbox: "allow-scripts" }), end: "never" },
  "a sandbox with its origin": { script: (address) => frame(address, { sandbox: "allow-scripts allow-same-origin" }), form: true, end: "right" },
  "a copy in srcdoc": { script: () => frame("about:blank", { srcdoc: COPY }), end: "never" },
  "a copy in about:blank": { script: () => `${frame("about:blank")}; document.querySelector("iframe").contentDocument.documentElement.innerHTML = window.trustedTypes ? trustedTypes.createPolicy("copy", { createHTML: (html) => html }).createHTML(${JSON.stringify(COPY)}) : ${JSON.stringify(COPY)}`, end: "never" },
  "a copy in data:": { top: EVIL, script: () => frame(`data:text/html,${encodeURIComponent(COPY)}`), end: "never" },
  "a copy in blob:": { top: EVIL, script: () => `${frame("about:blank")}; document.querySelector("iframe").src = URL.createObjectURL(new Blob([${JSON.stringify(COPY)}], { type: "text/html" }))`, end: "never" },
  "a copy on a look-alike host in Marketo": { script: () => frame(LIKE), end: "never" },
  "a copy on http:": { top: EVIL, script: (address) => frame(address.replace("https:", "http:")), end: "never" },
  "a hidden frame": { script: (address) => `${frame(address)}; document.querySelector("iframe").style.visibility = "hidden"`, end: "never" },
  "a frame that is not drawn": { script: (address) => `${frame(address)}; document.querySelector("iframe").style.display = "none"`, end: "never" },
  "a frame outside the page": { script: (address) => `${frame(address)}; document.querySelector("iframe").style.cssText = "position:fixed;left:-3000px;top:0;width:900px;height:700px"`, form: true, end: "perhaps" },
  "an object in place of a frame": { top: EVIL, script: (address) => `(() => { const object = document.createElement("object"); object.data = ${JSON.stringify(address)}; object.style.cssText = "position:fixed;inset:0;width:100%;height:100%"; document.body.replaceChildren(object); })()`, end: "never" },
  "two frames of Marketo, one with the form": { script: (address) => `${frame(address)}; { const other = document.querySelector("iframe").cloneNode(); other.src = ${JSON.stringify(address.replace("#", "?other#"))}; document.body.append(other); }`, form: true, end: "right" },
  "an address that changes without a sound": { form: true, race: { where: "form", act: () => history.pushState(null, "", "#LN0A1") }, end: "perhaps" },
  "another page of Marketo at that moment": { form: true, race: { where: "form", act: () => (location.hash = "#LN0A1") }, end: "perhaps" },
  "a reload at that moment": { form: true, race: { where: "form", act: () => location.reload() }, end: "perhaps" },
  "a stranger's page at that moment": { form: true, race: { where: "form", act: () => (location.href = "https://evil.example/") }, end: "perhaps" },
  "a frame that is navigated at that moment": { script: (address) => frame(address), form: true, race: { where: "top", act: () => Object.assign(document.querySelector("iframe") ?? {}, { src: "https://app-ab12.marketo.com.evil.example/" }) }, end: "perhaps" },
  "a frame that is removed at that moment": { script: (address) => frame(address), form: true, race: { where: "top", act: () => document.querySelector("iframe")?.remove() }, end: "perhaps" },
  "a frame that is replaced at that moment": { script: (address) => frame(address), form: true, race: { where: "top", act: () => document.querySelector("iframe")?.replaceWith(document.querySelector("iframe")?.cloneNode() ?? "") }, end: "perhaps" },
  "a document that is opened and written anew": { form: true, race: { where: "form", act: () => document.open() }, end: "perhaps" },
  "a step back at that moment": { from: EVIL, form: true, race: { where: "form", act: () => history.back() }, end: "perhaps" },
};
/** Around the moment at which the hand writes, in milliseconds. */
const MOMENTS = [0, 4, 12, 30];

for (const kind of ["chromium", "firefox"] as const) {
  describe(`forms in frames in ${kind}`, { concurrency: false }, () => {
    let ready: AtForm;
    const ends = { tried: 0, filled: 0, wrong: 0 };
    before(async () => {
      ready = await setOutForForm(kind);
    });
    after(async () => {
      for (const [name, value] of Object.entries(ends)) writeFigure("security", `fills in frames ${name} in ${kind}`, value);
      await ready.close();
    });

    /** Each time in a tab of its own: what goes on in the one before, a step back under way, is none of its business. */
    const one = async (setUp: SetUp, moment: number): Promise<void> => {
      const page = await ready.browser.newPage();
      try {
        // A copy of the form for the hosts that are not practised here.
        await page.evaluateOnNewDocument((copy) => {
          if (!location.host.endsWith("evil.example") || self === top) return;
          addEventListener("DOMContentLoaded", () => (document.documentElement.innerHTML = copy));
        }, COPY);
        await attempt(page, setUp, moment);
      } finally {
        await page.close();
      }
    };

    const attempt = async (page: Page, { top, script, from, form = false, race, end }: SetUp, moment: number): Promise<void> => {
      ready.practice.setWorld({ ...ready.world, settings: { ...ready.world.settings, marketoShell: top === ADOBE ? "adobe" : "plain" } });
      await takeAboard(ready);
      const address = dynamicsAddress(ready.world);
      if (from !== undefined) await page.goto(from);
      await page.goto(top ?? address, { waitUntil: "domcontentloaded" }).catch(() => undefined);
      if (script) {
        if (top === undefined) await page.waitForSelector(".mktSection");
        else if (!top.includes("evil")) await page.waitForSelector("iframe");
        await page.evaluate(script(address));
      }
      const isTrue = (one: Frame): boolean => /^https:\/\/(app-ab12|engage-ab)\.marketo\.com\//.test(one.url()) && (one !== page.mainFrame() || script === undefined) && !one.url().includes("?other");
      let inside: Frame | undefined;
      if (form) {
        inside = await until("the form's frame", async () => {
          for (const one of page.frames()) if (isTrue(one) && (await one.$(".mktSection").catch(() => null))) return one;
          return undefined;
        });
        // In a frame that nobody can see nobody presses, but its script can.
        await inside.$eval(".mktSection .x-btn-text", (button) => (button as HTMLElement).click());
        await inside.waitForSelector(".x4-window:not(.x4-hide-offsets) input[name=clientSecret]");
      }
      await settle(ready, page);
      if (end === "right") await until("the offer to fill", async () => (await ready.helm.say()).voyage?.now?.button === "Fill");
      if (race && inside) {
        const where = race.where === "form" ? inside : page.mainFrame();
        await where.evaluate(`setTimeout(() => { (${race.act.toString()})() }, ${String(moment)}); undefined`);
      }
      await ready.helm.say({ Press: { button: "Fill" } });
      if (end === "right") await until("the fill", async () => (await holders(page, ready.pair.secret)).length > 0);
      // The card says how it went: where the form holds the pair it asks to save it, else it says why nothing was filled.
      let word: string | undefined;
      let holding: Frame[] = [];
      await until(
        "the card and the page to agree",
        async () => {
          await settle(ready, page);
          holding = await holders(page, ready.pair.secret);
          word = await outcome(ready);
          return inside === undefined || (word !== undefined && (word === FILLED) === holding.length > 0);
        },
        () => Promise.resolve(`the card says ${String(word)}, ${String(holding.length)} forms hold the pair`),
      );
      const wrong = holding.filter((one) => one !== inside);
      ends.tried += 1;
      ends.filled += holding.length - wrong.length;
      ends.wrong += wrong.length;
      assert.deepEqual(wrong.map((one) => one.url()), [], "wrong fills");
      if (end === "never") assert.deepEqual(holding.map((one) => one.url()), []);
      if (end === "right") assert.equal(holding.length, 1);
      if (inside && holding.length === 0) assert.equal(await clientIdIn(inside), "", "half a pair");
    };

    for (const [what, setUp] of Object.entries(SETUPS)) {
      test(`${what}: ${setUp.end === "perhaps" ? "there or nowhere" : setUp.end}`, async () => {
        for (const moment of setUp.race ? MOMENTS : [0]) await one(setUp, moment);
      });
    }

    test("a tab that is not in front: never", async () => {
      ready.practice.setWorld(ready.world);
      await takeAboard(ready);
      const page = await ready.open(dynamicsAddress(ready.world));
      await openForm(page);
      await until("the offer to fill", async () => (await ready.helm.say()).voyage?.now?.button === "Fill");
      const other = await ready.open(`${dynamicsAddress(ready.world).split("#")[0] ?? ""}#LN0A1`);
      await ready.helm.say({ Press: { button: "Fill" } });
      await settle(ready, other);
      assert.deepEqual(await holders(page, ready.pair.secret), []);
      ends.tried += 1;
      await other.close();
      await page.close();
    });
  });
}

/** What the card says of a form that holds the pair. */
const FILLED = "cue_save";

/** What the card says of the fill, once it says something. */
async function outcome({ helm }: AtForm): Promise<string | undefined> {
  const now = (await helm.say()).voyage?.now;
  return now?.note?.key ?? (now?.body.key === FILLED ? FILLED : undefined);
}

/** All that the page and the background had to say to each other has been said. */
async function settle({ helm }: AtForm, page: Page): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) {
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))).catch(() => undefined);
    await helm.say();
  }
}

/** What the form's field for the client ID holds, where there still is one. */
async function clientIdIn(frame: Frame): Promise<string> {
  if (frame.detached) return "";
  return frame.evaluate(() => document.querySelector<HTMLInputElement>(".x4-window input[name=clientId]")?.value ?? "").catch(() => "");
}

/** The frames in which a field holds the secret. */
async function holders(page: Page, secret: string): Promise<Frame[]> {
  const found: Frame[] = [];
  for (const frame of page.frames()) {
    if (frame.detached) continue;
    const holds = await frame.evaluate((secret) => [...document.querySelectorAll("input, textarea")].some((field) => (field as HTMLInputElement).value === secret), secret).catch(() => false);
    if (holds) found.push(frame);
  }
  return found;
}
