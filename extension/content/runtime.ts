/** The part of the WebExtension API that the content script uses. */
export type Runtime = {
  /** Chrome takes it away from a script whose extension was updated. */
  runtime?: {
    id?: string | undefined;
    sendMessage(message: unknown): Promise<unknown>;
    connect(info: { name: string }): { disconnect(): void; onDisconnect: { addListener(listener: () => void): void } };
    onMessage: {
      addListener(listener: (message: unknown, sender: { id?: string; tab?: unknown }) => void): void;
      removeListener(listener: (message: unknown, sender: { id?: string; tab?: unknown }) => void): void;
    };
  };
  storage: {
    local: { get(key: string): Promise<Record<string, unknown>> };
    onChanged: {
      addListener(listener: (changes: Record<string, { newValue?: unknown }>, area: string) => void): void;
      removeListener(listener: (changes: Record<string, { newValue?: unknown }>, area: string) => void): void;
    };
  };
};

const { browser, chrome } = globalThis as { browser?: Runtime; chrome?: Runtime };

/** Firefox's `browser`, else Chrome's `chrome`; absent where there is no extension at all. */
export const api = browser?.runtime ? browser : chrome;

/** Whether the extension that this script came with is gone: an update leaves its script behind in the page. */
export function orphaned(): boolean {
  return api?.runtime?.id === undefined;
}
