import { test } from "node:test";
import { assertArrived, sail, setOut } from "./voyage";

for (const kind of ["chromium", "firefox"] as const) {
  for (const azure of ["fx", "react"] as const) {
    for (const marketoShell of ["plain", "adobe"] as const) {
      test(`the whole journey in ${kind}, Azure in ${azure}, Marketo ${marketoShell}`, async () => {
        const voyage = await setOut(kind, { settings: { azure, marketoShell } });
        try {
          await sail(voyage);
          await assertArrived(voyage);
        } finally {
          await voyage.close();
        }
      });
    }
  }
}
