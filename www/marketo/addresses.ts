import type { Marketo } from "../practice/world";

/** Whether the practice portals are served under their real host names; else they are files beside one another. */
export const SERVED = location.protocol.startsWith("http");

/** The classic application. `folder` is the way from the page that asks to Marketo's files. */
export function classicAddress({ pod }: Marketo, token: string, folder = ""): string {
  return SERVED ? `https://app-${pod}.marketo.com/#${token}` : `${folder}index.html#${token}`;
}

/** The page of the unified shell, which shows the classic application or holds it in a frame. */
export function engageAddress({ munchkinId, pod }: Marketo, token: string, folder = ""): string {
  const query = `?munchkinId=${munchkinId}#/classic/${token}`;
  return SERVED ? `https://engage-${pod.slice(0, 2)}.marketo.com/${query}` : `${folder}index.html${query}`;
}

/** The Adobe shell around it all. */
export function adobeAddress({ munchkinId }: Marketo, token: string, folder = ""): string {
  const fragment = `#/@contoso/so:${munchkinId}/marketo-engage/classic/${token}`;
  return SERVED ? `https://experience.adobe.com/${fragment}` : `${folder}shell.html${fragment}`;
}
