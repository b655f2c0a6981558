import { createServer, type Server, type Socket } from 'node:net';
import { PNG } from 'pngjs';
import type { Picture } from '../../src/main/print/picture';

/** What came out of the simulated printer: everything up to a cut, or to the end of a connection. */
export interface PrintedSlip {
  readonly picture: Picture;
  readonly cut: boolean;
  readonly beeps: number;
  readonly drawers: number;
  /** Lines fed after the picture. */
  readonly feeds: number;
}

/** How the printer behaves; any of it may be changed while it runs. */
export interface Behaviour {
  /** Answers no questions, as many printers do. */
  mute: boolean;
  paperOut: boolean;
  coverOpen: boolean;
  /** Stops reading after so many bytes of a connection, and answers nothing more. */
  stallAfter: number;
  /** Breaks the connection off after so many bytes. */
  cutAfter: number;
  /** The roll ends after so many rows of dots; it still takes what comes, as into its buffer. */
  paperEndsAfterRows: number;
}

export interface EscPosPrinter {
  readonly port: number;
  readonly behaviour: Behaviour;
  readonly slips: readonly PrintedSlip[];
  /** Bytes that are no command of a slip: always none. */
  readonly strayBytes: number;
  /** Connections made so far. */
  readonly connections: number;
  /** How many were open at once at most. */
  readonly mostAtOnce: number;
  /** Bytes received so far, on all connections. */
  readonly bytes: number;
  /** Resolves as soon as it is so; looked at whenever something reaches the printer. */
  until(condition: () => boolean): Promise<void>;
  /** Resolves when so many slips have come out. */
  slipCount(count: number): Promise<void>;
  /** Nobody listens any more: the next connection is refused. */
  unplug(): Promise<void>;
  /** Listens again, at the same port. */
  plugIn(): Promise<void>;
}

const wellBehaved: Behaviour = {
  mute: false,
  paperOut: false,
  coverOpen: false,
  stallAfter: Number.POSITIVE_INFINITY,
  cutAfter: Number.POSITIVE_INFINITY,
  paperEndsAfterRows: Number.POSITIVE_INFINITY,
};

/** A thermal printer on a real TCP port that understands as much ESC/POS as a slip has, and keeps what it prints. */
export async function startEscPosPrinter(behaviour: Partial<Behaviour> = {}): Promise<EscPosPrinter> {
  const state = { ...wellBehaved, ...behaviour };
  const slips: PrintedSlip[] = [];
  const open = new Set<Socket>();
  const waiting = new Set<() => void>();
  let bytesReceived = 0;
  let connections = 0;
  let mostAtOnce = 0;
  let strayBytes = 0;
  let server: Server | undefined;
  let port = 0;

  function look(): void {
    for (const check of waiting) check();
  }

  function until(condition: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const check = (): void => {
        if (!condition()) return;
        waiting.delete(check);
        resolve();
      };
      waiting.add(check);
      check();
    });
  }

  function serve(socket: Socket): void {
    connections += 1;
    open.add(socket);
    mostAtOnce = Math.max(mostAtOnce, open.size);
    look();
    let received = 0;
    const parser = createParser({
      status: (n) => {
        if (!state.mute) socket.write(Uint8Array.of(statusByte(n, state)));
      },
      rows: (rows) => {
        if (rows > state.paperEndsAfterRows) state.paperOut = true;
      },
      slip: (slip) => {
        slips.push(slip);
        look();
      },
      stray: () => {
        strayBytes += 1;
      },
    });
    socket.on('data', (bytes: Buffer) => {
      const limit = Math.min(state.stallAfter, state.cutAfter) - received;
      received += bytes.length;
      bytesReceived += bytes.length;
      look();
      parser.take(bytes.subarray(0, Math.max(0, limit)));
      if (received >= state.cutAfter) socket.resetAndDestroy();
      else if (received >= state.stallAfter) socket.pause();
    });
    socket.on('end', () => parser.end());
    socket.on('error', () => undefined);
    socket.on('close', () => open.delete(socket));
  }

  const printer: EscPosPrinter = {
    get port() {
      return port;
    },
    behaviour: state,
    slips,
    get strayBytes() {
      return strayBytes;
    },
    get connections() {
      return connections;
    },
    get mostAtOnce() {
      return mostAtOnce;
    },
    get bytes() {
      return bytesReceived;
    },
    until,
    slipCount: (count) => until(() => slips.length >= count),
    async unplug() {
      const closing = server;
      server = undefined;
      for (const socket of open) socket.destroy();
      await new Promise((done) => (closing ? closing.close(done) : done(undefined)));
    },
    async plugIn() {
      const listening = createServer(serve);
      server = listening;
      await new Promise<void>((done) => listening.listen(port, '127.0.0.1', done));
      const address = listening.address();
      if (typeof address === 'object' && address !== null) port = address.port;
    },
  };
  await printer.plugIn();
  return printer;
}

