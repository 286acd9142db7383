/** Line icons drawn for the practice portal, on a grid of 16. */

const PATHS = {
  add: "M8 2v12M2 8h12",
  back: "M10 3 5 8l5 5",
  bell: "M4 11V7a4 4 0 0 1 8 0v4l1 1.5H3zM6.7 13a1.4 1.4 0 0 0 2.6 0",
  bin: "M3 4h10M6 4V2.5h4V4M4.3 4l.6 9.5h6.2l.6-9.5M6.8 6.5v4.8M9.2 6.5v4.8",
  brush: "M13.5 2.5 8 8M8 8c-2-.5-3.5.7-3.7 2.3C4.2 11.8 3.5 12.8 2.2 13.3c2.5.6 6.8.2 6.8-3.3",
  chevronDown: "m3.5 6 4.5 4.5L12.5 6",
  chevronRight: "m6 3.5 4.5 4.5L6 12.5",
  clipboard: "M5.5 5.5h8v8.5h-8zM10.5 5.5V2h-8v8.5h3",
  close: "m3 3 10 10M13 3 3 13",
  code: "M5 4 1.5 8 5 12M11 4l3.5 4-3.5 4M9.3 3 6.7 13",
  download: "M8 2v8M4.5 6.8 8 10.2l3.5-3.4M3 13.5h10",
  error: "M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M5.5 5.5l5 5M10.5 5.5l-5 5",
  flag: "M4 14V2.5h8l-2 3 2 3H4",
  gear: "M8 5.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5M8 1.5v2M8 12.5v2M1.5 8h2M12.5 8h2M3.4 3.4l1.4 1.4M11.2 11.2l1.4 1.4M12.6 3.4l-1.4 1.4M4.8 11.2l-1.4 1.4",
  globe: "M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M1.5 8h13M8 1.5c-4 4-4 9 0 13M8 1.5c4 4 4 9 0 13",
  grid: "M2.5 2.5h4v4h-4zM9.5 2.5h4v4h-4zM2.5 9.5h4v4h-4zM9.5 9.5h4v4h-4z",
  heart: "M8 13.5 2.8 8.3a3.2 3.2 0 0 1 4.6-4.5l.6.7.6-.7a3.2 3.2 0 0 1 4.6 4.5z",
  help: "M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M6 6.2a2 2 0 1 1 2.8 1.9c-.6.3-.8.6-.8 1.4M8 11v1",
  home: "M2 8l6-5.5L14 8M3.8 7v6.5h3V10h2.4v3.5h3V7",
  info: "M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M8 7v4.5M8 4.5v1",
  key: "M9.5 6.5a3 3 0 1 1 2 2.8L6 14.5H3.5V12l5.7-5.3M11.8 5.2v.1",
  link: "M6.5 4H3v9h9V9.5M9 2.5h4.5V7M13.5 2.5 7 9",
  list: "M2 4h12M2 8h12M2 12h12",
  more: "M3.5 8h.1M8 8h.1M12.5 8h.1",
  people: "M6 7.5a2.5 2.5 0 1 1 0-5 2.5 2.5 0 0 1 0 5M1.5 13.5c0-5 9-5 9 0M10.5 7.2a2 2 0 1 0 0-4M12 9.5c1.6.6 2.5 2 2.5 4",
  pin: "M6 2.5h4l.5 4 2 2.5h-9l2-2.5zM8 9v5",
  refresh: "M13 8a5 5 0 1 1-1.6-3.7M13 2v3h-3",
  rocket: "M5.5 9.5c0-4 3-7.5 8-7.5 0 5-3.5 8-7.5 8zM5.5 9.5 3 9l2-3M6 10l.5 3 3-2M3 11.5l-1 2.5 2.5-1",
  search: "M7 2a5 5 0 1 1 0 10A5 5 0 0 1 7 2M10.6 10.6 14.5 14.5",
  shield: "M8 1.5 13.5 3.5V8c0 3.2-2.3 5.4-5.5 6.5C4.8 13.4 2.5 11.2 2.5 8V3.5z",
  sliders: "M2 5h7M12 5h2M2 11h2M7 11h7M9 3.5v3M12 3.5v3M4 9.5v3M7 9.5v3",
  tick: "m2.5 8.5 3.5 3.5 7.5-8",
  wrench: "M13.5 4.5a3.5 3.5 0 0 1-4.7 4L4.5 13a1.4 1.4 0 0 1-2-2l4.5-4.3a3.5 3.5 0 0 1 4.2-4.7L9 4.5 11.5 7z",
} as const;

/** Name of an icon. */
export type IconName = keyof typeof PATHS;

const SVG = "http://www.w3.org/2000/svg";

/** An icon in the colour of the text round it, invisible to assistive technology. */
export function icon(name: IconName, size = 16): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  const attributes = { viewBox: "0 0 16 16", width: size, height: size, "aria-hidden": "true", focusable: "false", class: `practice-icon practice-icon-${name}` };
  for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, String(value));
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

/** The drawing of an icon, for the React blades. */
export function pathOf(name: IconName): string {
  return PATHS[name];
}
