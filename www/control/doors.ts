import { SERVED, adobeAddress, classicAddress, engageAddress } from "../marketo/addresses";
import type { World } from "../practice/world";

/** A way into a portal. */
export type Door = { label: string; address: string };

/** The ways into each portal; the first is the one that the settings ask for. */
export function doors({ marketo, settings }: World): { azure: Door[]; marketo: Door[] } {
  const azure = (host: string): string => (SERVED ? `https://${host}/` : "../azure/index.html");
  const folder = "../marketo/";
  const inAdobe = settings.marketoShell === "adobe";
  const plain = (token: string): string => classicAddress(marketo, token, folder);
  const adobe = (token: string): string => adobeAddress(marketo, token, folder);
  const [chosen, other] = inAdobe ? [adobe, plain] : [plain, adobe];
  return {
    azure: [
      { label: "Open the Azure portal", address: azure("portal.azure.com") },
      ...(SERVED ? [{ label: "Entra admin center", address: azure("entra.microsoft.com") }] : []),
    ],
    marketo: [
      { label: "Open Marketo", address: chosen("MM0A1") },
      { label: inAdobe ? "At its own address" : "In Adobe Experience Cloud", address: other("MM0A1") },
      { label: "At the engage address", address: engageAddress(marketo, "MM0A1", folder) },
      { label: "Microsoft Dynamics page", address: chosen("DY0A1") },
      { label: "LaunchPoint, a look-alike", address: chosen("LN0A1") },
      { label: "Salesforce, a look-alike", address: chosen("SF0A1") },
    ],
  };
}
