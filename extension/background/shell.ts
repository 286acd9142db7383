/** Feeds the core its events, one after the other, and carries its effects out. */
import init, { brokenAt, Core } from "@wasm/background";
import type { Badge, Chore, Effect, Event, Guide, Place, Reach, View } from "../generated/core";
import sheet from "../content/guide/guide.css";
import type { Down, Drawn, ToPanel } from "../messages";
import { api, OWN_ORIGIN, PANEL } from "./api";
import { askAll, send } from "./pages";
import { allowed, catchUp, keepScripts } from "./reach";
import { isSheltered, forget, keep, note, recall } from "./storage";
import { type Answered, askForToken, dropRule } from "./token";
import { Words } from "./words";
import { report, Sunk } from "./wreck";

/** The alarm that rings for the pair. */
export const ALARM = "pair";

/** What the names of our notifications begin with. */
export const REMINDER = "reminder:";

const BADGES: Record<Badge, { text: string; color: string; title: string }> = {
  Nothing: { text: "", color: "#0d5c63", title: "action_title" },
  SyncOff: { text: "OFF", color: "#b4233c", title: "badge_sync_off" },
  Pair: { text: "1", color: "#0d5c63", title: "badge_pair" },
  Done: { text: "✓", color: "#1a7f4b", title: "badge_done" },
  Ending: { text: "!", color: "#b4233c", title: "badge_ending" },
};

/** The core with everything it needs from the browser. */
export class Shell {
  /** The panels that are open. */
  readonly panels = new Set<chrome.runtime.Port>();
  /** The documents that show a card. */
  readonly cards = new Map<string, Place>();
  /** What the storage failed at last. */
  private readonly failing = new Set<Chore>();
  private watch: boolean | undefined;
  private online = true;

  private constructor(
    /** The browser did not say what was noted: nothing is written over it. */
    readonly blind: boolean,
    private readonly core: Core,
    private words: Words,
    private chosen: string | null,
    /** Takes an event in when its turn has come. */
    private readonly later: (event: Event) => void,
  ) {}

  /** Takes up where the last worker left off. */
  static async wake(later: (event: Event) => void): Promise<Shell> {
    const [noted, memory] = await Promise.all([
      recall("local"),
      recall("session"),
      init({ module_or_path: fetch(api.runtime.getURL("background_bg.wasm")) }),
    ]);
    const core = ask(() => new Core(OWN_ORIGIN, noted?.["logbook"], noted?.["connections"], noted?.["watch"] === true, memory?.["pair"], Date.now()));
    const chosen = ask(() => core.view(Date.now()) as View).language;
    const shell = new Shell(noted === undefined, core, await Words.load(chosen), chosen, later);
    await shell.settle("Recall", shell.blind);
    await shell.settle("Keep", memory === undefined);
    if (memory === undefined && !(await isSheltered())) await shell.handle("Unsheltered");
    // What was found at waking is put right at once, also where no tab is in front.
    await shell.handle("Rang");
    await shell.lookAround();
    await shell.reach();
    // A worker that was ended in the middle of a test could take nothing back.
    await dropRule().catch(report);
    void askAll();
    return shell;
  }

  /** Takes an event in. */
  async handle(event: Event): Promise<void> {
    const effects = ask(() => this.core.handle(event, Date.now()) as Effect[]);
    const view = ask(() => this.core.view(Date.now()) as View);
    if (view.language !== this.chosen) {
      this.chosen = view.language;
      this.words = await Words.load(view.language);
      for (const panel of this.panels) this.greet(panel);
    }
    for (const panel of this.panels) this.post(panel, { view });
    // What was not noted is tried again with whatever happens next.
    if (this.failing.has("Store") && !(typeof event === "object" && "Stored" in event)) effects.push("Store");
    const done = await Promise.allSettled(effects.map((effect) => this.perform(effect)));
    for (const one of done) {
      if (one.status === "fulfilled") continue;
      if (one.reason instanceof Sunk) throw one.reason;
      report(one.reason);
    }
  }

  /** Says whether there is a network, and which tab is in front. The panel's own page, open as a tab, never is. */
  async lookAround(): Promise<void> {
    await this.lookForNetwork();
    const [tab] = await api.tabs.query({ active: true, lastFocusedWindow: true });
    if (tab?.url?.startsWith(PANEL)) return;
    await this.handle({ Foreground: { tab: tab?.id ?? null } });
  }

