import { CommandBarButton, DefaultButton, PrimaryButton, TextField, Toggle } from "@fluentui/react";
import { type ReactNode, useState } from "react";
import { saveAuthentication } from "../../practice/azure-acts";
import type { App } from "../../practice/world";
import { platforms } from "../screens/choices";
import { Missing } from "./missing";
import { usePractice } from "./practice";

/** Platforms and the public-client switch, in Fluent v8. */
export function Authentication(): ReactNode {
  const { app } = usePractice();
  return app ? <Form key={app.clientId} app={app} /> : <Missing />;
}

function Form({ app }: { readonly app: App }): ReactNode {
  const { say, change, toast } = usePractice();
  const [publicClient, setPublicClient] = useState(app.publicClient);
  const [redirectUri, setRedirectUri] = useState(app.redirectUri);
  const [hasPlatform, setHasPlatform] = useState(app.redirectUri !== "");
  const edited = publicClient !== app.publicClient || redirectUri !== app.redirectUri;
  const save = async (): Promise<void> => {
    await change((world) => saveAuthentication(world, app.clientId, { publicClient, redirectUri, platform: app.platform }));
    toast(say("saved"), say("savedText"));
  };
  const discard = (): void => {
    setPublicClient(app.publicClient);
    setRedirectUri(app.redirectUri);
  };
  return (
    <div className="frame-blade">
      <div className="frame-content frame-form">
        <h3>{say("platformConfigurations")}</h3>
        <p>{say("platformConfigurationsText")}</p>
        <CommandBarButton className="frame-tool" iconProps={{ iconName: "Add" }} text={say("addPlatform")} onClick={() => setHasPlatform(true)} />
        {hasPlatform && (
          <div className="practice-card">
            <h4>{platforms(say).find(({ value }) => value === app.platform)?.text}</h4>
            <p>{say("redirectUrisText")}</p>
            <TextField label={say("redirectUris")} placeholder={say("redirectExample")} value={redirectUri} onChange={(_, value) => setRedirectUri(value ?? "")} />
          </div>
        )}
        <h3>{say("advancedSettings")}</h3>
        <h4>{say("publicClient")}</h4>
        <Toggle label={say("publicClientText")} onText={say("yes")} offText={say("no")} checked={publicClient} onChange={(_, on) => setPublicClient(on ?? false)} />
        <ul className="practice-bullets">
          <li>{say("publicClientFlows")}</li>
        </ul>
      </div>
      <div className="frame-footer frame-buttons">
        <PrimaryButton text={say("save")} disabled={!edited} onClick={() => void save()} />
        <DefaultButton text={say("discard")} disabled={!edited} onClick={discard} />
      </div>
    </div>
  );
}
