/** The real module with one function that breaks off as Wasm does: by a trap, wherever it is called from. */

const FUNCTION = 0;
const SECTION = { imports: 2, exports: 7, code: 10 };
/** No locals; `unreachable`; `end`: fits every type. */
const TRAP = [0, 0x00, 0x0b];

/** The module whose exported function of this name traps. */
export function trapIn(module: Buffer, name: string): Buffer {
  let imported = 0;
  let trapped = -1;
  const parts: Buffer[] = [module.subarray(0, 8)];
  for (let at = 8; at < module.length; ) {
    const id = module[at] ?? 0;
    const reader = new Reader(module, at + 1);
    const size = reader.number();
    const end = reader.at + size;
    if (id === SECTION.imports) imported = functionsImported(reader);
    if (id === SECTION.exports) trapped = functionNamed(reader, name) - imported;
    parts.push(id === SECTION.code ? section(id, withTrap(reader, trapped)) : module.subarray(at, end));
    at = end;
  }
  return Buffer.concat(parts);
}

/** Reads numbers and names as they stand in a module. */
class Reader {
  constructor(
    private readonly bytes: Buffer,
    public at: number,
  ) {}

  byte(): number {
    return this.bytes[this.at++] ?? 0;
  }

  number(): number {
    for (let value = 0, weight = 1; ; weight *= 128) {
      const byte = this.byte();
      value += (byte % 128) * weight;
      if (byte < 128) return value;
    }
  }

  slice(): Buffer {
    const length = this.number();
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
}

function functionsImported(reader: Reader): number {
  let count = 0;
  for (let left = reader.number(); left > 0; left -= 1) {
    reader.slice();
    reader.slice();
    // wasm-bindgen's modules import functions and nothing else.
    if (reader.byte() !== FUNCTION) throw new Error("an import that is no function");
    reader.number();
    count += 1;
  }
  return count;
}

function functionNamed(reader: Reader, name: string): number {
  for (let left = reader.number(); left > 0; left -= 1) {
    const own = reader.slice().toString();
    const kind = reader.byte();
    const index = reader.number();
    if (own === name && kind === FUNCTION) return index;
  }
  throw new Error(`no function ${name} in the module`);
}

function withTrap(reader: Reader, trapped: number): Buffer {
  const count = reader.number();
  const bodies = Array.from({ length: count }, (_, index) => {
    const body = reader.slice();
    return sized(index === trapped ? Buffer.from(TRAP) : body);
  });
  return Buffer.concat([number(count), ...bodies]);
}

const section = (id: number, content: Buffer): Buffer => Buffer.concat([Buffer.from([id]), sized(content)]);
const sized = (content: Buffer): Buffer => Buffer.concat([number(content.length), content]);

function number(value: number): Buffer {
  const bytes = [];
  for (let left = value; ; left = Math.floor(left / 128)) {
    if (left < 128) return Buffer.from([...bytes, left]);
    bytes.push((left % 128) + 128);
  }
}
