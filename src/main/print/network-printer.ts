import { type Connection, openConnection } from './connection';
import { PrintFailure } from './failure';
import { askStatus, type PrinterStatus } from './printer-status';

export interface Address {
  readonly host: string;
  readonly port: number;
}

/** How long a printer on the network is waited for, in milliseconds. */
export interface Patience {
  readonly connect: number;
  /** For an answer to a question: printers answer at once or never. */
  readonly status: number;
  /** Taking nothing for so long: it will not. */
  readonly stall: number;
  /** For the goodbye of one that never answers. */
  readonly goodbye: number;
}

export const defaultPatience: Patience = { connect: 5_000, status: 700, stall: 30_000, goodbye: 2_000 };

/**
 * Sends bytes to a printer on the network. Asks first how it is: out of paper, open or off line, it gets nothing. What
 * the printer answers after the last byte proves that it took them all; one that never answers is believed.
 * `begin` is awaited before the first byte leaves. Throws {@link PrintFailure}.
 */
export async function sendOverNetwork(
  bytes: Uint8Array,
  { host, port }: Address,
  begin: () => Promise<void>,
  patience: Patience,
): Promise<void> {
  const connection = await openConnection(host, port, patience.connect);
  try {
    const before = await statusBefore(connection, patience);
    if (before.problem !== null) throw new PrintFailure(before.problem, false);
    await begin();
    try {
      await connection.send(bytes, patience.stall);
      if (before.answers) await proveTaken(connection, patience);
      else await connection.finish(patience.goodbye);
    } catch (error) {
      throw error instanceof PrintFailure ? error : new PrintFailure('cut_off', true, error);
    }
    // It has all of it: however it takes the goodbye, that stands.
    if (before.answers) await connection.finish(patience.status).catch(() => undefined);
  } finally {
    connection.close();
  }
}

/** How a printer on the network is. Throws {@link PrintFailure} if it cannot be reached. */
export async function askNetworkPrinter({ host, port }: Address, patience: Patience): Promise<PrinterStatus> {
  const connection = await openConnection(host, port, patience.connect);
  try {
    return await statusBefore(connection, patience);
  } finally {
    connection.close();
  }
}

async function statusBefore(connection: Connection, { status }: Patience): Promise<PrinterStatus> {
  try {
    return await askStatus(connection.ask, status, status);
  } catch (error) {
    throw new PrintFailure('cut_off', false, error);
  }
}

/** It answered before: when it does again, all that came before the question has arrived. */
async function proveTaken(connection: Connection, patience: Patience): Promise<void> {
  const { answers, problem } = await askStatus(connection.ask, patience.stall, patience.status);
  if (!answers) throw new PrintFailure('stalled', true);
  // Off line for no reason given is how some are while they print.
  if (problem !== null && problem !== 'offline') throw new PrintFailure(problem, true);
}
