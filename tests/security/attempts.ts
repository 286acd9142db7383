/**
 * What a script in the portal's own page can try against Keyferry without a person's press. Each attempt runs there, so it may use nothing
 * from outside of it; what it gets hold of goes into `loot`, what it has to undo it returns.
 */

/** What an attempt knows: more than a real attacker would. */
export type Target = {
  /** Keyferry's element in the page. */
  host: HTMLElement;
  /** The middle of the card's button. */
  at: [number, number];
  /** The extension's origin, with the slash. */
  origin: string;
  /** The extension's ID as other extensions would use it. */
  id: string;
};

/** One attempt. */
export type Attempt = { name: string; run: string };

type Run = (target: Target, loot: unknown[], with_: string) => unknown;

/** One attempt per word: the function gets it as its last argument. */
function each(what: string, words: readonly string[], run: Run): Attempt[] {
  return words.map((word) => ({ name: `${what}: ${word}`, run: `(target, loot) => (${run.toString()})(target, loot, ${JSON.stringify(word)})` }));
}

/** Messages as the parts of Keyferry send them to one another, in JSON. */
export const MESSAGES = [
  { document: "", down: { look: true } },
  { document: "", down: { unguide: true } },
  { document: "", down: { take: { order: 1, url: "", node: 1 } } },
  { document: "", down: { fill: { order: 1, url: "", fields: [{ node: 1, value: "x" }, { node: 2, value: "y" }] } } },
  { document: "d", up: { pressed: "Fill" } },
  { document: "d", up: { pressed: "Keep" } },
  { document: "d", up: { pressed: "Finish" } },
  { document: "d", up: { filled: { order: 1, fault: null } } },
  { document: "d", up: { taken: { order: 1, url: "", outcome: { Value: "x" } } } },
  "Wipe",
  "Act",
  "StartOver",
  { Press: { button: "Fill" } },
  { KeepWeighed: { client_id: null } },
].map((message) => JSON.stringify(message));

const EVENTS = "click dblclick auxclick pointerdown pointerup mousedown mouseup touchstart touchend keydown keyup keypress beforeinput submit".split(" ");

