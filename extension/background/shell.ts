/** Feeds the core its events, one after the other, and carries its effects out. */
import init, { Core } from "@wasm/background";
import type { Badge, Effect, Event, Guide, Place, View } from "../generated/core";
import type { Drawn, ToPanel } from "../messages";
import { api, maybe, OWN_ORIGIN, PANEL } from "./api";
import { askAll, send } from "./pages";
import { Words } from "./words";

/** The alarm that rings for the pair. */
export const ALARM = "pair";

const BADGES: Record<Badge, { text: string; color: string; title: string }> = {
  Nothing: { text: "", color: "#0d5c63", title: "action_title" },
  SyncOff: { text: "OFF", color: "#b4233c", title: "badge_sync_off" },
  Pair: { text: "1", color: "#0d5c63", title: "badge_pair" },
  Done: { text: "✓", color: "#1a7f4b", title: "badge_done" },
};

/** The core with everything it needs from the browser. */
export class Shell {
  private readonly panels = new Set<chrome.runtime.Port>();

  private constructor(
    private readonly core: Core,
    private words: Words,
    private chosen: string | null,
  ) {}

  /** Takes up where the last worker left off. */
  static async wake(): Promise<Shell> {
    // Chrome can open this storage to content scripts; it must stay shut to them.
    await maybe.storage.session.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });
    const [{ logbook }, { pair }] = await Promise.all([
      api.storage.local.get("logbook"),
      api.storage.session.get("pair"),
      init({ module_or_path: fetch(api.runtime.getURL("background_bg.wasm")) }),
    ]);
    const core = new Core(OWN_ORIGIN, logbook, pair, Date.now());
    const chosen = (core.view(Date.now()) as View).language;
    const shell = new Shell(core, await Words.load(chosen), chosen);
    await shell.lookAround();
    void askAll();
    return shell;
  }

  /** Takes an event in. */
  async handle(event: Event): Promise<void> {
    const effects = this.core.handle(event, Date.now()) as Effect[];
    const view = this.core.view(Date.now()) as View;
    if (view.language !== this.chosen) {
      this.chosen = view.language;
      this.words = await Words.load(view.language);
      for (const panel of this.panels) this.greet(panel);
    }
    for (const panel of this.panels) this.post(panel, { view });
    await Promise.all(effects.map((effect) => this.perform(effect)));
  }

  /** Says which tab is in front. The panel's own page, open as a tab, never is. */
  async lookAround(): Promise<void> {
    const [tab] = await api.tabs.query({ active: true, lastFocusedWindow: true });
    if (tab?.url?.startsWith(PANEL)) return;
    await this.handle({ Foreground: { tab: tab?.id ?? null } });
  }

  /** A panel has opened. */
  welcome(panel: chrome.runtime.Port): void {
    this.panels.add(panel);
    panel.onDisconnect.addListener(() => this.panels.delete(panel));
    this.greet(panel);
    this.post(panel, { view: this.core.view(Date.now()) as View });
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
    if (typeof effect === "string") return this.performPlain(effect);
    if ("Guide" in effect) return this.down(effect.Guide.place, { guide: this.draw(effect.Guide.guide) });
    if ("Unguide" in effect) {
      await send(effect.Unguide.place, { unguide: true });
      return;
    }
    if ("Take" in effect) {
      const { place, ...take } = effect.Take;
      if (await send(place, { take })) return;
      return this.handle({ Taken: { order: take.order, place, url: take.url, outcome: { Fault: "Silent" } } });
    }
    if ("Fill" in effect) return this.fill(effect.Fill);
    if ("Linger" in effect) {
      setTimeout(() => {
        void this.handle("Rang");
      }, effect.Linger.milliseconds);
      return;
    }
    if ("Wake" in effect) return this.wakeAt(effect.Wake.at);
    if ("Open" in effect) return this.open(effect.Open.url);
    if ("Badge" in effect) return this.badge(effect.Badge.badge);
    return api.storage.local.set({ watch: effect.Watch.on });
  }

  private async performPlain(effect: Extract<Effect, string>): Promise<void> {
    if (effect === "Store") return api.storage.local.set({ logbook: this.core.logbook() as unknown });
    if (effect === "Keep") return api.storage.session.set({ pair: this.core.record() as unknown });
    return api.storage.session.remove("pair");
  }

  /** Sends; where nobody is there any more, the core is told so. */
  private async down(place: Place, message: { guide: Drawn }): Promise<void> {
    if (!(await send(place, message))) await this.handle({ Left: { place } });
  }

  private async fill({ order, place, url, fields }: Extract<Effect, { Fill: unknown }>["Fill"]): Promise<void> {
    const pair = this.core.redeem(order, Date.now()) as { clientId: string; secret: string } | undefined;
    if (pair === undefined) return this.handle({ Filled: { order, place, fault: "Gone" } });
    const values = fields.map(({ node, half }) => ({ node, value: half === "Secret" ? pair.secret : pair.clientId }));
    const heard = await send(place, { fill: { order, url, fields: values } });
    await this.performPlain("Keep");
    if (!heard) await this.handle({ Filled: { order, place, fault: "Silent" } });
  }

  private draw(guide: Guide): Drawn {
    const { words } = this;
    const { title, body, why, missing, note, button, ...rest } = guide;
    return {
      ...rest,
      title: words.line(title),
      body: words.line(body),
      why: words.line(why),
      missing: words.line(missing),
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

  private async badge(badge: Badge): Promise<void> {
    const { text, color, title } = BADGES[badge];
    await api.action.setBadgeText({ text });
    await api.action.setBadgeBackgroundColor({ color });
    await api.action.setTitle({ title: this.words.plain(title) });
  }
}

const BUTTONS: Record<NonNullable<Guide["button"]>, string> = {
  Keep: "button_keep",
  Fill: "button_fill",
  OpenAzure: "button_open_azure",
  OpenMarketo: "button_open_marketo",
  PassOver: "button_pass_over",
  Finish: "button_finish",
};
