import { type ReactNode, createContext, useContext, useMemo, useSyncExternalStore } from "react";
import type { Store } from "../../practice/store";
import { type App, type World, appOf } from "../../practice/world";
import type { Say } from "../labels";
import type { BladeMessage } from "../shell/messages";

/** What every React blade works with. */
export interface Practice {
  readonly say: Say;
  readonly world: World;
  /** The app of the blade's address, if there is one. */
  readonly app: App | undefined;
  readonly change: (next: (world: World) => World) => Promise<void>;
  readonly refresh: () => Promise<void>;
  readonly pause: () => Promise<void>;
  readonly date: (iso: string) => string;
  readonly go: (hash: string) => void;
  readonly toast: (title: string, text: string) => void;
  /** Whether a secret was made in this document; only then its value is shown. */
  readonly owns: (secretId: string) => boolean;
  readonly own: (secretId: string) => void;
}

const Context = createContext<Practice | undefined>(undefined);

/** The practice world, to be used inside a blade. */
export function usePractice(): Practice {
  const practice = useContext(Context);
  if (!practice) throw new Error("A blade stands outside its provider.");
  return practice;
}

interface Props {
  readonly store: Store;
  readonly say: Say;
  readonly culture: string;
  readonly appId: string;
  /** The origin of the shell, as the frame's address names it. */
  readonly shell: string;
  readonly children: ReactNode;
}

/** Gives the blades the world, and draws them again when it changes. */
export function PracticeProvider({ store, say, culture, appId, shell, children }: Props): ReactNode {
  const world = useSyncExternalStore(store.onChange, store.read);
  const fixed = useMemo(() => fixedPart(store, say, culture, shell), [store, say, culture, shell]);
  const practice = useMemo(() => ({ ...fixed, world, app: appOf(world, appId) }), [fixed, world, appId]);
  return <Context.Provider value={practice}>{children}</Context.Provider>;
}

function fixedPart(store: Store, say: Say, culture: string, shell: string): Omit<Practice, "world" | "app"> {
  const own = new Set<string>();
  const tell = (message: BladeMessage): void => {
    if (isShell(shell)) window.parent.postMessage(message, shell);
  };
  const pause = (): Promise<void> => {
    const longest = store.read().settings.delay;
    return longest > 0 ? new Promise((done) => setTimeout(done, Math.random() * longest)) : Promise.resolve();
  };
  return {
    say,
    pause,
    async change(next) {
      await pause();
      await store.change(next);
    },
    async refresh() {
      await store.refresh();
    },
    date: (iso) => new Date(iso).toLocaleDateString(culture),
    go: (hash) => tell({ practice: "go", hash }),
    toast: (title, text) => tell({ practice: "toast", title, text }),
    owns: (secretId) => own.has(secretId),
    own: (secretId) => void own.add(secretId),
  };
}

/** The address may name anybody; only the portals' shells are told anything. */
function isShell(origin: string): boolean {
  return origin === location.origin || /^https:\/\/([^/]+\.)?(portal\.azure\.(com|us|cn)|entra\.(microsoft\.(com|us)|microsoftonline\.cn))$/.test(origin);
}
