/** Forms to fill, as the portals' widget kits make them: the real kits, none of it ours. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import type { Page } from "puppeteer-core";
import { ROOT } from "../../build/root";
import type { Stage } from "./stage";

/** What a kit believes it holds, seen from the inside. */
export type Form = { page: Page; values: () => Promise<Record<string, string>>; canSave: () => Promise<boolean> };

const OPEN = "default-src * 'unsafe-inline' 'unsafe-eval'";

/** The core of Ext JS 4.0.2 in the order in which its files need each other; its loader brings the rest. */
const EXT = [
  ..."Ext version/Version lang/String lang/Array lang/Number lang/Object lang/Function lang/Date class/Base class/Class class/ClassManager class/Loader lang/Error".split(" "),
  ..."misc/JSON Ext-more util/Format util/TaskManager Support dom/DomHelper dom/DomQuery dom/Element dom/Element.static".split(" "),
  ..."dom/Element.insertion dom/Element.traversal dom/Element.style dom/Element.position dom/Element.scroll dom/Element.fx util/DelayedTask util/Event".split(" "),
  ..."EventManager EventObject dom/Element-more dom/Element.alignment dom/Element.anim dom/Element.static-more dom/Element.dd dom/Element.fx-more".split(" "),
  ..."dom/CompositeElementLite dom/CompositeElementLite-more dom/CompositeElement dom/Element.keys".split(" "),
];

/** A form of Ext JS 4.0.2 in its sandbox dress, with a Save button that waits for a valid form. */
export async function ext(stage: Stage): Promise<Form> {
  const page = await stage.page("", { policy: OPEN });
  const folder = join(ROOT, "node_modules/extjs/lib/Ext/core/src");
  const core = EXT.map((name) => readFileSync(join(folder, `${name}.js`), "utf8")).join(";\n");
  await page.evaluate(`window.Ext={buildSettings:{baseCSSPrefix:"x4-"}};\n(0,eval)(${JSON.stringify(core)});`);
  await page.evaluate(`Ext.Loader.setConfig({enabled:true,disableCaching:false,paths:{Ext:"/ext"}});
    Ext.syncRequire(["Ext.form.Panel","Ext.form.field.Text","Ext.window.Window","Ext.button.Button"]);
    window.form=Ext.create("Ext.form.Panel",{items:[
      {xtype:"textfield",name:"clientId",fieldLabel:"Client Id",allowBlank:false,emptyText:"none yet"},
      {xtype:"textfield",name:"clientSecret",fieldLabel:"Client Secret",allowBlank:false,inputType:"password"}],
      buttons:[{text:"Save",disabled:true,itemId:"save"}]});
    form.getForm().on("validitychange",(basic,valid)=>form.down("#save").setDisabled(!valid));
    Ext.create("Ext.window.Window",{title:"Edit Credentials",width:400,items:[form]}).show();
    document.querySelector("input[name=clientId]").dataset.handle="1";
    document.querySelector("input[name=clientSecret]").dataset.handle="2";`);
  return {
    page,
    values: () => page.evaluate("form.getForm().getValues()") as Promise<Record<string, string>>,
    canSave: () => page.evaluate(`!form.down("#save").disabled`) as Promise<boolean>,
  };
}

/** Two controlled fields of React, which shows what its state holds and nothing else. */
export async function react(stage: Stage): Promise<Form> {
  const page = await stage.page(`<div id="root"></div>`, { policy: OPEN });
  const { outputFiles } = await build({
    stdin: {
      contents: `import { createElement as h, useState } from "react"; import { createRoot } from "react-dom/client";
        function Form() {
          const [values, set] = useState({ clientId: "", clientSecret: "" });
          window.values = values;
          const field = (name, type, handle) => h("input", { name, type, "data-handle": handle, value: values[name], onChange: (event) => set((old) => ({ ...old, [name]: event.target.value })) });
          return h("form", null, field("clientId", "text", 1), field("clientSecret", "password", 2), h("button", { disabled: !values.clientId || !values.clientSecret }, "Save"));
        }
        createRoot(document.querySelector("#root")).render(h(Form));`,
      resolveDir: ROOT,
      loader: "js",
    },
    bundle: true,
    write: false,
    define: { "process.env.NODE_ENV": '"production"' },
  });
  await page.evaluate(outputFiles[0]?.text ?? "");
  await page.waitForSelector("[data-handle]");
  return {
    page,
    values: () => page.evaluate("window.values") as Promise<Record<string, string>>,
    canSave: () => page.$eval("button", (save) => !save.disabled),
  };
}

/** Two fields without any kit. */
export async function plain(stage: Stage): Promise<Form> {
  const page = await stage.page(`<form><input name="clientId" data-handle="1" value="old"><input name="clientSecret" type="password" data-handle="2"></form>`);
  return {
    page,
    values: () => page.$eval("form", (form) => Object.fromEntries([...form.querySelectorAll("input")].map(({ name, value }) => [name, value]))),
    canSave: () => Promise.resolve(true),
  };
}