export const ATTEMPTS: readonly Attempt[] = [
  ...each("posts to the window", MESSAGES, (_, loot, message) => {
    const hear = ({ data }: MessageEvent): unknown => JSON.stringify(data) !== message && loot.push(data);
    addEventListener("message", hear);
    postMessage(JSON.parse(message), "*");
    return () => removeEventListener("message", hear);
  }),
  ...each("posts over a channel", MESSAGES, (_, loot, message) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => loot.push(data);
    postMessage(JSON.parse(message), "*", [port2]);
    port1.postMessage(JSON.parse(message));
  }),
  ...each("shouts on a broadcast channel", ["panel", "page:", "keyferry", "pair"], (_, loot, name) => {
    const channel = new BroadcastChannel(name);
    channel.onmessage = ({ data }) => loot.push(data);
    channel.postMessage({ Press: { button: "Fill" } });
    return () => channel.close();
  }),
  ...each("tells the extension", MESSAGES, ({ id }, loot, message) => {
    type Api = { runtime?: { sendMessage?: (id: string, message: unknown, answer: (what: unknown) => void) => void } };
    for (const api of [(globalThis as { chrome?: Api }).chrome, (globalThis as { browser?: Api }).browser]) {
      api?.runtime?.sendMessage?.(id, JSON.parse(message), (answer) => answer !== undefined && loot.push(answer));
    }
  }),
  ...each("calls the extension", ["panel", "page:", "page:d", "", "keyferry"], ({ id }, loot, name) => {
    type Port = { onMessage: { addListener(hear: (what: unknown) => void): void }; postMessage(what: unknown): void };
    type Api = { runtime?: { connect?: (id: string, info: object) => Port } };
    for (const api of [(globalThis as { chrome?: Api }).chrome, (globalThis as { browser?: Api }).browser]) {
      const port = api?.runtime?.connect?.(id, { name });
      port?.onMessage.addListener((what) => loot.push(what));
      port?.postMessage("Act");
    }
  }),
  ...each("makes an event at the card", EVENTS, ({ host, at: [clientX, clientY] }, _, type) => {
    const init = { bubbles: true, cancelable: true, composed: true, clientX, clientY, detail: 1, button: 0, key: "Enter", code: "Enter" };
    host.dispatchEvent(type.includes("key") ? new KeyboardEvent(type, init) : type.includes("pointer") ? new PointerEvent(type, init) : /^(touch|before|submit)/.test(type) ? new Event(type, init) : new MouseEvent(type, init));
  }),
  ...each("makes an event at what lies there", EVENTS, ({ at: [clientX, clientY] }, _, type) => {
    const init = { bubbles: true, cancelable: true, composed: true, clientX, clientY, detail: 0, button: 0, key: " ", code: "Space" };
    document.elementFromPoint(clientX, clientY)?.dispatchEvent(type.includes("key") ? new KeyboardEvent(type, init) : new MouseEvent(type, init));
  }),
  ...each("makes a key's event at the window", ["KeyK", "KeyF", "Enter", "Escape", "Space", "Tab"], (_, __, code) => {
    dispatchEvent(new KeyboardEvent("keydown", { code, key: code.slice(-1), altKey: true, shiftKey: true, bubbles: true }));
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { code, altKey: true, shiftKey: true, bubbles: true, composed: true }));
  }),
  ...each("dispatches an event of ours", ["witness-look", "keyferry", "pressed", "fill", "watch", "pageshow", "pagehide-not", "storage", "look", "message"], ({ host }, _, name) => {
    for (const on of [window, document, host]) on.dispatchEvent(new CustomEvent(name, { detail: { pressed: "Fill" }, bubbles: true, composed: true }));
  }),
  ...each("calls the card's own", "click focus blur togglePopover hidePopover showPopover attachInternals remove normalize scrollIntoView".split(" "), ({ host }, loot, name) => {
    const act = (host as unknown as Record<string, (() => unknown) | undefined>)[name];
    try {
      const got = act?.call(host);
      if (got instanceof ShadowRoot) loot.push(got.textContent);
    } catch {
      // Not to be done to it.
    }
    if (!host.isConnected) document.documentElement.append(host);
  }),
  ...each("looks into the card", ["shadowRoot", "innerHTML", "innerText", "textContent", "outerHTML", "attributes", "childNodes", "dataset", "ariaLabel", "title", "assignedSlot", "part"], ({ host }, loot, name) => {
    const got = (host as unknown as Record<string, unknown>)[name];
    if (typeof got === "string") loot.push(got);
    if (got instanceof ShadowRoot) loot.push(got.innerHTML);
    if (got instanceof NodeList) for (const node of got) loot.push(node.textContent);
  }),
  ...each("looks through the document", ["getSelection", "caretPositionFromPoint", "elementsFromPoint", "getAnimations", "activeElement", "find", "styleSheets", "fonts"], ({ host, at: [x, y] }, loot, how) => {
    if (how === "getSelection") getSelection()?.selectAllChildren(host);
    if (how === "getSelection") loot.push(String(getSelection()));
    if (how === "caretPositionFromPoint") loot.push((document as unknown as { caretPositionFromPoint?(x: number, y: number): { offsetNode: Node | null } | null }).caretPositionFromPoint?.(x, y)?.offsetNode?.parentElement?.className);
    if (how === "elementsFromPoint") for (const element of document.elementsFromPoint(x, y)) if (element === host) loot.push(element.innerHTML);
    if (how === "getAnimations") for (const animation of document.getAnimations()) loot.push((animation.effect as KeyframeEffect | null)?.target?.className);
    if (how === "activeElement") loot.push(document.activeElement?.className);
    if (how === "find") loot.push((window as unknown as { find?(text: string): boolean }).find?.("both fields") === true ? String(getSelection()) : "");
    if (how === "styleSheets") for (const sheet of document.styleSheets) if (sheet.ownerNode === null) loot.push(sheet.cssRules.length);
    getSelection()?.removeAllRanges();
  }),
  ...each(
    "names an element after what the content script uses",
    "querySelectorAll querySelector elementsFromPoint elementFromPoint visibilityState hasFocus activeElement documentElement body fonts createElement addEventListener getElementById defaultView location cookie adoptedStyleSheets domain forms scripts".split(" "),
    ({ host, at: [clientX, clientY] }, _, name) => {
      const { body } = document;
      const [form, picture] = [document.createElement("form"), document.createElement("img")];
      for (const element of [form, picture]) {
        element.setAttribute("name", name);
        element.id = name;
        body.append(element);
      }
      host.dispatchEvent(new MouseEvent("click", { clientX, clientY, bubbles: true, composed: true }));
      return () => {
        form.remove();
        picture.remove();
      };
    },
  ),
  ...each(
    "puts its own in place of a built-in",
    [
      ..."Element.attachShadow Element.getBoundingClientRect Element.matches Element.checkVisibility Element.append Element.remove EventTarget.addEventListener EventTarget.dispatchEvent".split(" "),
      ..."Array.map Array.push Array.filter String.replace String.trim JSON.stringify Promise.then Map.get WeakMap.get MessagePort.postMessage Object.assign".split(" "),
      ..."Document.elementsFromPoint Document.hasFocus Document.querySelectorAll ShadowRoot.elementFromPoint HTMLElement.focus HTMLElement.showPopover HTMLInputElement.setRangeText IntersectionObserver.observe Node.appendChild".split(" "),
    ],
    ({ host, at: [clientX, clientY] }, loot, name) => {
      const [of = "", method = ""] = name.split(".");
      const owner = (globalThis as unknown as Record<string, { prototype?: unknown } | undefined>)[of];
      const home = (owner?.prototype && method in Object(owner.prototype) ? owner.prototype : owner) as Record<string, (...args: unknown[]) => unknown>;
      const real = home[method];
      if (!real) return undefined;
      home[method] = function (this: unknown, ...args: unknown[]) {
        // Whatever goes through it, our world's or the extension's.
        for (const one of [this, ...args]) if (typeof one === "string" || one instanceof ShadowRoot) Array.prototype.unshift.call(loot, typeof one === "string" ? one : one.textContent);
        return Reflect.apply(real, this, args);
      };
      host.dispatchEvent(new MouseEvent("click", { clientX, clientY, bubbles: true, composed: true }));
      host.style.left = "1px";
      return () => {
        home[method] = real;
      };
    },
  ),
  ...each("makes an element like ours", ["empty", "with a button", "with a shadow", "in the head", "twice", "as a custom element", "with our words", "before ours"], ({ host }, _, how) => {
    const fake = document.createElement("keyferry-guide");
    const button = document.createElement("button");
    button.className = "act";
    button.textContent = "Fill in";
    if (how === "with a button" || how === "with our words") fake.append(button);
    if (how === "with a shadow") fake.attachShadow({ mode: "open" }).append(button);
    if (how === "as a custom element" && !customElements.get("keyferry-guide")) customElements.define("keyferry-guide", class extends HTMLElement {});
    if (how === "in the head") document.head.append(fake);
    else if (how === "before ours") host.before(fake);
    else document.body.append(fake, ...(how === "twice" ? [fake.cloneNode(true)] : []));
    button.click();
    return () => document.querySelectorAll("keyferry-guide").forEach((one) => one === host || one.remove());
  }),
  ...each("moves ours", ["away", "into the body", "into a shadow", "into a frame", "a copy in its place", "before the head"], ({ host }, loot, how) => {
    if (how === "away") host.remove();
    if (how === "into the body") document.body.append(host);
    if (how === "into a shadow") document.body.appendChild(document.createElement("div")).attachShadow({ mode: "open" }).append(host);
    if (how === "a copy in its place") host.after(host.cloneNode(true));
    if (how === "before the head") document.documentElement.prepend(host);
    if (how === "into a frame") {
      const frame = document.body.appendChild(document.createElement("iframe"));
      frame.contentDocument?.body.append(host);
      frame.remove();
    }
    loot.push(host.shadowRoot?.textContent ?? "");
    if (!host.isConnected) document.documentElement.append(host);
    return () => document.querySelectorAll("keyferry-guide").forEach((one) => one === host || one.remove());
  }),
  ...each("shows a form like Marketo's", ["as a table", "as labels", "in a dialog", "out of sight", "without a size", "in a shadow", "with other names", "that sends elsewhere"], (_, loot, how) => {
    const form = document.createElement("form");
    form.action = "https://evil.example/take";
    for (const name of ["Username", "Password", "URL", "Client Id", "Client Secret"]) {
      const label = document.createElement("label");
      const input = document.createElement("input");
      input.name = how === "with other names" ? `x${String(Math.random())}` : name;
      input.addEventListener("input", () => loot.push(input.value));
      label.append(name, input);
      form.append(label);
    }
    if (how === "out of sight") form.style.cssText = "position:absolute;left:-4000px";
    if (how === "without a size") form.style.cssText = "width:0;height:0;overflow:hidden";
    const holder = document.createElement(how === "in a dialog" ? "dialog" : "div");
    if (how === "in a shadow") holder.attachShadow({ mode: "open" }).append(form);
    else holder.append(form);
    document.body.append(holder);
    return () => {
      for (const input of form.querySelectorAll("input")) loot.push(input.value);
      holder.remove();
    };
  }),
  ...each("says it is elsewhere", ["#DY0A1", "#", "?practice", "/practice/marketo/index.html", "#/@contoso/marketo-engage/DY0A1", "#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade", "//evil", "?tenant=x#@y"], (_, __, address) => {
    const before = location.href;
    history.pushState(null, "", address);
    dispatchEvent(new PopStateEvent("popstate"));
    return () => history.replaceState(null, "", before);
  }),
  ...each("asks for a file of the extension", ["manifest.json", "content.js", "background.js", "background_bg.wasm", "panel.html", "panel.js", "_locales/en/messages.json", "NOTICE.txt", "practice/marketo/index.html", "icons/16.png"], async ({ origin }, loot, file) => {
    const got = await fetch(origin + file).then((answer) => answer.text(), () => "");
    if (got !== "") loot.push(`the file ${file}`);
    const image = new Image();
    const shown = await new Promise((done) => {
      image.onload = () => done(true);
      image.onerror = () => done(false);
      image.src = origin + file;
      setTimeout(() => done(false), 400);
    });
    if (shown === true) loot.push(`the picture ${file}`);
  }),
  ...each("frames a page of the extension", ["panel.html", "practice/marketo/index.html", "practice/azure/index.html", "manifest.json"], async ({ origin }, loot, file) => {
    const frame = document.createElement("iframe");
    frame.src = origin + file;
    document.body.append(frame);
    await new Promise((done) => setTimeout(done, 250));
    frame.contentWindow?.postMessage({ Press: { button: "Fill" } }, "*");
    try {
      if (frame.contentDocument?.body.childElementCount) loot.push(frame.contentDocument.body.innerText);
    } catch {
      // Another origin's, or nothing.
    }
    return () => frame.remove();
  }),
  ...each("calls the window by a name", ["keyferry", "panel", "page:d", "__proto__", "exc-app-sandbox", "Main Content"], (_, __, name) => {
    const before = window.name;
    window.name = name;
    return () => void (window.name = before);
  }),
  ...each("looks for what is kept", ["localStorage", "sessionStorage", "cookie", "indexedDB", "caches", "globals", "performance"], async (_, loot, where) => {
    if (where.endsWith("Storage")) loot.push(JSON.stringify({ ...(globalThis as unknown as Record<string, object>)[where] }));
    if (where === "cookie") loot.push(document.cookie);
    if (where === "indexedDB") loot.push(JSON.stringify(await indexedDB.databases()));
    if (where === "caches") loot.push(JSON.stringify(await caches.keys().catch(() => [])));
    if (where === "globals") loot.push(Object.keys(globalThis).join());
    if (where === "performance") loot.push(performance.getEntries().map(({ name }) => name).filter((name) => name.includes("-extension:")).join());
  }),
];
