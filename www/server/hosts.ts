/** The page that a host shows, as a path under the root without its ending; `undefined` for hosts that are not practised. */
export function pageOf(host: string): string | undefined {
  return HOSTS.find(([pattern]) => pattern.test(host))?.[1];
}

/** Where the control page is served. */
export const CONTROL_HOST = "practice.keyferry.example";

const HOSTS: readonly (readonly [RegExp, string])[] = [
  [/^(?:[a-z0-9-]+\.)?portal\.azure\.com$/, "azure/index"],
  [/^portal\.azure\.(?:us|cn)$/, "azure/index"],
  [/^entra\.(?:microsoft\.(?:com|us)|microsoftonline\.cn)$/, "azure/index"],
  [/^sandbox-[0-9]+(?:-[0-9]+)?\.reactblade\.(?:portal\.azure\.net|azureportal\.(?:usgovcloudapi\.net|chinacloudapi\.cn))$/, "azure/blade"],
  [/^(?:app|engage)-[a-z0-9]+\.marketo\.com$/, "marketo/index"],
  [/^experience\.adobe\.com$/, "marketo/shell"],
  [/^login\.(?:microsoftonline\.(?:com|us)|partner\.microsoftonline\.cn)$/, "sign-in/index"],
  [/^practice\.keyferry\.example$/, "control/index"],
];
