/** What the extension's own sight makes of saved pages of the corpus, in a real browser. */
import type { Page } from "../../extension/generated/core";
import { buildCore } from "../inspect/built";
import { inspect } from "../inspect/inspect";
import { findTools } from "../inspect/tools";
import { corpus } from "../pages/corpus";

/** The digests of the cases of these names. */
export async function digests<Name extends string>(names: readonly Name[]): Promise<Record<Name, Page>> {
  buildCore();
  const pages = corpus();
  const orders = names.map((name) => {
    const page = pages.find((one) => one.name === name);
    if (page === undefined) throw new Error(`no page ${name} in the corpus`);
    return page;
  });
  const found: Partial<Record<string, Page>> = {};
  await inspect(orders, findTools(), async (_, order, ask) => {
    found[order.name] = (await ask("keyferry.look()")) as Page;
  });
  return found as Record<Name, Page>;
}
