import type { Item, Route } from "../route";
import type { Screen } from "../shell/blade";
import { authentication } from "./authentication";
import { credentials } from "./credentials";
import { enterprise } from "./enterprise";
import { home } from "./home";
import { list } from "./list";
import { overview } from "./overview";
import { permissions } from "./permissions";
import { register } from "./register";
import { unpractised } from "./unpractised";

/** The pages of an app that the task needs. */
const APP_SCREENS: Partial<Record<Item, Screen>> = {
  Overview: overview,
  Authentication: authentication,
  CallAnAPI: permissions,
  Credentials: credentials,
};

/** The screen of an address. */
export function screenOf(route: Route): Screen {
  switch (route.kind) {
    case "home":
      return home;
    case "list":
      return list;
    case "register":
      return register;
    case "enterprise":
      return enterprise;
    case "unknown":
      return unpractised;
    case "app":
      return APP_SCREENS[route.item] ?? unpractised;
  }
}
