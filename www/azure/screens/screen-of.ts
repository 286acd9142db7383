import type { Route } from "../route";
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
      break;
  }
  switch (route.item) {
    case "Overview":
      return overview;
    case "Authentication":
      return authentication;
    case "CallAnAPI":
      return permissions;
    case "Credentials":
      return credentials;
    default:
      return unpractised;
  }
}
