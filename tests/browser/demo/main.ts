/** `./build.sh demo`: the journey for somebody to watch, or played by the simulated admin. */
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { ROOT } from "../../../extension/build/root";
import type { Moment } from "../admin";
import { middle } from "../driver/card";
import type { Kind } from "../driver/launch";
import { type Journey, JOURNEYS } from "../journeys";
import { sail, setOut } from "../voyage";
import { hang, type Scene } from "./gallery";
import { beside, pointed, readPng } from "./picture";

const kind: Kind = process.argv.includes("firefox") ? "firefox" : "chromium";
const name = process.argv.find((word) => word.startsWith("--journey="))?.slice("--journey=".length) ?? "online";
const journey = JOURNEYS[name];
if (!journey) {
  console.error(`demo: no journey is called ${name}; there are: ${Object.keys(JOURNEYS).join(" ")}`);
  process.exit(2);
}
const start = { journey: name, ...journey };
const display = (process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"] ?? "") !== "";

if (process.argv.includes("--auto") || !display) await play(journey);
else await show();

/** Opens everything and leaves it to whoever sits there. */
async function show(): Promise<void> {
  const voyage = await setOut(kind, { ...start, headed: true });
  console.log("The first step is before you, and so is the panel. Close the browser to end the demo.");
  console.log("https://practice.keyferry.example in that browser chooses how the portals look and what has been done in them.");
  await new Promise((done) => voyage.browser.once("disconnected", done));
  await voyage.close();
}

/** Lets the simulated admin do it all, and takes a picture of each step. */
async function play({ manner, arrived }: Journey): Promise<void> {
  const voyage = await setOut(kind, start);
  const scenes: Scene[] = [];
  try {
    const own = manner?.(voyage) ?? {};
    await sail(voyage, {
      ...own,
      sees: async (moment) => {
        const { card } = moment;
        if (scenes.at(-1)?.title !== card.title) console.log(`${card.step}: ${card.title}`);
        scenes.push({ step: card.step, title: card.title, body: card.body, picture: await picture(moment, voyage.panel) });
        return own.sees?.(moment);
      },
    });
    await arrived(voyage);
    console.log("Marketo holds the pair that was made, the sync is on, and Keyferry holds no secret.");
  } finally {
    await voyage.close();
    hang(join(ROOT, "out/demo"), `Keyferry's journey ${name} in ${kind === "chromium" ? "Chromium" : "Firefox"}`, scenes);
    console.log("out/demo/index.html shows every step");
  }
}

/** The page, the admin's hand on it, and the panel beside. */
async function picture({ page, card }: Moment, panel: Page): Promise<Scene["picture"]> {
  const left = readPng(await page.screenshot());
  const right = readPng(await panel.screenshot());
  const hand = card.act?.rect ?? card.spot;
  return beside(hand ? pointed(left, middle(hand)) : left, right);
}
