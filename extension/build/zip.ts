/** A zip file that depends on nothing but the content: names in order, no times, no owners, no rights. */
import { crc32, deflateRawSync } from "node:zlib";

/** 1980-01-01, the first day there is in a zip file. */
const DATE = 0x0021;
/** Names are UTF-8. */
const FLAGS = 0x0800;
const DEFLATED = 8;
const VERSION = 20;

/** The zip file that holds these files: path -> content. */
export function zip(files: ReadonlyMap<string, Uint8Array>): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const path of [...files.keys()].sort()) {
    const content = files.get(path) ?? new Uint8Array();
    const packed = deflateRawSync(content, { level: 9 });
    const name = Buffer.from(path);
    const common = Buffer.concat([
      shorts(VERSION, FLAGS, DEFLATED, 0, DATE),
      longs(crc32(content), packed.length, content.length),
      shorts(name.length, 0),
    ]);
    const body = Buffer.concat([longs(0x04034b50), common, name, packed]);
    directory.push(Buffer.concat([longs(0x02014b50), shorts(VERSION), common, shorts(0, 0, 0), longs(0, offset), name]));
    bodies.push(body);
    offset += body.length;
  }
  const size = directory.reduce((sum, entry) => sum + entry.length, 0);
  const end = Buffer.concat([longs(0x06054b50), shorts(0, 0, directory.length, directory.length), longs(size, offset), shorts(0)]);
  return Buffer.concat([...bodies, ...directory, end]);
}

function shorts(...values: number[]): Buffer {
  const buffer = Buffer.alloc(2 * values.length);
  values.forEach((value, index) => buffer.writeUInt16LE(value, 2 * index));
  return buffer;
}

function longs(...values: number[]): Buffer {
  const buffer = Buffer.alloc(4 * values.length);
  values.forEach((value, index) => buffer.writeUInt32LE(value, 4 * index));
  return buffer;
}
