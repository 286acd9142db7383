/** The file that is saved: every frame of a tab, one below the other, each under a head that says where it stood. */
import type { Written } from "./write";

/** One frame in the file. */
export type Saved = Written & { top_url?: string | undefined };

const HEAD = /^<!-- Saved by Keyferry, page \d+ of \d+\nurl: (.*)\n(?:top_url: (.*)\n)?(?:frame_name: (.*)\n)?-->\n/gm;

/** Writes the file. */
export function fileOf(frames: readonly Saved[]): string {
  return frames
    .map(({ url, top_url, frame_name, html }, at) => {
      const lines = [`<!-- Saved by Keyferry, page ${String(at + 1)} of ${String(frames.length)}`, `url: ${url}`];
      if (top_url) lines.push(`top_url: ${top_url}`);
      if (frame_name) lines.push(`frame_name: ${frame_name}`);
      return `${lines.join("\n")}\n-->\n${html}`;
    })
    .join("\n");
}

/** Reads it again; empty where a text is no such file. */
export function framesOf(text: string): Saved[] {
  const heads = [...text.matchAll(HEAD)];
  return heads.map((head, at) => {
    const [whole, url = "", top_url, frame_name = ""] = head;
    return { url, ...(top_url && { top_url }), frame_name, html: text.slice(head.index + whole.length, heads[at + 1]?.index) };
  });
}