  /** Says whether there is a network, when that has changed. */
  async lookForNetwork(): Promise<void> {
    const on = navigator.onLine;
    if (on === this.online) return;
    this.online = on;
    await this.handle({ Online: { on } });
  }

  /** Says what may be reached beyond the hosts of every journey, and has the content scripts follow. */
  async reach(): Promise<Reach[]> {
    const reaches = await allowed();
    await keepScripts(reaches);
    await this.handle({ Allowed: { reaches } });
    return reaches;
  }

  /** Something was allowed: pages that are open already are looked at too. */
  async widen(): Promise<void> {
    await catchUp(await this.reach());
    await askAll();
  }

  /** Whether the browser says again what was noted, so that another shell can take over. */
  async seesAgain(): Promise<boolean> {
    return this.blind && (await recall("local")) !== undefined;
  }

  /** Gives its panels to the shell that takes over; what it holds is wiped. */
  handOver(next: Shell): void {
    for (const panel of this.panels) next.welcome(panel);
    this.core.free();
  }

  /** A panel has opened. */
  welcome(panel: chrome.runtime.Port): void {
    this.panels.add(panel);
    panel.onDisconnect.addListener(() => this.panels.delete(panel));
    this.greet(panel);
    this.post(panel, { view: ask(() => this.core.view(Date.now()) as View) });
  }

  private greet(panel: chrome.runtime.Port): void {
    const { language, direction, messages } = this.words;
    this.post(panel, { words: { language, direction, messages } });
  }

  private post(panel: chrome.runtime.Port, message: ToPanel): void {
    try {
      panel.postMessage(message);
    } catch {
      this.panels.delete(panel);
    }
  }

  private async perform(effect: Effect): Promise<void> {
    if (typeof effect === "string") {
      await this.store(effect);
      return;
    }
    if ("Guide" in effect) {
      const { place, guide } = effect.Guide;
      this.cards.set(place.document, place);
      this.hand(place, { guide: this.draw(guide) }, { Left: { place } });
      return;
    }
    if ("Unguide" in effect) {
      this.cards.delete(effect.Unguide.place.document);
      void send(effect.Unguide.place, { unguide: true });
      return;
    }
    if ("Take" in effect) {
      const { place, ...take } = effect.Take;
      this.hand(place, { take }, { Taken: { order: take.order, place, url: take.url, outcome: { Fault: "Silent" } } });
      return;
    }
    if ("Fill" in effect) return this.fill(effect.Fill);
    if ("RequestToken" in effect) {
      // Not waited for: nothing else has to stand still meanwhile.
      void this.test(effect.RequestToken);
      return;
    }
    if ("Linger" in effect) {
      setTimeout(() => {
        this.later("Rang");
      }, effect.Linger.milliseconds);
      return;
    }
    if ("Wake" in effect) return this.wakeAt(effect.Wake.at);
    if ("Open" in effect) return this.open(effect.Open.url);
    if ("Badge" in effect) return this.badge(effect.Badge.badge);
    if ("Remind" in effect) return this.remind(effect.Remind);
    this.watch = effect.Watch.on;
    await this.store("Store");
  }

  /** Does something with the storage; says whether that went well, and tells the core when it does not, or does again. */
  private async store(chore: Chore): Promise<boolean> {
    const failed = await this.work(chore).then(() => false, () => true);
    await this.settle(chore, failed);
    return !failed;
  }

  private work(chore: Chore): Promise<void> {
    if (chore === "Keep") return keep(ask(() => this.core.record() as unknown));
    if (chore === "Forget") return forget();
    if (this.blind) return Promise.resolve();
    return note(ask(() => this.core.logbook() as unknown), ask(() => this.core.connections() as unknown), this.watch);
  }

  private async settle(chore: Chore, failed: boolean): Promise<void> {
    if (!failed && !this.failing.delete(chore)) return;
    if (failed) this.failing.add(chore);
    await this.handle({ Stored: { chore, failed } });
  }

  /** Sends; where nobody is there any more, `otherwise` is news. A page that is busy is not waited for: nothing else would go on. */
  private hand(place: Place, message: Down, otherwise: Event): void {
    void send(place, message).then((heard) => {
      if (!heard) this.later(otherwise);
    });
  }

