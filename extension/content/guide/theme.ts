/** Whether the page is dark: the portal's own word, which may stand on several elements, else the ground it paints. */
export function dark(): boolean {
  const says = (word: string): boolean => document.querySelector(`:is(html, head, body, body > *):is(.fxs-mode-${word}, .fxs-theme-${word})`) !== null;
  if (says("dark")) return true;
  if (says("light")) return false;
  for (const element of document.querySelectorAll("body, html")) {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (/[\d., ]+/.exec(getComputedStyle(element).backgroundColor)?.[0] ?? "").split(",").map(Number);
    if (alpha > 0.5) return red * 2 + green * 7 + blue < 1100;
  }
  return false;
}
