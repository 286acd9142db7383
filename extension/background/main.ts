/** The background script: every listener stands here, in the first turn, because a worker that wakes up gets no other. */
import type { Command, Event } from "../generated/core";
import { api, maybe, PANEL } from "./api";
import { eventFrom } from "./events";
import { meet } from "./pages";
import { heard, heldBy, isPanel } from "./sender";
import { ALARM, REMINDER, Shell } from "./shell";
import { report, Sunk, Wreck } from "./wreck";

type Act = (shell: Shell) => Promise<void> | void;
/** What is done instead where the core does not run. */
type Otherwise = (wreck: Wreck) => Promise<void> | void;

let awake: Promise<Shell> | undefined;
let wreck: Promise<Wreck> | undefined;
let queue: Promise<void> = Promise.resolve();

/** One thing after the other, in the order in which it happened. */
function next(act: Act, otherwise?: Otherwise): void {
  queue = queue.then(() => turn(act, otherwise)).catch(report);
}

async function turn(act: Act, otherwise?: Otherwise): Promise<void> {
  if (!wreck) {
    let shell: Shell | undefined;
    try {
      shell = await (awake ??= Shell.wake(tell));
      if (await shell.seesAgain()) {
        const next = await Shell.wake(tell);
        shell.handOver(next);
        awake = Promise.resolve((shell = next));
      }
      await act(shell);
      return;
    } catch (fault) {
      if (shell && !(fault instanceof Sunk)) throw fault;
      report(fault);
      wreck = Wreck.of(shell?.cards.values() ?? [], shell?.panels ?? []);
    }
  }
  await otherwise?.(await wreck);
}

function tell(event: Event, otherwise?: Otherwise): void {
  next((shell) => shell.handle(event), otherwise);
}

/** An act is for the tab that is in front at that very moment. */
function act(event: Event, otherwise?: Otherwise): void {
  next(async (shell) => {
    await shell.lookAround();
    await shell.handle(event);
  }, otherwise);
}

api.runtime.onMessage.addListener((message: unknown, sender, answer: (heard: true) => void) => {
  const from = heard(message, sender);
  const event = from && eventFrom(from);
  if (!from || !event) return undefined;
  meet(from.place, from.documentId);
  const pressed = typeof event === "object" && "Pressed" in event;
  // One card in a page is enough to say that nothing works; who has pressed something is told where that was.
  const otherwise: Otherwise = (wreck) => (pressed || from.place.frame === 0 ? wreck.tellPage(from.place) : undefined);
  (pressed ? act : tell)(event, otherwise);
  // Answered when it is done: of a worker that ends before, the page hears that nothing was done, and says again what it sees.
  void queue.then(() => {
    answer(true);
  });
  return true;
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
  next(
    (shell) => {
      shell.welcome(port);
    },
    (wreck) => {
      wreck.tellPanel(port);
    },
  );
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
api.notifications.onClicked.addListener((name) => {
  if (!name.startsWith(REMINDER)) return;
  void api.notifications.clear(name);
  // The panel itself opens at a press on Keyferry's own button only.
  void api.tabs.create({ url: PANEL });
});
api.commands.onCommand.addListener((command) => {
  if (command === "act") act({ Asked: { command: "Act" } });
});
// Chrome alone says when the screen is locked; Firefox has no such state, and is not asked for the permission.
maybe.idle?.onStateChanged.addListener((state) => {
  if (state === "locked") tell("Locked");
});
api.permissions.onAdded.addListener(() => {
  next((shell) => shell.widen());
});
api.permissions.onRemoved.addListener(() => {
  next(async (shell) => {
    await shell.reach();
  });
});
api.runtime.onInstalled.addListener(() => {
  tell("BrowserStarted");
});
api.runtime.onStartup.addListener(() => {
  tell("BrowserStarted");
});
api.action.onClicked.addListener(() => {
  // Only Firefox comes here: Chrome opens the side panel by itself.
  maybe.sidebarAction?.toggle().catch(report);
});
maybe.sidePanel?.setPanelBehavior({ openPanelOnActionClick: true }).catch(report);
for (const name of ["online", "offline"]) {
  self.addEventListener(name, () => {
    next((shell) => shell.lookForNetwork());
  });
}
