import { Button, DrawerBody, DrawerFooter, DrawerHeader, DrawerHeaderTitle, Dropdown, Field, Input, Option, OverlayDrawer } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { App } from "../../practice/world";
import { EXPIRIES } from "../screens/expiry";
import { DrawnIcon } from "./icons";
import { usePractice } from "./practice";
import { useNewSecret } from "./secrets";

/** The pane in which a client secret is made, in Fluent v9. */
export function AddSecret9({ app, close }: { readonly app: App; readonly close: () => void }): ReactNode {
  const { say } = usePractice();
  const form = useNewSecret(app, close);
  const chosen = EXPIRIES.find(({ value }) => value === form.expiry);
  return (
    <OverlayDrawer open position="end" size="medium" onOpenChange={(_, data) => !data.open && close()}>
      <DrawerHeader>
        <DrawerHeaderTitle action={<Button appearance="subtle" aria-label={say("close")} icon={<DrawnIcon name="close" />} onClick={close} />}>{say("addSecretTitle")}</DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody className="frame-drawer">
        <Field label={say("description")}>
          <Input placeholder={say("secretDescriptionHint")} value={form.description} onChange={(_, data) => form.setDescription(data.value)} autoComplete="off" />
        </Field>
        <Field label={say("expires")}>
          <Dropdown
            value={chosen ? say(chosen.label) : ""}
            selectedOptions={[String(form.expiry)]}
            onOptionSelect={(_, data) => form.setExpiry(EXPIRIES.find(({ value }) => String(value) === data.optionValue)?.value ?? 180)}
          >
            {EXPIRIES.map(({ value, label }) => (
              <Option key={value} value={String(value)}>
                {say(label)}
              </Option>
            ))}
          </Dropdown>
        </Field>
        {form.expiry === "custom" && (
          <Field label={say("end")}>
            <Input type="date" value={form.end} onChange={(_, data) => form.setEnd(data.value)} />
          </Field>
        )}
      </DrawerBody>
      <DrawerFooter>
        <Button appearance="primary" disabled={form.busy} onClick={() => void form.add()}>
          {say("add")}
        </Button>
        <Button onClick={close}>{say("cancel")}</Button>
      </DrawerFooter>
    </OverlayDrawer>
  );
}
