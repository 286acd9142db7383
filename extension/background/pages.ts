/** Messages down to the documents that have spoken. */
import type { Place } from "../generated/core";
import type { Down, ToPage } from "../messages";
import { api } from "./api";

/** The browser's names of the documents, by our own; Chrome delivers to exactly that document. */
const documents = new Map<string, string>();

/** Remembers how the browser names a document. */
export function meet(place: Place, documentId: string | undefined): void {
  if (documentId !== undefined) documents.set(place.document, documentId);
}

/** Sends; says whether anybody was there to receive it. */
export async function send(place: Place, down: Down): Promise<boolean> {
  const message: ToPage = { document: place.document, down };
  const documentId = documents.get(place.document);
  try {
    await api.tabs.sendMessage(place.tab, message, documentId === undefined ? { frameId: place.frame } : { documentId });
    return true;
  } catch {
    documents.delete(place.document);
    return false;
  }
}

/** Asks every page to report again: the worker has just come up and knows none. */
export async function askAll(): Promise<void> {
  const message: ToPage = { document: "", down: { look: true } };
  const tabs = await api.tabs.query({}).catch(() => []);
  const known = tabs.flatMap(({ id }) => (id === undefined ? [] : [id]));
  await Promise.allSettled(known.map((id): Promise<unknown> => api.tabs.sendMessage(id, message)));
}
