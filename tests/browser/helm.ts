/** The panel's own channel to the background, in a test's hand: what a person would press there, said at once. */
import type { Page } from "puppeteer-core";
import type { Command, View } from "../../extension/generated/core";
import type { FromPanel, ToPanel } from "../../extension/messages";

/** What the background does next, and what it shows then. */
export type Helm = {
  /** Says one thing after the other; gives the view when all that came before is done. */
  say(...commands: Command[]): Promise<View>;
};

/** Takes it; `panel` is the panel's page, as the background hears nobody else. */
export function takeHelm(panel: Page): Helm {
  return {
    say: (...commands) =>
      panel.evaluate(
        (commands: FromPanel[]) =>
          new Promise<View>((done, fail) => {
            const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
            const speaker = api.runtime.connect({ name: "panel" });
            let greeted = false;
            speaker.onMessage.addListener((message: ToPanel) => {
              if (!("view" in message) || greeted) return;
              greeted = true;
              // A background that has just come up may hear of a second port before it hears what was said over the first.
              for (const command of commands) speaker.postMessage(command);
              // The background does one thing after the other: who is greeted now is greeted after the commands.
              const listener = api.runtime.connect({ name: "panel" });
              listener.onMessage.addListener((message: ToPanel) => {
                if (!("view" in message)) return;
                speaker.disconnect();
                listener.disconnect();
                done(message.view);
              });
              listener.onDisconnect.addListener(() => fail(new Error("the background is gone")));
            });
            speaker.onDisconnect.addListener(() => fail(new Error("the background is gone")));
          }),
        commands,
      ),
  };
}
