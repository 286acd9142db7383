import { ThemeProvider, createTheme } from "@fluentui/react";
import { FluentProvider, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { usePractice } from "./practice";

const fonts = { defaultFontStyle: { fontFamily: "inherit" } };

const LIGHT = createTheme({ ...fonts, palette: { themePrimary: "#0078d4", white: "#ffffff", black: "#000000" } });

const DARK = createTheme({
  ...fonts,
  isInverted: true,
  palette: {
    themeDarker: "#82c7ff",
    themeDark: "#6cb8f6",
    themeDarkAlt: "#3aa0f3",
    themePrimary: "#2899f5",
    themeSecondary: "#0078d4",
    themeTertiary: "#235a85",
    themeLight: "#004c87",
    themeLighter: "#043862",
    themeLighterAlt: "#092c47",
    black: "#ffffff",
    neutralDark: "#faf9f8",
    neutralPrimary: "#f3f2f1",
    neutralPrimaryAlt: "#c8c6c4",
    neutralSecondary: "#b3b0ad",
    neutralTertiary: "#979593",
    neutralTertiaryAlt: "#797775",
    neutralQuaternary: "#484644",
    neutralQuaternaryAlt: "#3b3a39",
    neutralLight: "#323130",
    neutralLighter: "#292827",
    neutralLighterAlt: "#252423",
    white: "#1b1a19",
    // What lies behind an open pane; by default it would shine brighter than the pane.
    whiteTranslucent40: "rgb(0 0 0 / 45%)",
  },
});

/** Both Fluent generations in the portal's theme, as blades of either kind live side by side. */
export function Fluent({ children }: { readonly children: ReactNode }): ReactNode {
  const { world } = usePractice();
  const dark = world.settings.theme === "dark";
  const font = { fontFamilyBase: "inherit" };
  return (
    <FluentProvider theme={dark ? { ...webDarkTheme, ...font, colorNeutralBackground1: "#1b1a19" } : { ...webLightTheme, ...font }} className="frame-provider">
      <ThemeProvider theme={dark ? DARK : LIGHT} className="frame-provider" applyTo="body">
        {children}
      </ThemeProvider>
    </FluentProvider>
  );
}
