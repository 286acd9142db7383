import { registerIcons } from "@fluentui/react";
import type { ReactNode } from "react";
import { type IconName, pathOf } from "../icons";

/** Fluent's icon names that the blades use, with our drawing and the glyph's place in Fluent's icon font. */
const ICONS: Readonly<Record<string, readonly [IconName, number]>> = {
  Add: ["add", 0xe710],
  Cancel: ["close", 0xe711],
  CheckMark: ["tick", 0xe73e],
  ChevronDown: ["chevronDown", 0xe70d],
  ChevronRight: ["chevronRight", 0xe76c],
  ChevronRightMed: ["chevronRight", 0xe973],
  Clear: ["close", 0xe894],
  Copy: ["clipboard", 0xe8c8],
  Delete: ["bin", 0xe74d],
  DeveloperTools: ["wrench", 0xec7a],
  Download: ["download", 0xe896],
  Flag: ["flag", 0xe7c1],
  Globe: ["globe", 0xe774],
  Heart: ["heart", 0xeb51],
  Info: ["info", 0xe946],
  More: ["more", 0xe712],
  NavigateBack: ["back", 0xf2dd],
  People: ["people", 0xe716],
  Refresh: ["refresh", 0xe72c],
  Search: ["search", 0xe721],
  Settings: ["gear", 0xe713],
  SkypeCircleCheck: ["tick", 0xef80],
  Tag: ["flag", 0xe8ec],
  Warning: ["shield", 0xe7ba],
};

/** An icon as a drawing. */
export function DrawnIcon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }): ReactNode {
  return (
    <svg viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" focusable="false" className={`practice-icon practice-icon-${name}`}>
      <path d={pathOf(name)} />
    </svg>
  );
}

/**
 * Gives Fluent v8 its icons without its font, which may not be passed on. The glyph, a private-use character that the
 * real portal's pages are full of, stands beside the drawing as text without size.
 */
export function registerDrawnIcons(): void {
  const icons = Object.entries(ICONS).map(([fluent, [name, glyph]]) => [
    fluent,
    <>
      <span className="frame-glyph">{String.fromCharCode(glyph)}</span>
      <DrawnIcon name={name} />
    </>,
  ]);
  registerIcons({ icons: Object.fromEntries(icons) as Record<string, React.JSX.Element> });
}
