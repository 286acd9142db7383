/** A page with real Ext JS 4.0.2: the credentials window as Marketo makes it. Test only, GPL-3.0: never in a package. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../../extension/build/root";

const EXT = join(ROOT, "node_modules/extjs/lib/Ext");

/** The parts that Ext needs before its own loader can fetch the rest, in their order. */
const CORE = [
  ...["Ext", "version/Version", "lang/String", "lang/Array", "lang/Number", "lang/Function", "lang/Object", "lang/Date"],
  ...["class/Base", "class/Class", "class/ClassManager", "class/Loader", "lang/Error", "misc/JSON", "Ext-more"],
  ...["util/Format", "util/TaskManager", "Support", "util/DelayedTask", "util/Event", "EventManager", "EventObject"],
  ...["dom/DomHelper", "dom/DomQuery", "dom/Element", "dom/Element-more", "dom/Element.alignment", "dom/Element.anim"],
  ...["dom/Element.dd", "dom/Element.fx", "dom/Element.fx-more", "dom/Element.insertion", "dom/Element.position"],
  ...["dom/Element.scroll", "dom/Element.style", "dom/Element.traversal", "dom/Element.static", "dom/Element.static-more"],
  ...["dom/CompositeElementLite", "dom/CompositeElementLite-more", "dom/CompositeElement", "dom/Element.keys"],
];

/** What answers a path of the page; `undefined` for what there is not. */
export function extFile(path: string): { type: string; body: string } | undefined {
  if (path === "/ext.html") return { type: "text/html; charset=utf-8", body: PAGE };
  if (!/^\/Ext\/[\w./-]+\.js$/.test(path)) return undefined;
  return { type: "text/javascript", body: readFileSync(join(EXT, path.slice("/Ext/".length)), "utf8") };
}

/** Runs in the page: the window, and what its form sends. */
function credentials(): void {
  type Field = { fieldLabel: string; name: string; value?: string; inputType?: string; allowBlank: boolean; listeners: object };
  type Form = { getForm(): { getValues(): object } };
  type Button = { up(type: string): Form };
  type Library = { require(names: string[]): void; onReady(act: () => void): void; create(name: string, config: object): { show(): void } };
  const { Ext, heard } = globalThis as unknown as { Ext: Library; heard: { changes: string[]; sent?: object } };
  const field = (fieldLabel: string, name: string, value?: string, inputType = "text"): Field => ({
    fieldLabel,
    name,
    inputType,
    allowBlank: false,
    listeners: { change: (_: unknown, next: string) => heard.changes.push(`${name}=${next}`) },
    ...(value === undefined ? {} : { value }),
  });
  Ext.require(["Ext.window.Window", "Ext.form.Panel", "Ext.form.field.Text"]);
  Ext.onReady(() => {
    const form = Ext.create("Ext.form.Panel", {
      defaultType: "textfield",
      bodyPadding: 10,
      items: [
        field("Username", "username", "sync@contoso.example"),
        field("Password", "password", "practice only", "password"),
        field("URL", "url", "https://contoso.example/Organization.svc"),
        field("Client Id", "clientId"),
        field("Client Secret", "clientSecret", undefined, "password"),
        { xtype: "button", text: "Save", formBind: true, disabled: true, handler: (button: Button) => (heard.sent = button.up("form").getForm().getValues()) },
      ],
    });
    Ext.create("Ext.window.Window", { title: "Edit Credentials", width: 460, modal: true, items: [form] }).show();
  });
}

const PAGE = `<!doctype html><html lang="en"><head><title>Ext</title>
<style>.x4-hide-offsets { position: absolute; left: -10000px } .x4-window { position: absolute; background: #fff }</style>
<script>var Ext = { buildSettings: { baseCSSPrefix: "x4-" } }, heard = { changes: [] };</script>
${CORE.map((name) => `<script src="/Ext/core/src/${name}.js"></script>`).join("\n")}
<script>Ext.Loader.setConfig({ enabled: true, disableCaching: false, paths: { Ext: "/Ext" } }); (${credentials.toString()})();</script>
</head><body></body></html>`;
