import "./react/no-fonts";
import { Spinner, SpinnerSize } from "@fluentui/react";
import { type ReactNode, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { openStore } from "../practice/store";
import { askedFor, sayer } from "./labels";
import { bladeOf } from "./react/blades";
import { Fluent } from "./react/fluent";
import { registerDrawnIcons } from "./react/icons";
import { PracticeProvider, usePractice } from "./react/practice";
import { wearTheme } from "./theme";

/** Shows one React blade in the frame that the shell made for it. */
async function start(): Promise<void> {
  const query = new URLSearchParams(location.search);
  // A prewarmed frame is loaded and waits; it shows nothing.
  const Blade = bladeOf(query.get("blade") ?? "");
  const root = document.getElementById("root");
  if (query.has("prewarm") || !Blade || !root) return;

  const store = await openStore();
  const { settings } = store.read();
  const asked = askedFor(location.search);
  const language = asked.language ?? settings.azureLanguage;
  document.documentElement.lang = language;
  wearTheme(settings.theme);
  store.onChange((world) => wearTheme(world.settings.theme));
  registerDrawnIcons();
  createRoot(root).render(
    <PracticeProvider store={store} say={sayer(language)} culture={asked.culture ?? settings.culture} appId={query.get("appId") ?? ""} shell={query.get("trustedAuthority") ?? ""}>
      <Fluent>
        <Arriving>
          <Blade />
        </Arriving>
      </Fluent>
    </PracticeProvider>,
  );
}

/** A spinner first, as every blade of the portal shows while it fetches. */
function Arriving({ children }: { readonly children: ReactNode }): ReactNode {
  const { pause, say } = usePractice();
  const [arrived, setArrived] = useState(false);
  useEffect(() => {
    let here = true;
    void pause().then(() => here && setArrived(true));
    return () => {
      here = false;
    };
  }, [pause]);
  return arrived ? children : <Spinner size={SpinnerSize.large} label={say("loading")} className="frame-spinner" />;
}

void start();
