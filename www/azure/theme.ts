/** Puts the theme's class where the portal has it: on the root element. */
export function wearTheme(theme: "light" | "dark"): void {
  const { classList } = document.documentElement;
  classList.toggle("fxs-mode-light", theme === "light");
  classList.toggle("fxs-mode-dark", theme === "dark");
  classList.add("fxs-theme-azure");
}
