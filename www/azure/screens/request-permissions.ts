import { addPermissions } from "../../practice/azure-acts";
import type { App } from "../../practice/world";
import { el, onPress } from "../element";
import { type IconName, icon } from "../icons";
import { enable, fxButton, fxLink } from "../fx/button";
import { checkBox, textField } from "../fx/field";
import { tabs } from "../fx/tabs";
import type { Pane } from "../shell/pane";
import type { Portal } from "../shell/portal";
import { API_TILES, type ApiTile } from "./apis";

/** The pane in which an API is picked, then its permissions. */
export function requestPermissions(portal: Portal, app: App, done: () => void): void {
  const { say } = portal;
  const pane: Pane = portal.pane({ title: say("requestPermissions"), wide: true, content: el("div") });
  const apis = (): void => pane.show(picker(portal, (tile) => pane.show(...detail(portal, app, tile, { back: apis, close: () => pane.close(), done }))));
  apis();
}

interface Ways {
  readonly back: () => void;
  readonly close: () => void;
  readonly done: () => void;
}

function picker(portal: Portal, picked: (tile: ApiTile) => void): HTMLElement {
  const { say } = portal;
  const tile = (api: ApiTile, at: number): HTMLElement => {
    const logo = el("span", { class: "practice-logo", "aria-hidden": "true" }, api.name.slice(0, 1));
    logo.style.backgroundColor = api.color;
    const card = el(
      "div",
      { class: `practice-tile fxs-portal-border fxs-portal-hover${at === 0 ? " practice-tile-wide" : ""}`, role: "button", tabindex: 0, title: api.name, "aria-label": api.name },
      logo,
      el("div", {}, el("div", { class: "practice-tile-name" }, api.name), el("div", { class: "practice-tile-text" }, say(api.text))),
    );
    onPress(card, () => picked(api));
    return card;
  };
  const microsoft = (): Node => el("div", {}, el("h4", {}, say("commonApis")), el("div", { class: "practice-tiles" }, ...API_TILES.map(tile)));
  const none = (): Node => el("p", { class: "fxs-portal-subtext" }, say("notPractised"));
  return el(
    "div",
    {},
    el("h3", {}, say("selectApi")),
    tabs(
      [
        { label: say("microsoftApis"), show: microsoft },
        { label: say("organizationApis"), show: none },
        { label: say("myApis"), show: none },
      ],
      0,
    ),
  );
}

function detail(portal: Portal, app: App, tile: ApiTile, ways: Ways): [HTMLElement, HTMLElement[]] {
  const { say } = portal;
  const chosen = new Set<string>();
  const save = async (): Promise<void> => {
    enable(add, false);
    const { api } = tile;
    if (api) await portal.change((world) => addPermissions(world, app.clientId, api, [...chosen]));
    ways.close();
    portal.toast(say("permissionsAdded"), say("permissionsAddedText"));
    ways.done();
  };
  const add = fxButton(say("addPermissions"), () => void save(), { primary: true, disabled: true });
  const discard = fxButton(say("discard"), ways.close);
  const offers = el("div");
  const cards = typeCards(portal, (delegated) => {
    offers.replaceChildren(...(delegated ? offered(portal, tile, chosen, () => enable(add, chosen.size > 0)) : [el("p", { class: "fxs-portal-subtext" }, say("notPractised"))]));
  });
  const content = el(
    "div",
    { class: "practice-request" },
    el("div", { class: "practice-back" }, icon("back", 12), fxLink(say("allApis"), ways.back)),
    el("div", { class: "practice-api" }, el("div", { class: "practice-tile-name" }, tile.name), el("div", { class: "fxs-portal-subtext" }, tile.address)),
    el("h4", {}, say("permissionTypeQuestion")),
    cards,
    offers,
  );
  return [content, [el("div", { "data-formelement": "pcControl: savePermissionsButton" }, add), discard]];
}

function typeCards(portal: Portal, chosen: (delegated: boolean) => void): HTMLElement {
  const { say } = portal;
  const card = (title: string, text: string, name: IconName, delegated: boolean): HTMLElement => {
    const element = el(
      "div",
      { class: "practice-type fxs-portal-border fxs-portal-hover", role: "radio", tabindex: 0, "aria-checked": "false", "aria-label": title },
      icon(name, 20),
      el("div", {}, el("div", { class: "practice-tile-name" }, title), el("div", { class: "practice-tile-text" }, text)),
    );
    onPress(element, () => {
      for (const one of cards) one.setAttribute("aria-checked", String(one === element));
      chosen(delegated);
    });
    return element;
  };
  const cards = [card(say("delegatedPermissions"), say("delegatedText"), "people", true), card(say("applicationPermissions"), say("applicationText"), "gear", false)];
  return el("div", { class: "practice-types", role: "radiogroup", "aria-label": say("permissionTypeQuestion") }, ...cards);
}

function offered(portal: Portal, tile: ApiTile, chosen: Set<string>, changed: () => void): HTMLElement[] {
  const { say } = portal;
  const lines = el("div", { class: "practice-offers" });
  const show = (typed: string): void => {
    const found = tile.offered.filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()));
    const groups = [...new Set(found.map(({ group }) => group))];
    lines.replaceChildren(
      ...groups.flatMap((group) => [
        el("div", { class: "practice-offer-group" }, el("span", {}, group === "" ? say("permissions") : group)),
        ...found.filter((offer) => offer.group === group).map(({ name, text }) =>
          checkBox(el("span", {}, el("label", { class: "practice-offer-name" }, name), el("div", { class: "fxs-portal-subtext" }, say(text))), name, chosen.has(name), (on) => {
            if (on) chosen.add(name);
            else chosen.delete(name);
            changed();
          }),
        ),
      ]),
    );
    if (found.length === 0) lines.replaceChildren(el("p", { class: "fxs-portal-subtext" }, say("notPractised")));
  };
  show("");
  const expand = el("a", { class: "msportalfx-text-primary fxs-fxclick", role: "button", tabindex: 0, "data-bind": "fxclick: onExpandClick, text: expandButtonText" }, say("expandAll"));
  const filter = textField({ label: say("searchPermissions"), placeholder: say("searchPermissions"), hideLabel: true }, show);
  return [el("div", { class: "practice-select" }, el("h4", {}, say("selectPermissions")), expand), filter.element, lines];
}
