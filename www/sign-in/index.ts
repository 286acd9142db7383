import { h, onClick } from "../marketo/dom";
import { type Asked, answered, asks } from "../practice/consent-acts";
import { openStore, type Store } from "../practice/store";

/** Microsoft's page that asks for consent, as far as the links of the set-up lead to it. */
async function begin(): Promise<void> {
  const store = await openStore();
  const asked = asks(store.read(), location.href);
  document.body.replaceChildren("code" in asked ? refusal(asked.code) : question(store, asked));
}

function question(store: Store, asked: Asked): HTMLElement {
  const answer = async (accepts: boolean): Promise<void> => {
    if (accepts) await store.change((world) => answered(world, asked));
    location.href = asked.back(accepts);
  };
  const lines = asked.app.permissions.map(({ api, name }) => h("li", {}, `${api}: ${name}`));
  return h(
    "main",
    {},
    h("h1", {}, asked.who === "admin" ? "Permissions requested. Review for your organization" : "Permissions requested"),
    h("p", {}, asked.app.name),
    h("ul", {}, ...lines),
    h("p", { class: "practice" }, "Practice: everything here is made up, and nobody has to sign in."),
    h("div", { class: "buttons" }, onClick(h("button", { type: "button" }, "Cancel"), () => void answer(false)), onClick(h("button", { type: "button", class: "primary" }, "Accept"), () => void answer(true))),
  );
}

function refusal(code: number): HTMLElement {
  return h("main", {}, h("h1", {}, "Sorry, but we’re having trouble signing you in."), h("p", {}, `AADSTS${String(code)}`));
}

void begin();
