const PORTAL = /\bfxs-(?:mode|theme)-(dark|light)\b/;

/** Whether the page is dark: the portal's own word on html, body or head, else the ground it paints. */
export function dark(): boolean {
  const [html, body, head]: (Element | null)[] = [document.documentElement, document.body, document.head];
  const inside = document.querySelector("body > [class*=fxs-mode-], body > [class*=fxs-theme-]");
  for (const element of [html, body, head, inside]) {
    // A page under construction, or one that is no portal, may lack some of them.
    const word = PORTAL.exec(element?.getAttribute("class") ?? "");
    if (word) return word[1] === "dark";
  }
  for (const element of [body, html]) {
    if (!element) continue;
    const [red = 0, green = 0, blue = 0, alpha = 1] = (getComputedStyle(element).backgroundColor.match(/[\d.]+/g) ?? []).map(Number);
    if (alpha > 0.5) return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 110;
  }
  return false;
}
