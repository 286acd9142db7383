/** Style sheets as text: what a script imports for a shadow root. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Plugin, transform } from "esbuild";
import { ROOT } from "./root";

/**
 * The text of a style sheet without its comments and white space, with the tokens of `look/tokens.css` put in: a card in
 * somebody else's page needs no custom property that the page could set, and is lighter without.
 */
export function styleAsText(target: string[]): Plugin {
  return {
    name: "style-as-text",
    setup(build) {
      build.onLoad({ filter: /\.css$/ }, async ({ path }) => ({ contents: await textOf(path, target), loader: "text" }));
    },
  };
}

/** The text of one style sheet, as {@link styleAsText} gives it. */
export async function textOf(path: string, target: string[]): Promise<string> {
  const tokens = readFileSync(join(ROOT, "extension/look/tokens.css"), "utf8").matchAll(/(--[\w-]+):\s*([^;]+);/g);
  const values = new Map([...tokens].map(([, name = "", value = ""]) => [name, value]));
  const text = readFileSync(path, "utf8").replace(/var\((--[\w-]+)\)/g, (whole, name: string) => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`${path}: ${whole} is no token of look/tokens.css`);
    return value;
  });
  const { code } = await transform(text, { loader: "css", minify: true, target });
  return code.trim();
}
