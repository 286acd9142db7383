import { CommandBar, CommandBarButton, DefaultButton, DetailsList, Dialog, DialogFooter, DialogType, type IGroup, Icon, Link, MessageBar, MessageBarType, PrimaryButton, SelectionMode } from "@fluentui/react";
import { type ReactNode, useState } from "react";
import { grantConsent } from "../../practice/azure-acts";
import type { App, Permission } from "../../practice/world";
import { explained } from "../screens/apis";
import { Missing } from "./missing";
import { usePractice } from "./practice";
import { RequestPanel } from "./request-panel";

/** The permissions an app asks for, in Fluent v8. */
export function Permissions(): ReactNode {
  const { say, world, app, change, refresh, toast } = usePractice();
  const [open, setOpen] = useState<"pane" | "question">();
  if (!app) return <Missing />;
  const close = (): void => setOpen(undefined);
  const grant = async (): Promise<void> => {
    close();
    await change((now) => grantConsent(now, app.clientId));
    toast(say("consentDone"), say("consentDoneText"));
  };
  return (
    <div className="frame-blade">
      <div id="__bladeCommandBar">
        <CommandBar
          items={[
            { key: "refresh", text: say("refresh"), iconProps: { iconName: "Refresh" }, onClick: () => void refresh() },
            { key: "feedback", text: say("gotFeedback"), iconProps: { iconName: "Heart" } },
          ]}
        />
      </div>
      <div className="frame-content">
        <MessageBar messageBarType={MessageBarType.warning} isMultiline>
          {say("permissionWarning")}
        </MessageBar>
        <MessageBar isMultiline>{say("permissionInfo")}</MessageBar>
        <h3>{say("configuredPermissions")}</h3>
        <p>{say("configuredPermissionsText")}</p>
        <div className="frame-tools">
          <CommandBarButton className="frame-tool" iconProps={{ iconName: "Add" }} text={say("addPermission")} onClick={() => setOpen("pane")} />
          <CommandBarButton
            className="frame-tool"
            iconProps={{ iconName: "CheckMark" }}
            text={say("grantConsent", world.tenant.name)}
            disabled={!world.settings.mayConsent || app.permissions.length === 0}
            onClick={() => setOpen("question")}
          />
        </div>
        <Table app={app} />
      </div>
      {open === "pane" && <RequestPanel app={app} close={close} />}
      <Dialog
        hidden={open !== "question"}
        onDismiss={close}
        dialogContentProps={{ type: DialogType.normal, title: say("confirmConsent"), subText: say("confirmConsentText", world.tenant.name) }}
        modalProps={{ isBlocking: true }}
      >
        <DialogFooter>
          <PrimaryButton text={say("yes")} onClick={() => void grant()} />
          <DefaultButton text={say("no")} onClick={close} />
        </DialogFooter>
      </Dialog>
    </div>
  );
}

function Table({ app }: { readonly app: App }): ReactNode {
  const { say, world } = usePractice();
  const items = [...app.permissions].sort((a, b) => a.api.localeCompare(b.api) * -1);
  const granted = say("granted", world.tenant.name);
  const columns = [
    { key: "name", name: say("apiColumn"), minWidth: 150, onRender: (one: Permission) => <Link>{one.name}</Link> },
    { key: "type", name: say("type"), minWidth: 80, onRender: () => say("delegated") },
    { key: "description", name: say("description"), minWidth: 180, onRender: (one: Permission) => explained(say, one) },
    { key: "adminConsentRequired", name: say("consentRequired"), minWidth: 130, onRender: () => say("no") },
    {
      key: "status",
      name: say("status"),
      minWidth: 150,
      onRender: (one: Permission) =>
        one.granted && (
          <span className="practice-good" title={granted}>
            <Icon iconName="SkypeCircleCheck" /> <span>{granted}</span>
          </span>
        ),
    },
  ];
  return <DetailsList items={items} columns={columns} groups={groupsOf(items)} groupProps={{ showEmptyGroups: false }} getKey={(one: Permission) => `${one.api} ${one.name}`} selectionMode={SelectionMode.none} ariaLabelForGrid={say("configuredPermissions")} />;
}

function groupsOf(items: readonly Permission[]): IGroup[] {
  return [...new Set(items.map(({ api }) => api))].map((api) => ({
    key: api,
    name: api,
    startIndex: items.findIndex((one) => one.api === api),
    count: items.filter((one) => one.api === api).length,
  }));
}
