import { h, onClick } from "../dom";
import { tabPanel, tabs3 } from "../ext3/tabs";
import type { Node3 } from "../ext3/tree";
import type { Place } from "../place";

/** My Marketo: tiles that lead into the parts of the product. */
export function homePage({ words, go }: Place): HTMLElement {
  const tile = (text: string, icon: string, act: () => void): HTMLElement => onClick(h("a", { href: "#", class: `mkt3-homeTile ${icon}` }, h("span", {}, text)), act);
  const nowhere = (): void => undefined;
  const tiles = h(
    "div",
    { class: "mkt3-homeTiles" },
    tile(words.marketingActivities, "mkiActivities", nowhere),
    tile(words.designStudio, "mkiDesign", nowhere),
    tile(words.database, "mkiDatabase", nowhere),
    tile(words.analytics, "mkiAnalytics", nowhere),
    tile(words.admin, "mkiGearTile", () => go("AD0A1")),
  );
  return tabs3([{ key: "home", title: words.myMarketo, content: () => tabPanel(undefined, tiles) }]);
}

/** The admin area's first page: the tree again, as lists of links. */
export function adminHomePage({ words, go }: Place, tree: readonly Node3[]): HTMLElement {
  const nodes = tree.flatMap((root) => root.children ?? []);
  const link = ({ text, token, icon }: Node3): HTMLElement => h("li", { class: icon }, onClick(h("a", { href: "#" }, text), () => go(token)));
  const card = (title: string, items: readonly Node3[]): HTMLElement => h("div", { class: "mktLinks" }, h("h3", {}, title), h("ul", {}, ...items.map(link)));
  const groups = nodes.filter((node) => node.children).map((node) => card(node.text, node.children ?? []));
  const others = card(words.otherStuff, nodes.filter((node) => !node.children));
  return tabs3([{ key: "admin", title: words.admin, icon: "mkiGear", content: () => tabPanel(undefined, h("div", { class: "mktAdminHome" }, ...groups, others)) }]);
}

/** A page that is there in Marketo and stays empty here. */
export function emptyPage({ words }: Place, title: string): HTMLElement {
  return tabs3([{ key: "empty", title, content: () => tabPanel(undefined, h("p", { class: "mktNote" }, words.notInPractice)) }]);
}
