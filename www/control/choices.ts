import type { Settings } from "../practice/world";

type ChoiceOf<K extends keyof Settings> = { key: K; title: string; options: readonly (readonly [value: Settings[K], label: string])[] };

/** One setting, what it is called, and what there is to choose from. */
export type Choice = { [K in keyof Settings]: ChoiceOf<K> }[keyof Settings];

/** What can be chosen, portal by portal. */
export const CHOICES: readonly { title: string; choices: readonly Choice[] }[] = [
  {
    title: "How Azure looks",
    choices: [
      { key: "azure", title: "Pages", options: [["fx", "Portal's own (fx)"], ["react", "React, in a frame"]] },
      { key: "azureGrid", title: "Secrets table, fx", options: [["gc", "Newer grid"], ["table", "Older table"]] },
      { key: "azureSecrets", title: "Secrets page, React", options: [["v9", "Fluent 9"], ["v8", "Fluent 8"]] },
      { key: "accountTypes", title: "Account types", options: [["radio", "Radio buttons"], ["dropdown", "A drop-down"]] },
      { key: "azureLanguage", title: "Language", options: [["en", "English"], ["sv", "Svenska"]] },
      { key: "culture", title: "Dates", options: [["en-US", "11/23/2026"], ["sv-SE", "2026-11-23"], ["de-DE", "23.11.2026"]] },
      { key: "theme", title: "Theme", options: [["light", "Light"], ["dark", "Dark"]] },
      { key: "mayConsent", title: "The admin may consent", options: [[true, "Yes"], [false, "No"]] },
    ],
  },
  {
    title: "How Marketo looks",
    choices: [
      { key: "marketoShell", title: "Around it", options: [["plain", "Nothing"], ["adobe", "Adobe Experience Cloud"]] },
      { key: "marketoInner", title: "Frames in Adobe's", options: [["engage", "One"], ["app", "One in another"]] },
      { key: "marketoValidate", title: "Validate Sync Setup", options: [["tab", "Fills its tab"], ["window", "Opens a window"]] },
      { key: "marketoConfirm", title: "Sync button asks first", options: [[false, "No"], [true, "Yes"]] },
      { key: "marketoMarks", title: "Marks of the checks", options: [["clear", "All tell"], ["one-unclear", "One does not"]] },
      { key: "marketoLanguage", title: "Language", options: [["en", "English"], ["de", "Deutsch"]] },
    ],
  },
  { title: "Both", choices: [{ key: "delay", title: "Answers take", options: [[0, "No time"], [120, "A moment"], [1500, "Long"]] }] },
];