  private async fill({ order, place, url, fields }: Extract<Effect, { Fill: unknown }>["Fill"]): Promise<void> {
    const pair = ask(() => this.core.redeem(order, Date.now()) as { clientId: string; secret: string; tenantId: string } | undefined);
    if (pair === undefined) return this.handle({ Filled: { order, place, fault: "Gone" } });
    // First noted, then sent: a worker that is ended in between does not give the pair twice.
    if (!(await this.store("Keep"))) return;
    const halves = { ClientId: pair.clientId, Secret: pair.secret, TenantId: pair.tenantId };
    const values = fields.map(({ node, half }) => ({ node, value: halves[half] }));
    this.hand(place, { fill: { order, url, fields: values } }, { Filled: { order, place, fault: "Silent" } });
  }

  private async test({ order, url, scope }: Extract<Effect, { RequestToken: unknown }>["RequestToken"]): Promise<void> {
    const answer = await askForToken(url, () => {
      const pair = ask(() => this.core.redeemForTest(order, Date.now()) as { clientId: string; secret: string } | undefined);
      return pair && new URLSearchParams({ grant_type: "client_credentials", client_id: pair.clientId, client_secret: pair.secret, scope });
    }).catch((fault: unknown): Answered => {
      report(fault);
      return { outcome: "Offline", codes: [] };
    });
    this.later({ TokenAnswered: { order, ...answer } });
  }

  private draw(guide: Guide): Drawn {
    const { words } = this;
    const { title, body, why, reason, missing, note, button, ...rest } = guide;
    return {
      ...rest,
      title: words.line(title),
      body: words.line(body),
      why: words.line(why),
      missing: reason === undefined ? words.line(missing) : [...words.line(reason), "\n", ...words.line(missing)],
      ...(note && { note: words.line(note) }),
      ...(button && { button: { id: button, text: words.plain(BUTTONS[button]) } }),
      words: {
        step: words.plain("word_step").replace("$1", String(guide.step)).replace("$2", String(guide.of)),
        why: words.plain("word_why"),
        missing: words.plain("word_missing"),
        fold: words.plain("word_fold"),
        unfold: words.plain("word_unfold"),
        covered: words.plain("word_covered"),
        updated: words.plain("word_updated"),
      },
      language: words.language,
      direction: words.direction,
      sheet,
    };
  }

  private async wakeAt(at: number | null): Promise<void> {
    await (at === null ? api.alarms.clear(ALARM) : api.alarms.create(ALARM, { when: at }));
  }

  /** Brings the tab that shows the site to the front as it is; a new one only where there is none. */
  private async open(url: string): Promise<void> {
    const root = url.startsWith(OWN_ORIGIN) ? url.split(/[#?]/)[0] ?? url : `${new URL(url).origin}/`;
    const tabs = await api.tabs.query({});
    const tab = tabs.find((one) => one.url?.startsWith(root));
    if (tab?.id === undefined) {
      await api.tabs.create({ url });
      return;
    }
    await api.tabs.update(tab.id, { active: true });
    await api.windows.update(tab.windowId, { focused: true });
  }

  /** A notification of the browser's; one for each connection at a time. */
  private async remind({ connection, title, body }: Extract<Effect, { Remind: unknown }>["Remind"]): Promise<void> {
    const { words } = this;
    await api.notifications.create(`${REMINDER}${connection}`, {
      type: "basic",
      iconUrl: api.runtime.getURL("icons/128.png"),
      title: words.flat(title),
      message: words.flat(body),
    });
  }

  private async badge(badge: Badge): Promise<void> {
    const { text, color, title } = BADGES[badge];
    await api.action.setBadgeText({ text });
    await api.action.setBadgeBackgroundColor({ color });
    await api.action.setTitle({ title: this.words.plain(title) });
  }
}

/** Asks the core. It refuses an event with a word; an error comes from the module itself, which has ended. */
function ask<T>(question: () => T): T {
  try {
    return question();
  } catch (fault) {
    throw fault instanceof Error ? new Sunk(place()) : fault;
  }
}

/** Where in its source the module broke, where it can still say so. */
function place(): string {
  try {
    return brokenAt();
  } catch {
    return "";
  }
}

const BUTTONS: Record<NonNullable<Guide["button"]>, string> = {
  Keep: "button_keep",
  Fill: "button_fill",
  OpenAzure: "button_open_azure",
  OpenMarketo: "button_open_marketo",
  PassOver: "button_pass_over",
  Vouch: "button_vouch",
  Paste: "panel_paste",
  Finish: "button_finish",
};
