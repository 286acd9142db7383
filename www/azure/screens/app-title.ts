import { appOf } from "../../practice/world";
import { labelOf } from "../fx/menu";
import type { Route } from "../route";
import type { Portal } from "../shell/portal";

/** The title of an app's blade: "Name | Certificates & secrets", and the name alone on Overview. */
export function appTitle(portal: Portal, route: Route): string {
  const name = appOf(portal.world, route.clientId)?.name ?? route.clientId;
  return route.item === "Overview" ? name : `${name} | ${portal.say(labelOf(route.item))}`;
}
