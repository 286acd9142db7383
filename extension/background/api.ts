/** Firefox's `browser`, else Chrome's `chrome`: both have promises in manifest version 3. */
export const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;

/** What only one of the browsers has. */
export const maybe = api as unknown as {
  sidebarAction?: { toggle(): Promise<void> };
  idle?: typeof chrome.idle;
  sidePanel?: typeof chrome.sidePanel;
  storage: { session?: Omit<chrome.storage.StorageArea, "setAccessLevel"> & { setAccessLevel?: typeof chrome.storage.session.setAccessLevel } };
};

/** The origin of the extension's own pages, without a slash at the end. */
export const OWN_ORIGIN = api.runtime.getURL("").replace(/\/$/, "");

/** The panel's page. */
export const PANEL = `${OWN_ORIGIN}/panel.html`;

/** The page with the set-up record, which hears what the panel hears. */
export const RECORD = `${OWN_ORIGIN}/record.html`;
