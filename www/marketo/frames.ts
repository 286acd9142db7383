import { h } from "./dom";
import { tokenOf, withToken } from "./route";

/** What a frame tells the one around it when it shows another page. */
type Told = { practiceToken: string };

/** Whether this page is the unified shell's, standing in the Adobe shell. */
export function isEngageInShell(): boolean {
  return self !== top && new URLSearchParams(location.search).has("munchkinId");
}

/** Tells the frame around, if there is one, which page is shown now. The token is all there is to know. */
export function tellOuterFrame(token: string): void {
  if (self !== top) parent.postMessage({ practiceToken: token } satisfies Told, "*");
}

/** Makes a frame that follows this page's fragment, and this page's fragment follow the frame. */
export function holdInnerFrame(attributes: Record<string, string>, address: (token: string) => string): HTMLIFrameElement {
  const frame = h("iframe", { ...attributes, src: address(tokenOf(location.hash)) });
  let shown = tokenOf(location.hash);
  addEventListener("hashchange", () => {
    const wanted = tokenOf(location.hash);
    if (wanted === shown) return;
    shown = wanted;
    frame.src = address(wanted);
  });
  addEventListener("message", ({ source, data }: MessageEvent<Partial<Told> | null>) => {
    const token = data?.practiceToken;
    if (source !== frame.contentWindow || typeof token !== "string") return;
    shown = tokenOf(`#${token}`);
    if (tokenOf(location.hash) !== shown) history.replaceState(null, "", withToken(location.hash, shown));
    tellOuterFrame(shown);
  });
  return frame;
}
