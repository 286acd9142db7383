/** Starts a browser with a throw-away profile, the extension as it is packed, and the practice portals under their real names. */
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { ROOT } from "../../../extension/build/root";
import { startPractice, type Practice } from "../../../www/server/practice";
import { manifest } from "../../../extension/build/manifest";
import { scratch } from "./tidy";
import { until } from "./until";
import { writeWitness } from "./witness";

/** The two browsers that everything must work in. */
export type Kind = "chromium" | "firefox";

/** A browser under our hand. */
export type Driven = {
  kind: Kind;
  browser: Browser;
  practice: Practice;
  /** The folder that the browser keeps its things in. */
  profile: string;
  /** The folder that files are saved into, without a question. */
  downloads: string;
  /** A new tab in front, at this address. */
  open: (url: string) => Promise<Page>;
  /** Keyferry's panel: Chromium's own, at the side of the window; in Firefox, whose sidebar no driver reaches, as a tab. */
  openPanel(): Promise<Page>;
  /**
   * The answer to the browser's question whether Keyferry may reach these hosts will be yes. Firefox is started so that it does
   * not ask; Chromium is told on its own page about extensions, and asks no more about what was granted there.
   */
  willAllow(origins: readonly string[]): Promise<void>;
  /** The address of one of the extension's pages. */
  own(page: string): string;
  /** Ends the browser, the portals and the profile. */
  close(): Promise<void>;
};

/** How a browser is started. */
export type Options = {
  /** With a window, for somebody to watch. */
  headed?: boolean;
  /** The extension's folder; the one that `build.sh build` makes unless said otherwise. */
  extension?: string;
  /** More switches for a Chromium. */
  switches?: string[];
  /** A profile of the caller's, which stays when the browser ends; a throw-away one unless said otherwise. */
  profile?: string;
  /** Looks at the profile when the browser has ended, before it is thrown away. */
  ended?: (profile: string) => void;
};

const SIZE = { width: 1560, height: 960 };
const FIREFOX_UUID = "5f2b8c1e-7d34-4a90-9c55-0e1d2a3b4c5d";

/** Starts a browser; `close` ends everything again. */
export async function launch(kind: Kind, options: Options = {}): Promise<Driven> {
  const extension = options.extension ?? join(ROOT, "out/extension", kind === "chromium" ? "chrome" : "firefox");
  if (!existsSync(join(extension, "manifest.json"))) throw new Error(`${extension} holds no extension: run ./build.sh build`);

  const scrap = scratch();
  const practice = await startPractice({ root: join(ROOT, "out/www") });
  const profile = options.profile ?? join(scrap.folder, "profile");
  const downloads = join(scrap.folder, "downloads");
  mkdirSync(downloads);
  const start = { headless: options.headed !== true, defaultViewport: null, userDataDir: profile, args: options.switches ?? [], downloads };
  const browser = await (kind === "chromium" ? chromium(practice, start) : firefox(practice, start));
  const pid = browser.process()?.pid;
  if (pid !== undefined) scrap.guard(pid);

  const witness = join(scrap.folder, "witness");
  const { host_permissions, optional_host_permissions } = manifest("chrome", "0") as Record<string, string[]>;
  writeWitness(witness, [...(host_permissions ?? []), ...(optional_host_permissions ?? [])]);
  await browser.installExtension(witness);
  const id = await browser.installExtension(extension);

  const open = async (url: string): Promise<Page> => {
    const page = await browser.newPage();
    await page.goto(url, { waitUntil: "domcontentloaded" });
    return page;
  };
  const own = (page: string): string => (kind === "chromium" ? `chrome-extension://${id}/${page}` : `moz-extension://${FIREFOX_UUID}/${page}`);
  return {
    kind,
    browser,
    practice,
    profile,
    downloads,
    open,
    own,
    openPanel: () => (kind === "chromium" ? sidePanel(browser, id) : ownPage(browser, own("panel.html"))),
    willAllow: (origins) => (kind === "chromium" ? grant(browser, id, origins) : Promise.resolve()),
    async close() {
      await browser.close().catch(() => undefined);
      await practice.close();
      try {
        options.ended?.(profile);
      } finally {
        scrap.clear();
      }
    },
  };
}

