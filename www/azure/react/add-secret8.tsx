import { DefaultButton, Dropdown, Panel, PanelType, PrimaryButton, TextField } from "@fluentui/react";
import type { ReactNode } from "react";
import type { App } from "../../practice/world";
import { EXPIRIES } from "../screens/expiry";
import { usePractice } from "./practice";
import { useNewSecret } from "./secrets";

/** The pane in which a client secret is made, in Fluent v8. */
export function AddSecret8({ app, close }: { readonly app: App; readonly close: () => void }): ReactNode {
  const { say } = usePractice();
  const form = useNewSecret(app, close);
  const footer = (): React.JSX.Element => (
    <div className="frame-buttons">
      <PrimaryButton text={say("add")} disabled={form.busy} onClick={() => void form.add()} />
      <DefaultButton text={say("cancel")} onClick={close} />
    </div>
  );
  return (
    <Panel isOpen type={PanelType.custom} customWidth="480px" headerText={say("addSecretTitle")} closeButtonAriaLabel={say("close")} onDismiss={close} isFooterAtBottom onRenderFooterContent={footer}>
      <TextField label={say("description")} placeholder={say("secretDescriptionHint")} value={form.description} onChange={(_, value) => form.setDescription(value ?? "")} autoComplete="off" />
      <Dropdown
        label={say("expires")}
        selectedKey={String(form.expiry)}
        options={EXPIRIES.map(({ value, label }) => ({ key: String(value), text: say(label) }))}
        onChange={(_, option) => form.setExpiry(EXPIRIES.find(({ value }) => String(value) === option?.key)?.value ?? 180)}
      />
      {form.expiry === "custom" && <TextField type="date" label={say("end")} value={form.end} onChange={(_, value) => form.setEnd(value ?? "")} />}
    </Panel>
  );
}
