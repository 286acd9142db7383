import type { Portal } from "./portal";
import { isBladeOrigin } from "./react-frame";

/** What a React blade may tell the shell: where to go, what to announce. Never a value from a form or a table. */
export type BladeMessage =
  | { readonly practice: "go"; readonly hash: string }
  | { readonly practice: "toast"; readonly title: string; readonly text: string };

/** Listens to the React blades. */
export function hearFrames(portal: Portal): void {
  window.addEventListener("message", (event) => {
    if (!isBladeOrigin(event.origin)) return;
    const message = event.data as Partial<BladeMessage> | null;
    if (message?.practice === "go" && typeof message.hash === "string") portal.go(message.hash);
    if (message?.practice === "toast") portal.toast(message.title ?? "", message.text ?? "");
  });
}
