import { Button, MessageBar, MessageBarBody, Tab, TabList, Table, TableBody, TableCell, TableHeader, TableHeaderCell, TableRow } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import type { App, Secret } from "../../practice/world";
import { AddSecret9 } from "./add-secret9";
import { DrawnIcon } from "./icons";
import { usePractice } from "./practice";
import { copy, useSecretRow } from "./secrets";

/** Certificates & secrets in Fluent v9. */
export function Credentials9({ app }: { readonly app: App }): ReactNode {
  const { say } = usePractice();
  const [tab, setTab] = useState("secrets");
  return (
    <div className="frame-blade">
      <div className="frame-content">
        <p className="practice-intro">{say("credentialsIntro")}</p>
        <MessageBar intent="info" layout="multiline" icon={<DrawnIcon name="info" />}>
          <MessageBarBody>{say("credentialsInfo")}</MessageBarBody>
        </MessageBar>
        <TabList className="frame-tabs" selectedValue={tab} onTabSelect={(_, data) => setTab(String(data.value))}>
          <Tab value="certificates">{say("certificatesTab", 0)}</Tab>
          <Tab value="secrets">{say("secretsTab", app.secrets.length)}</Tab>
          <Tab value="federated">{say("federatedTab", 0)}</Tab>
        </TabList>
        {tab === "secrets" && <Secrets app={app} />}
        {tab === "certificates" && <p className="frame-empty">{say("noCertificates")}</p>}
        {tab === "federated" && <p className="frame-empty">{say("noFederated")}</p>}
      </div>
    </div>
  );
}

function Secrets({ app }: { readonly app: App }): ReactNode {
  const { say } = usePractice();
  const [adding, setAdding] = useState(false);
  const heads = [say("description"), say("expires"), say("value"), say("secretId"), ""];
  return (
    <>
      <p>{say("secretsText")}</p>
      <Button className="frame-new" appearance="subtle" icon={<DrawnIcon name="add" />} onClick={() => setAdding(true)}>
        {say("newSecret")}
      </Button>
      <Table noNativeElements role="grid" aria-label={say("secretsTab", app.secrets.length)} className="frame-secrets">
        <TableHeader>
          <TableRow>
            {heads.map((head) => (
              <TableHeaderCell key={head} {...(head === say("value") && { title: say("valueHelp") })}>
                {head}
              </TableHeaderCell>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {app.secrets.map((secret) => (
            <Row key={secret.id} app={app} secret={secret} />
          ))}
        </TableBody>
      </Table>
      {app.secrets.length === 0 && <p className="frame-empty">{say("noSecrets")}</p>}
      {adding && <AddSecret9 app={app} close={() => setAdding(false)} />}
    </>
  );
}

function Row({ app, secret }: { readonly app: App; readonly secret: Secret }): ReactNode {
  const { say, date } = usePractice();
  const { value, isPlain, remove } = useSecretRow(app);
  return (
    <TableRow>
      <TableCell role="gridcell">{secret.description}</TableCell>
      <TableCell role="gridcell">{date(secret.expires)}</TableCell>
      <TableCell role="gridcell">
        <Copyable text={value(secret)} {...(isPlain(secret) && { label: say("copy") })} />
      </TableCell>
      <TableCell role="gridcell">
        <Copyable text={secret.id} label={say("copy")} />
      </TableCell>
      <TableCell role="gridcell">
        <Button appearance="subtle" icon={<DrawnIcon name="bin" />} aria-label={say("deleteSecret")} onClick={() => remove(secret)} />
      </TableCell>
    </TableRow>
  );
}

function Copyable({ text, label }: { readonly text: string; readonly label?: string }): ReactNode {
  return (
    <div className="frame-copyable-content">
      <span className="frame-value" title={text}>
        {text}
      </span>
      {label !== undefined && <Button size="small" appearance="subtle" icon={<DrawnIcon name="clipboard" size={14} />} aria-label={label} title={label} onClick={() => copy(text)} />}
    </div>
  );
}
