import { isLasting } from '../app/run/kept';

const texts = new WeakMap<object, string>();

/** What is kept stands nearer to the outside of an answer than this. */
const DEPTH = 4;

/** As `JSON.stringify` writes plain data, but that what is kept is written once. */
export function jsonOf(value: unknown, depth = DEPTH): string {
  if (depth === 0 || typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const known = texts.get(value);
  if (known !== undefined) return known;
  const text = Array.isArray(value) ? ofArray(value, depth - 1) : ofObject(value, depth - 1);
  if (isLasting(value)) texts.set(value, text);
  return text;
}

function ofArray(items: readonly unknown[], depth: number): string {
  return `[${items.map((item) => jsonOf(item, depth)).join(',')}]`;
}

function ofObject(value: object, depth: number): string {
  const fields = Object.entries(value).filter(([, content]) => content !== undefined);
  return `{${fields.map(([name, content]) => `${JSON.stringify(name)}:${jsonOf(content, depth)}`).join(',')}}`;
}

/** A text made of what is kept, once for each way of making it: as the bytes that are sent. */
export function textOnce(): (value: unknown, way: string, make: () => string) => string | Buffer {
  const made = new WeakMap<object, { readonly way: string; readonly bytes: Buffer }>();
  return (value, way, make) => {
    if (!isLasting(value)) return make();
    const known = made.get(value);
    if (known?.way === way) return known.bytes;
    const bytes = Buffer.from(make());
    made.set(value, { way, bytes });
    return bytes;
  };
}
