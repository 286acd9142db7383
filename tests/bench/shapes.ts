/** Pages of every shape that a portal has, with as many nodes as asked for. They run in the page, so each uses nothing from outside of it. */

/** A shape: its name, and what fills a page with it. */
export type Shape = { name: string; fill: (nodes: number) => void };

/** The one that is measured in several sizes. */
export const GRID: Shape = { name: "a grid of apps", fill: grid };

/** The shapes. */
export const SHAPES: readonly Shape[] = [
  GRID,
  { name: "a table", fill: table },
  { name: "a form", fill: form },
  { name: "a line of links", fill: links },
  { name: "a tree of panels", fill: panels },
];

/** A portal's page: commands, a form, and a long grid, most of it below the window's edge. */
function grid(nodes: number): void {
  const rows = Array.from({ length: Math.ceil(nodes / 8) }, (_, row) => {
    const cells = [`<a href="#app/${String(row)}">Application ${String(row)}</a>`, "5f0c2b1e-84d1-4a7e-9c39-1c2d7a30b1ff", "5/22/2027"];
    return `<div role="row">${cells.map((cell) => `<div role="gridcell"><span>${cell}</span></div>`).join("")}</div>`;
  });
  const commands = ["New registration", "Endpoints", "Refresh"].map((name) => `<div role="button" tabindex="0">${name}</div>`).join("");
  document.body.innerHTML = `<div role="toolbar">${commands}</div><label for="name">Name</label><input id="name"><div role="grid">${rows.join("")}</div>`;
}

/** A table without roles or classes, its values in the cells themselves. */
function table(nodes: number): void {
  const rows = Array.from({ length: Math.ceil(nodes / 6) }, (_, row) => `<tr><td>Name ${String(row)}</td><td>5/22/2027</td><td>value ${String(row)}</td><td><a href="#${String(row)}">Edit</a></td></tr>`);
  document.body.innerHTML = `<table><thead><tr><th>Name</th><th>Expires</th><th>Value</th><th></th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

/** Fields, each with its label, in two columns. */
function form(nodes: number): void {
  const rows = Array.from({ length: Math.ceil(nodes / 5) }, (_, row) => {
    const id = `field-${String(row)}`;
    return `<div class="x-form-item"><label class="x-form-item-label" for="${id}">Field ${String(row)}:</label><div class="x-form-element"><span><input class="x-form-field" id="${id}" name="${id}"></span></div></div>`;
  });
  document.body.innerHTML = `<form>${rows.join("")}<button>Save</button></form>`;
}

/** Links, one behind the other, broken into lines by the window alone. */
function links(nodes: number): void {
  document.body.innerHTML = `<p>${Array.from({ length: nodes }, (_, at) => `<a href="#${String(at)}">Link ${String(at)}</a>`).join(" ")}</p>`;
}

/** Panels in panels: a heading, a line of words and two buttons in each, eight levels deep. */
function panels(nodes: number): void {
  let left = nodes;
  const panel = (depth: number): string => {
    left -= 7;
    const head = `<div class="x-panel-header"><span class="x-panel-header-text">Panel ${String(left)}</span></div>`;
    let inner = "";
    while (depth > 0 && left > 0) {
      inner += panel(depth - 1);
      if (depth > 4) continue;
      if (left % 3 === 0) break;
    }
    return `<div class="x-panel">${head}<div class="x-panel-body"><p>Words in it.</p>${inner}</div><div class="x-panel-footer"><button>Save</button><button>Cancel</button></div></div>`;
  };
  let all = "";
  while (left > 0) all += panel(8);
  document.body.innerHTML = all;
}
