import { openStore, type Store } from "../practice/store";
import type { World } from "../practice/world";
import { classicAddress } from "./addresses";
import { adminTree, titleOf } from "./admin-tree";
import { h } from "./dom";
import { tree3, type Node3 } from "./ext3/tree";
import { holdInnerFrame, isEngageInShell, tellOuterFrame } from "./frames";
import { LABELS } from "./labels";
import { dynamicsPage } from "./pages/dynamics";
import { crmPage, firstConnectionPage } from "./pages/first-connection";
import { adminHomePage, emptyPage, homePage } from "./pages/home";
import { entitiesPage, launchPointPage, salesforcePage } from "./pages/look-alikes";
import type { Place } from "./place";
import { tokenOf, withToken } from "./route";
import { topBar } from "./top-bar";

/** Draws the page that the fragment asks for; all there was before goes, open windows included. */
function draw(store: Store): void {
  const { settings } = store.read();
  const token = tokenOf(location.hash);
  const listeners: ((world: World) => void)[] = [];
  const place: Place = {
    store,
    words: LABELS[settings.marketoLanguage],
    go(next) {
      const wanted = withToken(location.hash, next);
      // Pressed again, a page in the tree is opened anew.
      if (wanted === location.hash) draw(store);
      else location.hash = wanted;
    },
    follow: (listener) => void listeners.push(listener),
  };
  document.documentElement.lang = settings.marketoLanguage;
  const tree = adminTree(place.words, store.read());
  document.title = `${titleOf(tree, token) ?? place.words.myMarketo} | Marketo`;
  const inAdmin = token !== "MM0A1";
  const canvas = h("div", { class: "mktCanvas" }, pageOf(token, place, tree));
  const side = h("div", { class: "mktSide" }, searchBox(place.words.searchAdmin), tree3(tree, token, place.go));
  document.body.replaceChildren(topBar(place, inAdmin), h("div", { class: "mktBody" }, ...(inAdmin ? [side] : []), canvas));
  told = listeners;
  tellOuterFrame(token);
}

/** Who on the page that is shown wants to hear of the world's changes. */
let told: readonly ((world: World) => void)[] = [];

function pageOf(token: string, place: Place, tree: readonly Node3[]): HTMLElement {
  switch (token) {
    case "MM0A1":
      return homePage(place);
    case "AD0A1":
      return adminHomePage(place, tree);
    case "CR0A1":
      return crmPage(place);
    case "DY0A1":
      return place.store.read().marketo.neverSynced ? firstConnectionPage(place) : dynamicsPage(place);
    case "DE0A1":
      return entitiesPage(place);
    case "LN0A1":
      return launchPointPage(place);
    case "SF0A1":
      return salesforcePage(place);
    default:
      return emptyPage(place, titleOf(tree, token) ?? place.words.admin);
  }
}

function searchBox(hint: string): HTMLElement {
  return h("div", { class: "mktSearch" }, h("input", { type: "text", class: "x-form-text x-form-field", placeholder: hint, "aria-label": hint, autocomplete: "off" }));
}

/** What makes the page another page, so that it is drawn anew; all else is told to the page that is there. */
function kindOf({ settings, marketo }: World): string {
  return [settings.marketoLanguage, settings.marketoValidate, settings.marketoInner, marketo.neverSynced].join();
}

async function begin(): Promise<void> {
  const store = await openStore();
  if (isEngageInShell() && store.read().settings.marketoInner === "app") {
    document.body.className = "mktHolder";
    document.body.replaceChildren(holdInnerFrame({ title: "Marketo Engage" }, (token) => classicAddress(store.read().marketo, token)));
    return;
  }
  let kind = kindOf(store.read());
  store.onChange((world) => {
    if (kindOf(world) === kind) for (const tell of told) tell(world);
    else draw(store);
    kind = kindOf(world);
  });
  addEventListener("hashchange", () => draw(store));
  draw(store);
}

void begin();
