import { CommandBar, DetailsList, DetailsListLayoutMode, Icon, Link, Pivot, PivotItem, SearchBox, SelectionMode } from "@fluentui/react";
import { type ReactNode, useState } from "react";
import type { App } from "../../practice/world";
import { to } from "../route";
import { secretsStatus } from "../screens/secrets-status";
import { usePractice } from "./practice";

/** App registrations in Fluent v8. */
export function List(): ReactNode {
  const { say, go, world, refresh } = usePractice();
  const command = (key: string, text: string, iconName: string, onClick?: () => void) => ({ key, text, ariaLabel: text, iconProps: { iconName }, ...(onClick && { onClick }) });
  return (
    <div className="frame-blade">
      <div id="__bladeCommandBar">
        <CommandBar
          items={[
            command("new", say("newRegistration"), "Add", () => go(to.register)),
            command("endpoints", say("endpoints"), "Globe"),
            command("troubleshooting", say("troubleshooting"), "DeveloperTools"),
            command("refresh", say("refresh"), "Refresh", () => void refresh()),
            command("download", say("download"), "Download"),
            command("feedback", say("gotFeedback"), "Heart"),
          ]}
        />
      </div>
      <div className="frame-content">
        <Pivot defaultSelectedKey="owned">
          <PivotItem headerText={say("allApplications")} itemKey="all">
            <Apps apps={world.apps} />
          </PivotItem>
          <PivotItem headerText={say("ownedApplications")} itemKey="owned">
            <Apps apps={world.apps} />
          </PivotItem>
          <PivotItem headerText={say("deletedApplications")} itemKey="deleted">
            <Apps apps={[]} />
          </PivotItem>
        </Pivot>
      </div>
    </div>
  );
}

function Apps({ apps }: { readonly apps: readonly App[] }): ReactNode {
  const { say, go, date } = usePractice();
  const [typed, setTyped] = useState("");
  const wanted = typed.trim().toLowerCase();
  const found = apps.filter((app) => app.name.toLowerCase().startsWith(wanted) || app.clientId.startsWith(wanted));
  const columns = [
    {
      key: "displayName",
      name: say("displayName"),
      minWidth: 160,
      isRowHeader: true,
      onRender: (app: App) => (
        <span className="practice-app">
          <span className="practice-avatar" aria-hidden="true">
            {app.name.slice(0, 2).toUpperCase()}
          </span>
          <Link onClick={() => go(to.app(app.clientId))}>{app.name}</Link>
        </span>
      ),
    },
    { key: "appId", name: say("applicationId"), minWidth: 260, onRender: (app: App) => <span title={app.clientId}>{app.clientId}</span> },
    { key: "createdDateTime", name: say("createdOn"), minWidth: 90, onRender: (app: App) => date(app.createdAt) },
    { key: "status", name: say("secretsStatus"), minWidth: 130, onRender: (app: App) => <Status app={app} /> },
  ];
  return (
    <>
      <SearchBox className="frame-filter" placeholder={say("filterApps")} ariaLabel={say("filterApps")} value={typed} onChange={(_, value) => setTyped(value ?? "")} />
      <p className="fxs-portal-subtext">{say("applicationsFound", found.length)}</p>
      <DetailsList items={found} columns={columns} getKey={(app: App) => app.clientId} selectionMode={SelectionMode.none} layoutMode={DetailsListLayoutMode.justified} ariaLabelForGrid={say("appRegistrations")} />
      {found.length === 0 && <p className="frame-empty">{say("noApplications")}</p>}
    </>
  );
}

function Status({ app }: { readonly app: App }): ReactNode {
  const { say } = usePractice();
  const status = secretsStatus(app);
  if (!status) return say("none");
  return (
    <span className={status === "current" ? "practice-good" : "practice-warn"}>
      <Icon iconName={status === "current" ? "SkypeCircleCheck" : "Warning"} /> {say(status)}
    </span>
  );
}