/** Presses Keyferry's button in the toolbar, which opens the panel at the side of the window. */
async function sidePanel(browser: Browser, id: string): Promise<Page> {
  const extension = (await browser.extensions()).get(id);
  const [page] = await browser.pages();
  if (!extension || !page) throw new Error("Chromium does not know the extension");
  await until("the worker to say what the button does", async () => {
    // After an update the former worker is on the list for a while, before the new one, and answers nothing.
    const worker = (await extension.workers()).at(-1);
    const opens = worker?.evaluate(async () => (await chrome.sidePanel.getPanelBehavior()).openPanelOnActionClick).catch(() => false);
    return Promise.race([opens, new Promise<undefined>((done) => setTimeout(done, 1000))]);
  });
  await extension.triggerAction(page);
  return until("the side panel", async () => (await extension.pages()).find((one) => one.url().endsWith("/panel.html")));
}

/** What a person would press in the question that no driver reaches: the browser's page about extensions may do it. */
async function grant(browser: Browser, id: string, origins: readonly string[]): Promise<void> {
  type Private = { addHostPermission(id: string, host: string): Promise<void> };
  const page = await browser.newPage();
  await page.goto("chrome://extensions/");
  for (const origin of origins) {
    await page.evaluate((id, host) => (chrome as unknown as { developerPrivate: Private }).developerPrivate.addHostPermission(id, host), id, origin);
  }
  await page.close();
}

/** One of the extension's own pages in a tab, in Firefox. */
export async function ownPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage();
  // Firefox never reports the load of an extension's page to the driver.
  await page.goto(url, { timeout: 1500 }).catch(() => undefined);
  await page.waitForFunction(() => document.readyState === "complete" && location.protocol === "moz-extension:");
  return page;
}

type Start = { headless: boolean; defaultViewport: null; userDataDir: string; args: string[]; downloads: string };

function chromium(practice: Practice, { downloads, ...start }: Start): Promise<Browser> {
  return puppeteer.launch({
    ...start,
    downloadBehavior: { policy: "allow", downloadPath: downloads },
    executablePath: process.env["KEYFERRY_CHROMIUM"] ?? "/usr/bin/chromium",
    pipe: true,
    enableExtensions: true,
    args: [
      ...start.args,
      ...practice.chromiumArgs(),
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-dev-shm-usage",
      "--disable-gpu",
      "--disable-quic",
      "--disable-sync",
      "--force-color-profile=srgb",
      "--no-first-run",
      `--window-size=${String(SIZE.width)},${String(SIZE.height)}`,
    ],
  });
}

function firefox(practice: Practice, { downloads, ...start }: Start): Promise<Browser> {
  return puppeteer.launch({
    ...start,
    browser: "firefox",
    executablePath: process.env["KEYFERRY_FIREFOX"] ?? "/usr/bin/firefox-esr",
    acceptInsecureCerts: true,
    args: ["--remote-allow-system-access", `--width=${String(SIZE.width)}`, `--height=${String(SIZE.height)}`],
    extraPrefsFirefox: {
      ...practice.firefoxPrefs(),
      // The addresses of an extension's pages are random but for this.
      "extensions.webextensions.uuids": JSON.stringify({ "keyferry@keyferry.example": FIREFOX_UUID }),
      // Without the question whether a host may be reached the answer is yes (`declines` asks it once, and says no).
      "extensions.webextOptionalPermissionPrompts": false,
      // Firefox shows its notifications itself: the system it runs on may have nobody who does.
      "alerts.useSystemBackend": false,
      "browser.download.dir": downloads,
      "browser.download.folderList": 2,
      "browser.download.start_downloads_in_tmp_dir": false,
      "intl.accept_languages": "en-US, en",
    },
  });
}
