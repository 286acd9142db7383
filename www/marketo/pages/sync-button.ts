import { setSync } from "../../practice/marketo-acts";
import { button3, type Button3 } from "../ext3/button";
import { mask3 } from "../ext3/mask";
import { ask3 } from "../ext3/message";
import { answerTime, type Place } from "../place";

/** The one button that reads Disable Sync while the sync is on, and Enable Sync while it is off. */
export function syncButton(place: Place, over: () => HTMLElement): Button3 {
  const { store, words } = place;
  const isOn = (): boolean => store.read().marketo.sync === "on";
  const label = (): string => (isOn() ? words.disableSync : words.enableSync);
  const button = button3(label(), () => void toggle(), { id: "enableSync", icon: "mkiSync" });
  place.follow(() => button.setText(label()));

  const toggle = async (): Promise<void> => {
    const next = isOn() ? "off" : "on";
    if (store.read().settings.marketoConfirm) {
      const text = next === "off" ? words.askDisable : words.askEnable;
      if ((await ask3({ title: label(), text, icon: "question", buttons: [words.ok, words.cancel] })) !== 0) return;
    }
    const uncover = mask3(over(), words.loading);
    await answerTime(place);
    await store.change((world) => setSync(world, next));
    uncover();
  };
  return button;
}
