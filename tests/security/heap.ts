/** Everything that a page or a worker of Chromium still reaches, as the text of a heap snapshot. */
import type { CDPSession } from "puppeteer-core";

/** Switches for a Chromium that writes strings into a snapshot whole. */
export const WHOLE_STRINGS = ["--js-flags=--heap-snapshot-string-limit=10000000"];

/** Collects what nobody holds any more, and takes a snapshot of the rest. */
export async function heapOf(client: CDPSession): Promise<string> {
  const chunks: string[] = [];
  const hear = ({ chunk }: { chunk: string }): void => void chunks.push(chunk);
  client.on("HeapProfiler.addHeapSnapshotChunk", hear);
  await client.send("HeapProfiler.enable");
  await client.send("HeapProfiler.collectGarbage");
  await client.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  await client.send("HeapProfiler.disable");
  client.off("HeapProfiler.addHeapSnapshotChunk", hear);
  return chunks.join("");
}
