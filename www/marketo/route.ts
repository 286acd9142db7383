/** The token of the page a fragment asks for: the last part of it, whichever shell stands around. */
export function tokenOf(hash: string): string {
  const last = hash.replace(/^#/, "").split("/").at(-1) ?? "";
  return /^[A-Z]{2,3}[0-9]+[A-Z][0-9]/.exec(last)?.[0] ?? "MM0A1";
}

/** The fragment with another token in the place of the old one. */
export function withToken(hash: string, token: string): string {
  const parts = hash.replace(/^#/, "").split("/");
  return `#${[...parts.slice(0, -1), token].join("/")}`;
}
