/** Consent in its states: not allowed, granted already, declined, and given by a link instead of the portal's button. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { ElementHandle, Page } from "puppeteer-core";
import type { Settings } from "../../www/practice/world";
import type { Manner } from "./admin";
import { cardOn, offset } from "./driver/card";
import { until } from "./driver/until";
import { appAddress, during, sail, type Start, type Voyage } from "./voyage";

const OVERLEAF = "The browser then says that it cannot reach localhost";

for (const [kind, azure] of [["chromium", "fx"], ["firefox", "react"]] as const) {
  test(`who may not grant consent has a message for somebody who may, in ${kind}, Azure in ${azure}`, () =>
    during(kind, at("permission", { azure, mayConsent: false }), async (voyage) => {
      const { panel, practice, before } = voyage;
      await sail(voyage, { stops: ({ body }) => body.includes("is greyed") });
      const ask = await until("the message", () => opened(panel, "Not allowed?"));
      const letter = await ask.$eval(".letter", (element) => element.textContent);
      const link = `https://login.microsoftonline.com/${before.tenant.id}/adminconsent?client_id=${clientId(voyage)}`;
      for (const part of [before.apps[0]?.name ?? "", link, OVERLEAF]) assert.ok(letter.includes(part), part);

      // The colleague opens the link, and the admin looks again.
      const portal = await front(voyage);
      await answer(await voyage.open(link), "Accept");
      assert.ok(practice.world().apps[0]?.permissions.every(({ granted }) => granted));
      await portal.bringToFront();
      await pressWords(portal, "Refresh");
      await until("the row to say so", async () => (await row(panel)) === "✓ Granted");
    }));

  test(`consent that is granted already is seen and said, in ${kind}, Azure in ${azure}`, () =>
    during(kind, at("consent", { azure }), async (voyage) => {
      const bodies: string[] = [];
      await sail(voyage, { sees: ({ card }) => Promise.resolve(bodies.push(card.body)), stops: ({ note }) => note.startsWith("Consent is granted already") });
      assert.ok(!bodies.some((body) => body.startsWith("Click Grant admin consent")), bodies.join("\n"));
      assert.equal(await row(voyage.panel), "✓ Granted");
    }));

  test(`a no is understood and can be taken back, in ${kind}, Azure in ${azure}`, () =>
    during(kind, at("permission", { azure }), async (voyage) => {
      const { panel, practice } = voyage;
      let answered = false;
      const saysNo: Manner["acts"] = async ({ page, card }, act) => {
        const asks = card.body.startsWith("Azure asks once more");
        if (!asks) return act();
        // While the question fades away its card is there a second time.
        if (!answered) await pressWords(page, "No");
        answered = true;
      };
      await sail(voyage, { acts: saysNo, stops: ({ note }) => note.startsWith("Azure's question is gone") });
      await until("what it means", () => opened(panel, "Consent was declined"));
      await sail(voyage, { stops: ({ title }) => title === "Make a new client secret" });
      assert.ok(practice.world().apps[0]?.permissions.every(({ granted }) => granted));
    }));

  test(`the sync user's own consent is given by a link and checked off, in ${kind}, Azure in ${azure}`, () =>
    during(kind, at("permission", { azure }), async (voyage) => {
      const { panel, practice } = voyage;
      await sail(voyage, { stops: ({ body }) => body.startsWith("Click Grant admin consent") });
      const own = await until("the way", () => way(panel, "Consent of the sync user alone"));
      const link = await own.$eval("pre", (element) => element.textContent);
      // The app was registered with another address, as the panel warns.
      const refused = await voyage.open(link);
      await refused.waitForSelector("text/AADSTS50011");
      const world = practice.world();
      practice.setWorld({ ...world, apps: world.apps.map((app) => ({ ...app, redirectUri: "https://localhost" })) });
      await refused.reload();
      await answer(refused, "Accept");
      assert.equal(practice.world().apps[0]?.consentOfUser, true);

      await panel.bringToFront();
      await (await own.$("summary"))?.click();
      await (await own.waitForSelector(".check", { visible: true }))?.click();
      await until("the row to say so", async () => (await row(panel)) === "✓ by your word");
    }));
}

/** An app whose page is open, and what is done with it. */
function at(preset: "permission" | "consent", settings: Partial<Settings>): Start {
  return {
    settings,
    presets: [preset],
    begins: async (voyage) => {
      await voyage.open(appAddress(clientId(voyage)));
    },
  };
}

function clientId({ before }: Voyage): string {
  return before.apps[0]?.clientId ?? "";
}

/** What stands beside the step under this heading. */
async function way(panel: Page, title: string): Promise<ElementHandle | undefined> {
  for (const details of await panel.$$(".ways details")) {
    if (await details.evaluate((element, title) => element.querySelector("summary")?.textContent.startsWith(title), title)) return details;
  }
  return undefined;
}

/** The same, once it has opened by itself. */
async function opened(panel: Page, title: string): Promise<ElementHandle | undefined> {
  const details = await way(panel, title);
  return (await details?.evaluate((element) => element.hasAttribute("open"))) ? details : undefined;
}

/** The portal's page with the card on it. */
function front(voyage: Voyage): Promise<Page> {
  return until("the portal in front", async () => {
    for (const page of await voyage.browser.pages()) if (page.url().includes("portal.azure.com") && (await cardOn(page))) return page;
    return undefined;
  });
}

/** Answers Microsoft's question, and is led to the redirect URI. */
async function answer(page: Page, words: string): Promise<void> {
  await (await page.waitForSelector(`main button::-p-text(${words})`))?.click();
  await until("the way back", () => Promise.resolve(!page.url().startsWith("https://login.")));
}

/** Presses what is called so in whichever frame it is. */
async function pressWords(page: Page, words: string): Promise<void> {
  const [x, y] = await until(`a button ${words}`, async () => {
    for (const frame of page.frames()) {
      const at = await frame.evaluate(middleOf, words).catch(() => undefined);
      if (!at) continue;
      const [left, top] = await offset(frame);
      return [left + at[0], top + at[1]] as const;
    }
    return undefined;
  });
  await page.mouse.click(x, y);
}

/** Where the middle of a button is that is called so and can be seen. */
function middleOf(words: string): [number, number] | undefined {
  for (const button of document.querySelectorAll("button, [role=button], [role=menuitem], .fxs-button")) {
    const { left, top, width, height } = button.getBoundingClientRect();
    // Fluent's signs are letters of a font of their own.
    const text = button.textContent.replace(/[\uE000-\uF8FF]/g, "").trim();
    if (text === words && width > 0) return [left + width / 2, top + height / 2];
  }
  return undefined;
}

/** The sign and the remark of the row about consent. */
function row(panel: Page): Promise<string> {
  return panel.evaluate(() => {
    const row = [...document.querySelectorAll(".row")].find((element) => element.querySelector(".title")?.textContent === "Admin consent");
    return `${row?.querySelector("i")?.textContent ?? ""} ${row?.querySelector(".remark")?.textContent ?? ""}`;
  });
}
