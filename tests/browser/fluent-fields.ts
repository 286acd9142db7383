/** Real Fluent UI text fields of both generations, held by React's state as Azure's blades hold theirs. Runs in the page. */
import { TextField } from "@fluentui/react";
import { FluentProvider, Input, webLightTheme } from "@fluentui/react-components";
import { createElement as e, useState } from "react";
import { createRoot } from "react-dom/client";

function Fields(): ReturnType<typeof e> {
  const [clientId, setId] = useState("");
  const [clientSecret, setSecret] = useState("");
  return e(
    FluentProvider,
    { theme: webLightTheme },
    e(TextField, { label: "Fluent 8", ...handle(1), value: clientId, onChange: (_, value) => setId(value ?? "") }),
    e(Input, { ...handle(2), type: "password", value: clientSecret, onChange: (_, { value }) => setSecret(value) }),
    e("output", {}, JSON.stringify({ clientId, clientSecret })),
    e("button", { type: "button", disabled: clientId === "" || clientSecret === "" }, "Save"),
  );
}

/** What the hand finds its field by. */
function handle(node: number): object {
  return { "data-handle": node };
}

createRoot(document.body.appendChild(document.createElement("main"))).render(e(Fields));
