/** The panel: what it shows in every state, what it sends, and what it never does. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Kind } from "../browser/driver/launch";
import { REACHES, SIGN_INS } from "../../extension/generated/core";
import { until } from "../browser/driver/until";
import { setStage, type Panel, type Stage, words } from "./stage";
import { now, pair, text, VIEWS, view } from "./views";

// A text that is a secret to this test; the panel does not look at its shape.
const SECRET = "open sesame, or so";

/** What opens the sheet that a view is about; absent: the paste box will do. */
const SHEETS: Partial<Record<keyof typeof VIEWS, string>> = { help: "#open-help", tested: "#open-test" };

for (const kind of ["chromium", "firefox"] satisfies Kind[]) {
  describe(`the panel in ${kind}`, () => {
    let stage: Stage;
    before(async () => (stage = await setStage(kind)));
    after(() => stage.close());

    const on = async (state: keyof typeof VIEWS, look: (panel: Panel) => Promise<void>): Promise<void> => {
      const panel = await stage.show(VIEWS[state]());
      await look(panel);
      await panel.page.close();
    };
    const has = (panel: Panel, selector: string): Promise<boolean> => panel.page.evaluate((selector) => document.querySelector(selector) !== null, selector);
    const html = (panel: Panel): Promise<string> => panel.page.evaluate(() => document.documentElement.outerHTML);

    for (const state of Object.keys(VIEWS) as (keyof typeof VIEWS)[]) {
      test(`${state}: axe finds nothing amiss, light and dark, in English and Swedish`, async () => {
        await on(state, async (panel) => {
          assert.deepEqual(await panel.violations(), []);
          if (await has(panel, "#open-paste")) await panel.page.click(SHEETS[state] ?? "#open-paste");
          for (const recipe of await panel.page.$$(".recipe summary")) await recipe.click();
          await panel.say(words("sv"));
          await panel.darken();
          assert.deepEqual(await panel.violations(), []);
        });
      });

      test(`${state}: has one filled button at most, and none of its words is a key`, async () => {
        await on(state, async ({ page }) => {
          const open = await page.evaluate(() => ({ filled: document.querySelectorAll(".filled").length, words: document.body.innerText }));
          assert.ok(open.filled <= 1, String(open.filled));
          await page.click("#open-help");
          assert.ok((await page.$$(".filled")).length <= 1, "with the help open");
          // The permission is called so, and an address is no word.
          assert.doesNotMatch(open.words.replaceAll(/https:\S+|user_impersonation/g, ""), /\b[a-z]+_[a-z_]+\b|\$\d/);
        });
      });

      test(`${state}: fits from 160 to 600 pixels, in both directions`, async () => {
        await on(state, async ({ page, say }) => {
          const sheet = SHEETS[state];
          if (sheet !== undefined) await page.click(sheet);
          for (const direction of ["ltr", "rtl"] as const) {
            await say(words("sv", direction));
            for (const width of [160, 320, 600]) {
              await page.setViewport({ width, height: 720 });
              const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
              assert.ok(over <= 0, `${String(width)} ${direction}: ${String(over)} pixels too wide`);
            }
          }
        });
      });
    }

    test("asks whether a mark is green, and opens the steps that mend a red one", async () => {
      await on("failed", async ({ page, sent }) => {
        assert.equal(await page.$eval(".checks details", (details) => details.hasAttribute("open")), true);
        assert.deepEqual(await page.$$eval(".checks ol .label", (labels) => labels.map((label) => label.textContent).slice(0, 2)), ["Advanced Settings", "Settings"]);
        await page.click(".question button:last-of-type");
        await until("the answer", async () => (await sent()).length > 0);
        assert.deepEqual(await sent(), [{ Judge: { check: "steps", passed: false } }]);
      });
    });

    test("asks the browser for another cloud's portals within the press, and takes no for an answer", async () => {
      await on("asks", async ({ page, asked, answers, sent }) => {
        await answers(false);
        await page.click(".asks .quiet");
        const said = await page.waitForSelector(".asks .refused");
        assert.match((await said?.evaluate((element) => element.textContent)) ?? "", /nothing has changed/);
        const government = REACHES.Government;
        assert.deepEqual(await asked(), [{ origins: government }]);

        await page.click("#open-elsewhere");
        await page.click(".elsewhere [aria-pressed=false]:last-of-type");
        await until("the command", async () => (await sent()).length > 0);
        assert.deepEqual(await sent(), [{ Locate: { cloud: "China" } }]);
        assert.deepEqual(await asked(), [{ origins: government }, { origins: REACHES.China }]);

        await page.click(".asks .quiet:last-of-type");
        await page.waitForFunction(() => document.querySelector(".asks") === null);
      });
    });

    test("asks the browser for the sign-in service within the press, and tests nothing when the answer is no", async () => {
      await on("tested", async ({ page, asked, answers, sent }) => {
        const said = (): Promise<string[]> => page.$$eval(".test .note", (notes) => notes.map(({ className, textContent }) => `${className}: ${textContent.slice(0, 30)}`));
        await page.click("#open-test");
        assert.deepEqual(await said(), ["note warn: A browser cannot do this test:"]);
        await answers(false);
        await page.click(".test .filled");
        await until("the no to be understood", async () => (await said())[0]?.includes("You did not allow it"));
        assert.deepEqual(await said(), ["note warn: You did not allow it, so nothi"]);
        assert.deepEqual(await sent(), []);

        // Asked again, it may be allowed.
        await answers(true);
        await page.click(".test .filled");
        await until("the command", async () => (await sent()).length > 0);
        assert.deepEqual(await sent(), ["TestPair"]);
        assert.deepEqual(await asked(), [{ origins: [SIGN_INS.World] }, { origins: [SIGN_INS.World] }]);
        assert.deepEqual(await said(), ["note warn: A browser cannot do this test:"]);
      });
    });

    test("says each thing that a person asks for once, as the core reads it", async () => {
      await on("start", async ({ page, sent }) => {
        await page.click(".choice .filled");
        assert.deepEqual(await sent(), [{ Start: { journey: "online" } }]);
      });
      await on("fill", async ({ page, sent }) => {
        await page.click(".now .filled");
        await page.click(".pair-head button");
        await page.click(".pair-line:last-of-type button");
        await page.focus("#language");
        await page.keyboard.press("ArrowDown");
        await page.click("#open-start-over");
        await page.click(".sheet .quiet");
        assert.deepEqual(await sent(), [{ Press: { button: "Fill" } }, "Extend", "Wipe", { Speak: { language: "en" } }, "StartOver"]);
      });
    });

    test("does nothing that a person did not do", async () => {
      await on("fill", async ({ page, sent }) => {
        await page.evaluate(() => {
          for (const button of document.querySelectorAll("button")) button.click();
        });
        assert.deepEqual(await sent(), []);
      });
    });

    test("works with the keyboard alone", async () => {
      await on("fill", async ({ page, sent }) => {
        const reached: string[] = [];
        for (let press = 0; press < 9; press++) {
          await page.keyboard.press("Tab");
          reached.push(await page.evaluate(() => document.activeElement?.textContent.trim().slice(0, 12) ?? ""));
        }
        assert.deepEqual(reached.slice(0, 6), ["Fill both fi", "Why?", "Not here?", "keep longer", "Copy", "Wipe (Wipe t"]);
        await page.focus(".now .filled");
        await page.keyboard.press("Enter");
        assert.deepEqual(await sent(), [{ Press: { button: "Fill" } }]);
        await page.focus("#open-paste");
        await page.keyboard.press(" ");
        assert.equal(await page.evaluate(() => document.activeElement?.id), "paste-box");
        await page.keyboard.press("Escape");
        assert.equal(await page.evaluate(() => document.activeElement?.id), "open-paste");
      });
    });

    test("keeps the focus, what is open and what is typed when the view changes", async () => {
      await on("fill", async (panel) => {
        const { page } = panel;
        await page.click(".now [aria-expanded]");
        await page.click("#open-paste");
        await page.keyboard.type("half a");
        await panel.say({ view: VIEWS.failed() }, { view: VIEWS.fill() });
        await panel.say({ view: { ...VIEWS.fill(), notices: [{ text: text("pair_none"), tone: "Warn" }] } });
        assert.equal(await page.evaluate(() => (document.activeElement as HTMLTextAreaElement).value), "half a");
        assert.ok(await has(panel, "#why"));
        await panel.say({ view: view(5, 2, { now: now("save_credentials", text("cue_save", { Label: "SAVE" }), { step: 12 }) }) });
        assert.ok(!(await has(panel, "#why")), "another step has its own reasons");
      });
    });

    test("empties the paste box at once and never shows what was in it", async () => {
      await on("fill", async (panel) => {
        const { page } = panel;
        await page.click("#open-paste");
        await page.keyboard.type(SECRET);
        await page.click(".sheet .filled");
        assert.deepEqual(await panel.sent(), [{ Weigh: { text: SECRET } }]);
        assert.equal(await page.$eval("#paste-box", (box) => (box as HTMLTextAreaElement).value), "");
        await panel.say({ view: VIEWS.weighed() });
        assert.doesNotMatch(await html(panel), /sesame/);
        assert.equal(await page.evaluate(() => document.activeElement?.id), "paste-client-id");
        await page.keyboard.type("5f0c2b1e");
        await page.keyboard.press("Enter");
        assert.deepEqual((await panel.sent()).slice(1), [{ KeepWeighed: { client_id: "5f0c2b1e" } }]);
        const bad = { note: text("pair_client_id_bad"), tone: "Bad" as const };
        await panel.say({ view: view(5, 1, { now: now("fill_credentials", text("cue_no_pair"), bad) }, { weighed: VIEWS.weighed().weighed }) });
        assert.match(await page.$eval(".sheet .bad", (note) => note.textContent), /^This is not a client ID/);
        assert.equal(await page.evaluate(() => document.activeElement?.id), "paste-client-id");
        await panel.say({ view: VIEWS.fill() });
        assert.ok(!(await has(panel, ".sheet")), "kept: the sheet is put away");
      });
    });

    test("has an error explained, and keeps nothing of what was pasted", async () => {
      await on("fill", async (panel) => {
        const { page } = panel;
        await page.click("#open-help");
        assert.equal(await page.evaluate(() => document.activeElement?.id), "explain-box");
        await page.keyboard.type(SECRET);
        await page.click(".sheet .filled");
        assert.deepEqual(await panel.sent(), [{ Explain: { text: SECRET } }]);
        assert.equal(await page.$eval("#explain-box", (box) => (box as HTMLTextAreaElement).value), "");
        await panel.say({ view: VIEWS.help() });
        assert.match(await page.$eval(".finding", (finding) => finding.textContent), /^AADSTS7000215Microsoft knows the app/);
        assert.deepEqual(await page.$$eval(".finding a", (links) => links.map((link) => (link).target)), ["_blank", "_blank"]);
        assert.doesNotMatch(await html(panel), /sesame/);
        await page.click(".recipe summary");
        await page.click(".recipe .check");
        await page.click(".sheet .buttons .quiet");
        assert.deepEqual((await panel.sent()).slice(1), [{ CheckOff: { recipe: "federated", done: false } }, "DropExplained"]);
      });
    });

    test("lists the connections, asks for a day that nobody has said, and hands out a calendar entry", async () => {
      await on("connections", async ({ page, sent }) => {
        assert.match(await page.$eval(".connection", (one) => one.textContent), /ends in 12 days, on May 22, 2027/);
        const entry = await page.$eval(".connection a[download]", (link) => decodeURIComponent((link).href));
        assert.match(entry, /^data:text\/calendar;charset=utf-8,BEGIN:VCALENDAR\r\n[^]*DTSTART;VALUE=DATE:20270522\r\n[^]*TRIGGER:-P60D\r\n/);
        await page.$eval(".connection input", (field) => ((field).value = "2027-03-04"));
        await page.click(".connection form button");
        await page.click(".connection .buttons button");
        await page.click(".connection .buttons button:last-child");
        const id = "id-of-Marketo Integration";
        assert.deepEqual(await sent(), [{ SetExpiry: { client_id: "id-of-Marketo Sandbox", day: "2027-03-04" } }, { Start: { journey: "rotate" } }, { ForgetConnection: { client_id: id } }]);
      });
    });

    test("hands out a record of what was set up, in which a name is nothing but a name", async () => {
      await on("done", async ({ page, violations }) => {
        const [href = "", name] = await page.$eval("#record ~ .buttons a[download]", (link) => [link.href, link.download]);
        assert.equal(name, "keyferry-record.md");
        const markdown = decodeURIComponent(href);
        assert.match(markdown, /^data:text\/markdown;charset=utf-8,# Set-up record: Marketo and Dynamics 365\n\nThere is no secret in this record\./);
        assert.match(markdown, /\n\| Application \(client\) ID \| 5f0c2b1e-84d1-4a7e-9c39-1c2d7a30b1ff \|\n\| The secret ends \| May 22, 2027 \|\n/);
        assert.match(markdown, /\n\| 3\\\. Role Marketo Sync User \| Passed \|\n/);
        assert.ok(markdown.includes(String.raw`| App in Azure | \<img src=x onerror=alert(1)\> \[a\](https\://evil.example) \| \*b\* \`c\` \& www\.evil.example |`), markdown);
        assert.equal(await page.$eval("#record ~ .buttons a[target=_blank]", (link) => link.getAttribute("href")), "record.html");
        assert.deepEqual(await violations(), []);
      });
    });

    test("opens the manual way by itself when the step is not in sight", async () => {
      await on("unseen", async (panel) => {
        assert.match(await panel.page.$eval("#missing", (fold) => fold.textContent), /^Keyferry looks for Ny klienthemlighet/);
        assert.equal(await panel.page.$eval("#missing .label", (label) => label.textContent), "Ny klienthemlighet");
        const [seen, manual] = await panel.page.$$eval("#missing p", (lines) => lines.map((line) => line.textContent));
        assert.equal(seen, "Keyferry looks for Ny klienthemlighet. This is the right page, but nothing on it is called that.");
        assert.match(manual ?? "", /above the list of secrets/);
      });
      await on("fill", async (panel) => {
        assert.ok(!(await has(panel, "#missing")));
      });
    });

    test("counts down what is left to the pair", async () => {
      const panel = await stage.show(view(5, 1, { now: now("fill_credentials", text("cue_fill")), pair: pair(181_500) }));
      const left = (): Promise<string> => panel.page.$eval(".left", (left) => left.textContent);
      assert.match(await left(), /^3:0[0-2] left$/);
      await until("the countdown to go below three minutes", async () => /^2:5\d left$/.test(await left()));
      assert.ok(await has(panel, ".left.soon"));
      await panel.page.close();
    });

    test("connects again when the background has ended, and shows what it says then", async () => {
      await on("fill", async (panel) => {
        await panel.end(words("sv"), { view: VIEWS.keep() });
        await until("the second connection", async () => (await panel.connections()) === 2);
        await until("the Swedish view", () => panel.page.evaluate(() => document.querySelector("h2")?.textContent === "Ta hand om hemligheten nu"));
        assert.equal(await panel.page.evaluate(() => document.documentElement.lang), "sv");
      });
    });

    test("says in the browser's language what to do when its module does not start", async () => {
      const page = await stage.showBroken();
      const said = (): Promise<string> => page.evaluate(() => document.body.innerText);
      await until("the help to come into sight", async () => (await said()).includes("the message panel_broken_body"), said);
      await page.close();
    });

    test("lets the background rest while no journey is under way, and wakes it with the first wish", async () => {
      await on("start", async (panel) => {
        await panel.end(words("en"), { view: VIEWS.start() });
        assert.equal(await panel.connections(), 1);
        await panel.page.click(".choice .filled");
        assert.equal(await panel.connections(), 2);
        assert.deepEqual(await panel.sent(), [{ Start: { journey: "online" } }]);
      });
    });
  });
}
