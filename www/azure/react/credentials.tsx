import type { ReactNode } from "react";
import { Credentials8 } from "./credentials8";
import { Credentials9 } from "./credentials9";
import { Missing } from "./missing";
import { usePractice } from "./practice";

/** Certificates & secrets, in the Fluent generation that the settings name. */
export function Credentials(): ReactNode {
  const { app, world } = usePractice();
  if (!app) return <Missing />;
  return world.settings.azureSecrets === "v9" ? <Credentials9 app={app} /> : <Credentials8 app={app} />;
}
