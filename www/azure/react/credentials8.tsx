import { CommandBarButton, DetailsList, DetailsListLayoutMode, IconButton, MessageBar, Pivot, PivotItem, SelectionMode, TooltipHost } from "@fluentui/react";
import { type ReactNode, useState } from "react";
import type { App, Secret } from "../../practice/world";
import { AddSecret8 } from "./add-secret8";
import { usePractice } from "./practice";
import { copy, useSecretRow } from "./secrets";

/** Certificates & secrets in Fluent v8. */
export function Credentials8({ app }: { readonly app: App }): ReactNode {
  const { say } = usePractice();
  return (
    <div className="frame-blade">
      <div className="frame-content">
        <p className="practice-intro">{say("credentialsIntro")}</p>
        <MessageBar isMultiline>{say("credentialsInfo")}</MessageBar>
        <Pivot defaultSelectedKey="secrets">
          <PivotItem itemKey="certificates" headerText={say("certificatesTab", 0)}>
            <p className="frame-empty">{say("noCertificates")}</p>
          </PivotItem>
          <PivotItem itemKey="secrets" headerText={say("secretsTab", app.secrets.length)}>
            <Secrets app={app} />
          </PivotItem>
          <PivotItem itemKey="federated" headerText={say("federatedTab", 0)}>
            <p className="frame-empty">{say("noFederated")}</p>
          </PivotItem>
        </Pivot>
      </div>
    </div>
  );
}

function Secrets({ app }: { readonly app: App }): ReactNode {
  const { say, date } = usePractice();
  const [adding, setAdding] = useState(false);
  const { value, isPlain, remove } = useSecretRow(app);
  const columns = [
    { key: "description", name: say("description"), minWidth: 110, onRender: (secret: Secret) => secret.description },
    { key: "expires", name: say("expires"), minWidth: 80, onRender: (secret: Secret) => date(secret.expires) },
    { key: "value", name: say("value"), minWidth: 190, ariaLabel: say("value"), onRender: (secret: Secret) => <Copyable text={value(secret)} canCopy={isPlain(secret)} /> },
    { key: "secretId", name: say("secretId"), minWidth: 270, onRender: (secret: Secret) => <Copyable text={secret.id} canCopy /> },
    {
      key: "actions",
      name: "",
      minWidth: 40,
      onRender: (secret: Secret) => <IconButton className="frame-copy" iconProps={{ iconName: "Delete" }} ariaLabel={say("deleteSecret")} onClick={() => remove(secret)} />,
    },
  ];
  return (
    <>
      <p>{say("secretsText")}</p>
      <CommandBarButton className="frame-tool" iconProps={{ iconName: "Add" }} text={say("newSecret")} onClick={() => setAdding(true)} />
      <DetailsList items={[...app.secrets]} columns={columns} getKey={(secret: Secret) => secret.id} selectionMode={SelectionMode.none} layoutMode={DetailsListLayoutMode.justified} ariaLabelForGrid={say("secretsTab", app.secrets.length)} />
      {app.secrets.length === 0 && <p className="frame-empty">{say("noSecrets")}</p>}
      {adding && <AddSecret8 app={app} close={() => setAdding(false)} />}
    </>
  );
}

function Copyable({ text, canCopy }: { readonly text: string; readonly canCopy: boolean }): ReactNode {
  const { say } = usePractice();
  return (
    <span className="frame-copyable-content">
      <TooltipHost hostClassName="frame-value">{text}</TooltipHost>
      {canCopy && <IconButton className="frame-copy" iconProps={{ iconName: "Copy" }} ariaLabel={say("copy")} title={say("copy")} onClick={() => copy(text)} />}
    </span>
  );
}
