/**
 * Fluent v8 fetches its fonts from a content network as soon as it is imported. Practice leaves the machine alone, so
 * this module is imported before it.
 */
Object.assign(window, { FabricConfig: { fontBaseUrl: "" } });
