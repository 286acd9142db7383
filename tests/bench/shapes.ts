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

/** The same blade of 1,000 nodes or window of 500 open, and all the others beside it or under it, where nobody can use them meanwhile. */
export const OPEN: readonly Shape[] = [
  { name: "a blade over covered ones, beside a closed menu", fill: blade },
  { name: "a window over a masked page", fill: windowed },
];

/** Azure's shell: a closed menu, blades that a later one covers, one made ready out of sight; the last blade holds a table. */
function blade(nodes: number): void {
  const rows = (count: number): string =>
    Array.from({ length: Math.ceil(count / 8) }, (_, row) => `<tr role="row"><td><a href="#${String(row)}">Secret ${String(row)}</a></td><td>5/22/2027</td><td>abc******</td><td><span>5f0c2b1e-84d1-4a7e-9c39-1c2d7a30b1ff</span></td><td></td></tr>`).join("");
  const section = (count: number, style = ""): string => `<section class="fxs-blade" ${style}><h2 class="fxs-blade-title-titleText">Certificates &amp; secrets</h2><table class="azc-grid-full">${rows(count)}</table></section>`;
  const rest = nodes - 1_000;
  const menu = `<div class="fxs-sidebar fxs-display-none" style="display:none">${section(rest / 5)}</div><div style="display:none">${section(rest / 5)}</div>`;
  const ready = section(rest / 5, 'style="position:absolute;left:-10000px;top:0;width:900px"');
  const covered = Array.from({ length: 4 }, () => section(rest / 10, 'style="position:absolute;left:0;top:0"')).join("");
  document.body.innerHTML = `<div class="fxs-portal">${rest > 0 ? menu + ready : ""}<main class="fxs-portal-main"><div class="fxs-journey">${rest > 0 ? covered : ""}${section(1_000, 'style="position:relative;background:#fff"')}</div></main></div>`;
}

/** Ext's: a grid, a mask over it, and a window with fields. */
function windowed(nodes: number): void {
  const cells = (row: number): string => ["name", "type", "date"].map((name) => `<td class="x-grid3-col"><div class="x-grid3-cell-inner">${name} ${String(row)}</div></td>`).join("");
  const grid = Array.from({ length: Math.ceil((nodes - 500) / 10) }, (_, row) => `<div class="x-grid3-row"><table><tbody><tr>${cells(row)}</tr></tbody></table></div>`).join("");
  const fields = Array.from({ length: 100 }, (_, row) => `<div class="x-form-item"><label for="f${String(row)}">Field ${String(row)}:</label><div class="x-form-element"><span><input class="x-form-field" id="f${String(row)}"></span></div></div>`).join("");
  const mask = '<div class="ext-el-mask" style="position:fixed;inset:0;z-index:9000;background:#0003"></div>';
  const open = `<div class="x-window" style="position:fixed;left:200px;top:100px;width:600px;height:400px;z-index:9001;background:#fff"><div class="x-window-header">Edit</div><div class="x-window-body" style="height:330px;overflow:auto"><form>${fields}</form></div><button>Save</button></div>`;
  document.body.innerHTML = `<div class="x-panel"><div class="x-grid3">${grid}</div></div>${mask}${open}`;
}

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
