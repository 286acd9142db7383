/** The background script: every listener stands here, in the first turn, because a worker that wakes up gets no other. */
import type { Command, Event } from "../generated/core";
import { api, maybe } from "./api";
import { eventFrom } from "./events";
import { meet } from "./pages";
import { heard, heldBy, isPanel } from "./sender";
import { ALARM, Shell } from "./shell";

let awake: Promise<Shell> | undefined;
let queue: Promise<unknown> = Promise.resolve();

/** One thing after the other, in the order in which it happened. */
function next(act: (shell: Shell) => Promise<void> | void): void {
  awake ??= Shell.wake();
  const shell = awake;
  queue = queue.then(async () => act(await shell)).catch(report);
}

const tell = (event: Event): void => next((shell) => shell.handle(event));

/** An act is for the tab that is in front at that very moment. */
const act = (event: Event): void =>
  next(async (shell) => {
    await shell.lookAround();
    await shell.handle(event);
  });

/** The kind of a fault, never its text: a text may quote what was at hand. */
function report(fault: unknown): void {
  console.error("Keyferry:", fault instanceof Error ? fault.name : typeof fault);
}

api.runtime.onMessage.addListener((message: unknown, sender) => {
  const from = heard(message, sender);
  const event = from && eventFrom(from);
  if (!from || !event) return;
  meet(from.place, from.documentId);
  (typeof event === "object" && "Pressed" in event ? act : tell)(event);
});

api.runtime.onConnect.addListener((port) => {
  const place = heldBy(port);
  if (place) {
    port.onDisconnect.addListener(() => {
      tell({ Left: { place } });
    });
    return;
  }
  if (!isPanel(port)) {
    port.disconnect();
    return;
  }
  next((shell) => {
    shell.welcome(port);
  });
  port.onMessage.addListener((command: Command) => {
    act({ Asked: { command } });
  });
});

api.tabs.onActivated.addListener(() => {
  next((shell) => shell.lookAround());
});
api.windows.onFocusChanged.addListener(() => {
  next((shell) => shell.lookAround());
});
api.tabs.onRemoved.addListener((tab) => {
  tell({ Closed: { tab } });
});
api.alarms.onAlarm.addListener(({ name }) => {
  if (name === ALARM) tell("Rang");
});
api.commands.onCommand.addListener((command) => {
  if (command === "act") act({ Asked: { command: "Act" } });
});
api.runtime.onInstalled.addListener(() => {
  tell("BrowserStarted");
});
api.runtime.onStartup.addListener(() => {
  tell("BrowserStarted");
});
api.action.onClicked.addListener(() => {
  // Only Firefox comes here: Chrome opens the side panel by itself.
  void maybe.sidebarAction?.toggle();
});
void maybe.sidePanel?.setPanelBehavior({ openPanelOnActionClick: true });
