import { readFileSync } from "node:fs";
import type { Plugin } from "esbuild";

/** Where React makes elements of a string, for `dangerouslySetInnerHTML` alone; nobody here uses that. */
const MARKUP = /\.innerHTML=(?=b;|"<svg>")/g;

/**
 * Takes the making of elements from strings out of React: with it the package would hold a door that Mozilla's linter warns of and
 * that the package's policy keeps shut anyway.
 */
export const noMarkup: Plugin = {
  name: "no-markup",
  setup(bundler) {
    bundler.onLoad({ filter: /react-dom\.production\.min\.js$/ }, ({ path }) => {
      const source = readFileSync(path, "utf8");
      const places = source.match(MARKUP)?.length ?? 0;
      if (places !== 2) throw new Error(`React is another one: it makes elements of strings in ${String(places)} places, not in 2`);
      return { contents: source.replace(MARKUP, ".textContent="), loader: "js" };
    });
  },
};
