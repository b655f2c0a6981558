import { request } from 'node:http';

/** RFC 8011: the few operations and tags that asking a queue needs. */
const OPERATIONS = { getJobs: 0x000a, getPrinterAttributes: 0x000b } as const;
const TAG = { operation: 0x01, end: 0x03, integer: 0x21, enum: 0x23, keyword: 0x44, uri: 0x45 } as const;
const CHARSET = 0x47;
const LANGUAGE = 0x48;
const USER_NAME = 0x42;
const BOOLEAN = 0x22;
const FIRST_VALUE_TAG = 0x10;
const JOB_GROUP = 0x02;
const LAST_SUCCESS = 0x00ff;

export type IppValue = string | number | boolean;
/** The attributes of one job or printer, each with all its values. */
export type IppGroup = ReadonlyMap<string, readonly IppValue[]>;

export interface IppAnswer {
  readonly status: number;
  /** Of the printer, or one for each job. */
  readonly groups: readonly IppGroup[];
}

/** Where a print service listens: a socket in the file system, or a host with a port. */
export type IppAddress = { readonly socketPath: string } | { readonly host: string; readonly port: number };

interface Question {
  readonly operation: keyof typeof OPERATIONS;
  readonly printer: string;
  /** Who asks: others are not told what their jobs are called. */
  readonly user: string;
  /** Which attributes to answer. */
  readonly wanted: readonly string[];
  /** Jobs of these; a question about a printer has none. */
  readonly whichJobs?: 'all' | 'not-completed';
}

/** Asks a print service. Rejects if it cannot be reached, or answers no IPP within `patienceMs`. */
export async function askIpp(
  address: IppAddress,
  question: Question,
  patienceMs: number,
): Promise<IppAnswer> {
  const body = encode(question);
  const path = `/printers/${encodeURIComponent(question.printer)}`;
  const answer = await new Promise<Buffer>((resolve, reject) => {
    const asked = request(
      {
        ...address,
        path,
        method: 'POST',
        headers: { 'content-type': 'application/ipp', 'content-length': body.length, host: 'localhost' },
        timeout: patienceMs,
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.once('error', reject);
        response.once('end', () => resolve(Buffer.concat(parts)));
      },
    );
    asked.once('timeout', () => asked.destroy(new Error('The print service does not answer.')));
    asked.once('error', reject);
    asked.end(body);
  });
  return decode(answer);
}

export const succeeded = ({ status }: IppAnswer): boolean => status <= LAST_SUCCESS;

function encode({ operation, printer, user, wanted, whichJobs }: Question): Buffer {
  const uri = `ipp://localhost/printers/${encodeURIComponent(printer)}`;
  return Buffer.concat([
    // Version 1.1, the operation, any request id.
    Buffer.from([1, 1, 0, OPERATIONS[operation], 0, 0, 0, 1, TAG.operation]),
    attribute(CHARSET, 'attributes-charset', 'utf-8'),
    attribute(LANGUAGE, 'attributes-natural-language', 'en'),
    attribute(TAG.uri, 'printer-uri', uri),
    attribute(USER_NAME, 'requesting-user-name', user),
    ...(whichJobs === undefined ? [] : [attribute(TAG.keyword, 'which-jobs', whichJobs)]),
    ...wanted.map((name, index) => attribute(TAG.keyword, index === 0 ? 'requested-attributes' : '', name)),
    Buffer.from([TAG.end]),
  ]);
}

/** Without a name it is one more value of the attribute before. */
function attribute(tag: number, name: string, value: string): Buffer {
  return Buffer.concat([Buffer.from([tag]), counted(name), counted(value)]);
}

function counted(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** Throws a RangeError if the answer ends too soon. */
function decode(bytes: Buffer): IppAnswer {
  const status = bytes.readUInt16BE(2);
  const groups: Map<string, IppValue[]>[] = [];
  let name = '';
  let at = 8;
  for (;;) {
    const tag = bytes.readUInt8(at);
    at += 1;
    if (tag === TAG.end) return { status, groups };
    if (tag < FIRST_VALUE_TAG) {
      if (tag >= JOB_GROUP) groups.push(new Map());
      continue;
    }
    const nameLength = bytes.readUInt16BE(at);
    const valueAt = at + 2 + nameLength + 2;
    const valueLength = bytes.readUInt16BE(valueAt - 2);
    if (nameLength > 0) name = bytes.toString('utf8', at + 2, at + 2 + nameLength);
    const group = groups.at(-1);
    group?.set(name, [
      ...(group.get(name) ?? []),
      ippValue(tag, bytes.subarray(valueAt, valueAt + valueLength)),
    ]);
    at = valueAt + valueLength;
  }
}

function ippValue(tag: number, bytes: Buffer): IppValue {
  if (tag === TAG.integer || tag === TAG.enum) return bytes.readInt32BE(0);
  return tag === BOOLEAN ? bytes.readUInt8(0) === 1 : bytes.toString('utf8');
}