/** A picture as a PNG file. */
export function toPng({ width, height, data }: Picture): Buffer {
  const png = new PNG({ width, height });
  png.data = Buffer.from(data);
  return PNG.sync.write(png);
}

function statusByte(n: number, { paperOut, coverOpen }: Behaviour): number {
  const fixed = 0x12;
  if (n === 1) return fixed | (paperOut || coverOpen ? 0x08 : 0);
  if (n === 2) return fixed | (coverOpen ? 0x04 : 0) | (paperOut ? 0x20 : 0);
  return fixed | (n === 4 && paperOut ? 0x60 : 0);
}

interface Listener {
  status(n: number): void;
  /** Rows of dots printed on this connection so far. */
  rows(count: number): void;
  slip(slip: PrintedSlip): void;
  stray(): void;
}

/** Reads commands from a stream that may break anywhere. */
function createParser(listener: Listener): { take(bytes: Uint8Array): void; end(): void } {
  let rest = Buffer.alloc(0);
  let bands: Uint8Array[] = [];
  let bytesPerRow = 0;
  let printedRows = 0;
  let extras = { beeps: 0, drawers: 0, feeds: 0 };

  function finish(cut: boolean): void {
    const bits = Buffer.concat(bands);
    if (bits.length > 0) listener.slip({ picture: pictureOf(bits, bytesPerRow), cut, ...extras });
    bands = [];
    extras = { beeps: 0, drawers: 0, feeds: 0 };
  }

  /** Does the command at the start; how many bytes it was, 0 if it is not whole yet. */
  function step(bytes: Buffer): number {
    const [first = 0, second, third = 0] = bytes;
    if (first === 0x0a || first === 0x0d) {
      if (first === 0x0a) extras.feeds += 1;
      return 1;
    }
    if (second === undefined) return 0;
    const whole = (length: number, run: () => void): number => {
      if (bytes.length < length) return 0;
      run();
      return length;
    };
    const command = (first << 8) | second;
    if (command === 0x1004) return whole(3, () => listener.status(third));
    // Initialise, and what the encoder sends with it: no double-byte letters, font A.
    if (command === 0x1b40 || command === 0x1c2e) return 2;
    if (command === 0x1b4d) return whole(3, () => undefined);
    if (command === 0x1b70) return whole(5, () => (extras.drawers += 1));
    if (command === 0x1b42) return whole(4, () => (extras.beeps += third));
    if (command === 0x1d56) return whole(3, () => finish(true));
    if (command === 0x1d76) return raster(bytes);
    listener.stray();
    return 1;
  }

  function raster(bytes: Buffer): number {
    if (bytes.length < 8) return 0;
    const width = bytes.readUInt16LE(4);
    const rows = bytes.readUInt16LE(6);
    const length = 8 + width * rows;
    if (bytes.length < length) return 0;
    bytesPerRow = width;
    bands.push(bytes.subarray(8, length));
    printedRows += rows;
    listener.rows(printedRows);
    return length;
  }

  return {
    take(bytes) {
      rest = Buffer.concat([rest, bytes]);
      for (let used = step(rest); used > 0 && rest.length > 0; used = rest.length > 0 ? step(rest) : 0) {
        rest = rest.subarray(used);
      }
    },
    end: () => finish(false),
  };
}

/** One bit a dot, the highest first, 1 is black. */
function pictureOf(bits: Uint8Array, bytesPerRow: number): Picture {
  const data = new Uint8Array(bits.length * 8 * 4).fill(255);
  bits.forEach((byte, index) => {
    for (let bit = 0; bit < 8; bit += 1) {
      if ((byte & (0x80 >> bit)) !== 0) data.fill(0, (index * 8 + bit) * 4, (index * 8 + bit) * 4 + 3);
    }
  });
  return { width: bytesPerRow * 8, height: bits.length / bytesPerRow, data };
}
