import { Button, Dropdown, Field, Input, Link, Option, Radio, RadioGroup } from "@fluentui/react-components";
import { type ReactNode, useRef, useState } from "react";
import { register } from "../../practice/azure-acts";
import type { AccountType, App, Platform } from "../../practice/world";
import { to } from "../route";
import { accountTypes, platforms } from "../screens/choices";
import { usePractice } from "./practice";

/** The form that registers an app, in Fluent v9. */
export function Register(): ReactNode {
  const { say, change, go, toast } = usePractice();
  const [name, setName] = useState("");
  const [touched, setTouched] = useState(false);
  const [accountType, setAccountType] = useState<AccountType>("single");
  const [platform, setPlatform] = useState<Platform>();
  const [redirectUri, setRedirectUri] = useState("");
  const sent = useRef(false);
  const missing = name.trim() === "";

  const send = async (): Promise<void> => {
    setTouched(true);
    if (missing || sent.current) return;
    sent.current = true;
    let made: App | undefined;
    await change((now) => {
      const next = register(now, { name, accountType, platform: platform ?? "web", redirectUri });
      made = next.app;
      return next.world;
    });
    if (!made) return;
    toast(say("registerTitle"), say("registered", made.name));
    go(to.app(made.clientId));
  };

  return (
    <div className="frame-blade">
      <div className="frame-content frame-form">
        <Field label={say("name")} required hint={say("nameHelp")} {...(touched && missing && { validationMessage: say("required") })}>
          <Input value={name} onChange={(_, data) => setName(data.value)} onBlur={() => setTouched(true)} autoComplete="off" />
        </Field>
        <h3>{say("accountTypes")}</h3>
        <AccountTypes chosen={accountType} choose={setAccountType} />
        <Link as="button">{say("helpMeChoose")}</Link>
        <h3>{say("redirectUri")}</h3>
        <p>{say("redirectUriHelp")}</p>
        <div className="practice-pair">
          <Dropdown aria-label={say("selectPlatform")} placeholder={say("selectPlatform")} onOptionSelect={(_, data) => setPlatform(data.optionValue as Platform)}>
            {platforms(say).map(({ value, text }) => (
              <Option key={value} value={value}>
                {text}
              </Option>
            ))}
          </Dropdown>
          <Input aria-label={say("redirectUri")} placeholder={say("redirectExample")} value={redirectUri} onChange={(_, data) => setRedirectUri(data.value)} autoComplete="off" />
        </div>
      </div>
      <div className="frame-footer">
        <Link as="button">{say("policies")}</Link>
        <div>
          <Button appearance="primary" name="Register" onClick={() => void send()}>
            {say("register")}
          </Button>
        </div>
      </div>
    </div>
  );
}

function AccountTypes({ chosen, choose }: { readonly chosen: AccountType; readonly choose: (type: AccountType) => void }): ReactNode {
  const { say, world } = usePractice();
  const wording = world.settings.accountTypes;
  const types = accountTypes(say, world.tenant.name, wording);
  const question = say("accountTypesQuestion");
  if (wording === "radio") {
    return (
      <Field label={question}>
        <RadioGroup value={chosen} onChange={(_, data) => choose(data.value as AccountType)}>
          {types.map(({ value, text }) => (
            <Radio key={value} value={value} label={text} />
          ))}
        </RadioGroup>
      </Field>
    );
  }
  return (
    <Field label={question}>
      <Dropdown selectedOptions={[chosen]} value={types.find(({ value }) => value === chosen)?.text ?? ""} onOptionSelect={(_, data) => choose(data.optionValue as AccountType)}>
        {types.map(({ value, text }) => (
          <Option key={value} value={value}>
            {text}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}
