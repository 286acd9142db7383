/** Real Fluent UI text fields of both generations, held by React state as Azure's blades hold theirs. Runs in the page. */
import { TextField } from "@fluentui/react";
import { FluentProvider, Input, webLightTheme } from "@fluentui/react-components";
import { createElement as e, useState } from "react";
import { createRoot } from "react-dom/client";

function Fields(): ReturnType<typeof e> {
  const [eight, setEight] = useState("");
  const [nine, setNine] = useState("");
  return e(
    FluentProvider,
    { theme: webLightTheme },
    e(TextField, { label: "Fluent 8", name: "eight", value: eight, onChange: (_, value) => setEight(value ?? "") }),
    e(Input, { name: "nine", type: "password", value: nine, onChange: (_, { value }) => setNine(value) }),
    e("output", {}, `${eight} ${nine}`),
    e("button", { type: "button", disabled: eight === "" || nine === "" }, "Save"),
  );
}

createRoot(document.body.appendChild(document.createElement("main"))).render(e(Fields));
