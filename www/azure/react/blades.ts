import type { ComponentType } from "react";
import { Authentication } from "./authentication";
import { Credentials } from "./credentials";
import { List } from "./list";
import { Overview } from "./overview";
import { Permissions } from "./permissions";
import { Register } from "./register";

const BLADES: Readonly<Record<string, ComponentType>> = {
  "ApplicationsList.ReactView": List,
  "CreateApplication.ReactView": Register,
  "ApplicationOverview.ReactView": Overview,
  "Authentication.ReactView": Authentication,
  "CallAnAPI.ReactView": Permissions,
  "Credentials.ReactView": Credentials,
};

/** The blade of a frame's name. */
export function bladeOf(name: string): ComponentType | undefined {
  return Object.hasOwn(BLADES, name) ? BLADES[name] : undefined;
}
