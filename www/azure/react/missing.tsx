import { MessageBar, MessageBarType } from "@fluentui/react";
import type { ReactNode } from "react";
import { usePractice } from "./practice";

/** What a blade shows for an app that the tenant does not have. */
export function Missing(): ReactNode {
  const { say } = usePractice();
  return <MessageBar messageBarType={MessageBarType.warning}>{say("notPractised")}</MessageBar>;
}
