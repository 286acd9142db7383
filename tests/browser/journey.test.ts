import { test } from "node:test";
import { assertHandOver } from "./hand-over";
import { JOURNEYS } from "./journeys";
import { assertArrived, during, sail } from "./voyage";

for (const kind of ["chromium", "firefox"] as const) {
  for (const azure of ["fx", "react"] as const) {
    for (const marketoShell of ["plain", "adobe"] as const) {
      test(`the whole journey in ${kind}, Azure in ${azure}, Marketo ${marketoShell}`, () =>
        during(kind, { settings: { azure, marketoShell } }, async (voyage) => {
          await sail(voyage);
          await assertArrived(voyage);
          // Once in each browser is enough.
          if (azure === "fx" && marketoShell === "plain") await assertHandOver(voyage);
        }));
    }
  }

  for (const [journey, { manner, arrived, ...start }] of Object.entries(JOURNEYS)) {
    if (journey === "online") continue;
    test(`the journey ${journey} in ${kind}`, () =>
      during(kind, { journey, ...start }, async (voyage) => {
        await sail(voyage, manner?.(voyage));
        await arrived(voyage);
      }));
  }
}
