/**
 * The short way to the fill: the journey begun, the sync off, a pair pasted, Marketo's credentials form open and the card
 * with *Fill* on it. What leads up to it is tested in `journey.test.ts`; here it only has to be quick.
 */
import type { Frame, Page } from "puppeteer-core";
import type { View } from "../../extension/generated/core";
import { addSecret } from "../../www/practice/azure-acts";
import { applyPreset } from "../../www/practice/presets";
import { type Credentials, FIRST_SETTINGS, newWorld, type Settings, type World } from "../../www/practice/world";
import { type Card, cardOn } from "./driver/card";
import { type Driven, type Kind, launch, type Options } from "./driver/launch";
import { until } from "./driver/until";
import { type Helm, takeHelm } from "./helm";

/** What is carried. */
export type Pair = { clientId: string; secret: string };

/** A browser that stands before Marketo's open form, or can be brought there again and again. */
export type AtForm = Driven & {
  panel: Page;
  helm: Helm;
  /** What the practice portals are like before anything is filled. */
  world: World;
  pair: Pair;
};

/** The one open window of Ext 4; a closed one may still stand far outside. */
const WINDOW = ".x4-window:not(.x4-hide-offsets)";

/** Starts a browser with a journey begun and the pair on board. */
export async function setOutForForm(kind: Kind, settings: Partial<Settings> = {}, options: Options = {}): Promise<AtForm> {
  const driven = await launch(kind, options);
  try {
    const { world, pair } = prepared(settings);
    driven.practice.setWorld(world);
    const panel = await driven.openPanel();
    const helm = takeHelm(panel);
    const ready = { ...driven, panel, helm, world, pair };
    await takeAboard(ready);
    return ready;
  } catch (error) {
    await driven.close();
    throw error;
  }
}

/** A world whose Azure half is done and whose sync is off, and the pair that was made in it. */
export function prepared(settings: Partial<Settings> = {}): { world: World; pair: Pair } {
  const fresh = newWorld({ ...FIRST_SETTINGS, delay: 0, ...settings });
  const granted = applyPreset(applyPreset(fresh, "consent"), "sync-off");
  const clientId = granted.apps[0]?.clientId ?? "";
  const expires = new Date(Date.now() + 90 * 86_400_000).toISOString();
  const { world, secret } = addSecret(granted, clientId, { description: "Marketo sync", expires });
  return { world, pair: { clientId, secret: secret.value } };
}

/** Begins the journey anew and takes the pair on board again; the forms that had it are forgotten with the old one. */
export function takeAboard({ helm, pair }: Pick<AtForm, "helm" | "pair">): Promise<View> {
  const text = JSON.stringify({ appId: pair.clientId, password: pair.secret });
  return helm.say("StartOver", { Start: { journey: "online" } }, { Weigh: { text } }, { KeepWeighed: { client_id: null } });
}

/** Where this world's sync page is opened. */
export function dynamicsAddress({ settings, marketo }: World): string {
  return settings.marketoShell === "adobe"
    ? `https://experience.adobe.com/#/@contoso/so:${marketo.munchkinId}/marketo-engage/classic/DY0A1`
    : `https://app-${marketo.pod}.marketo.com/#DY0A1`;
}

/** Opens the credentials form in a frame of Marketo's that shows the sync page. */
export async function openForm(frame: Page | Frame): Promise<void> {
  const edit = await frame.waitForSelector(".mktSection .x-btn-text", { visible: true });
  await edit?.click();
  await frame.waitForSelector(`${WINDOW} input[name=clientSecret]`, { visible: true });
}

/** The frame that Marketo's own pages are drawn in. */
export function marketoFrame(page: Page): Promise<Frame> {
  return until("Marketo's frame", async () => {
    for (const frame of page.frames()) {
      if (/^https:\/\/(app|engage)-/.test(frame.url()) && (await frame.$(".mktSection").catch(() => null))) return frame;
    }
    return undefined;
  });
}

/** A card with a button on it. */
export type FillCard = Card & { act: NonNullable<Card["act"]> };

/** How long the card must have stood still before a person has read it, in milliseconds; sooner a press is not taken. */
const READING = 700;

/** The card with *Fill* on it, once it has stood where it stands for as long as a person needs to read it. */
export function fillCard(page: Page, standing = READING): Promise<FillCard> {
  let place = "";
  let since = 0;
  return until(
    "the card that offers to fill",
    async () => {
      const card = await cardOn(page);
      if (!card?.act?.text.startsWith("Fill")) return undefined;
      const now = JSON.stringify(card.act.rect);
      if (now !== place) since = Date.now();
      place = now;
      return Date.now() - since >= standing ? { ...card, act: card.act } : undefined;
    },
    async () => JSON.stringify({ ...(await cardOn(page)), frame: page.url() }),
  );
}

/** What the form's fields hold; empty strings where there is no such field. */
export function entered(frame: Page | Frame): Promise<Credentials> {
  return frame.evaluate((window) => {
    const value = (name: string): string => document.querySelector<HTMLInputElement>(`${window} input[name=${name}]`)?.value ?? "";
    return { username: value("username"), password: value("password"), url: value("url"), clientId: value("clientId"), clientSecret: value("clientSecret"), tenantId: value("tenantId") };
  }, WINDOW);
}
