// Exits 0 when node_modules holds what package-lock.json names. A script of its own: it runs before anything is installed.
import { readFileSync } from "node:fs";

const packages = (path) => JSON.parse(readFileSync(path, "utf8")).packages;

try {
  const wanted = packages("package-lock.json");
  const there = packages("node_modules/.package-lock.json");
  const fits = ([path, { version, optional, link }]) =>
    path === "" || link || there[path]?.version === version || (optional && there[path] === undefined);
  process.exit(Object.entries(wanted).every(fits) ? 0 : 1);
} catch {
  process.exit(1);
}
