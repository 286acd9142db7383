/** Pictures as bytes: side by side, smaller, and with a pointer where the admin's hand is. */
import { PNG } from "pngjs";

/** A picture of four bytes a pixel. */
export type Picture = { width: number; height: number; data: Uint8Array };

/** Reads a PNG file. */
export function readPng(content: Uint8Array): Picture {
  return PNG.sync.read(Buffer.from(content));
}

/** Writes a PNG file. */
export function writePng({ width, height, data }: Picture): Buffer {
  const png = new PNG({ width, height });
  png.data = Buffer.from(data);
  return PNG.sync.write(png);
}

/** Two pictures with a line between them, as high as the higher one. */
export function beside(left: Picture, right: Picture): Picture {
  const line = 2;
  const width = left.width + line + right.width;
  const height = Math.max(left.height, right.height);
  const data = new Uint8Array(width * height * 4).fill(0xff);
  for (const [part, x] of [[left, 0], [right, left.width + line]] as const) {
    for (let y = 0; y < part.height; y += 1) {
      data.set(part.data.subarray(y * part.width * 4, (y + 1) * part.width * 4), (y * width + x) * 4);
    }
  }
  for (let y = 0; y < height; y += 1) data.fill(0xc8, (y * width + left.width) * 4, (y * width + left.width + line) * 4);
  return { width, height, data };
}

/** The picture at another width: each pixel is the mean of those that it stands for. */
export function scaled(from: Picture, width: number): Picture {
  const height = Math.round((from.height * width) / from.width);
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    const [top, bottom] = span(y, height, from.height);
    for (let x = 0; x < width; x += 1) {
      const [left, right] = span(x, width, from.width);
      const sum = [0, 0, 0, 0];
      for (let row = top; row < bottom; row += 1) {
        for (let at = (row * from.width + left) * 4; at < (row * from.width + right) * 4; at += 1) sum[at % 4] = (sum[at % 4] ?? 0) + (from.data[at] ?? 0);
      }
      const count = (bottom - top) * (right - left);
      data.set(sum.map((value) => Math.round(value / count)), (y * width + x) * 4);
    }
  }
  return { width, height, data };
}

function span(index: number, of: number, over: number): [number, number] {
  const start = Math.floor((index * over) / of);
  return [start, Math.max(start + 1, Math.floor(((index + 1) * over) / of))];
}

/** The arrow, from its tip; `#` is the line, `.` the inside. */
const ARROW = ["#", "##", "#.#", "#..#", "#...#", "#....#", "#.....#", "#......#", "#.......#", "#........#", "#.....####", "#..#..#", "#.# #..#", "##  #..#", "     #..#", "     ###"];

/** The picture with the mouse's arrow at a point. */
export function pointed(picture: Picture, [x, y]: readonly [number, number], scale = 2): Picture {
  const data = picture.data.slice();
  ARROW.forEach((line, row) => {
    Array.from(line).forEach((sign, column) => {
      if (sign === " ") return;
      for (let dy = 0; dy < scale; dy += 1) {
        for (let dx = 0; dx < scale; dx += 1) {
          const [left, top] = [Math.round(x) + column * scale + dx, Math.round(y) + row * scale + dy];
          if (left < 0 || top < 0 || left >= picture.width || top >= picture.height) continue;
          data.set(sign === "#" ? [0, 0, 0, 255] : [255, 255, 255, 255], (top * picture.width + left) * 4);
        }
      }
    });
  });
  return { ...picture, data };
}
