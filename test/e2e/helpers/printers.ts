import { type PrintTarget, printTargetSchema } from '../../../src/shared/model/print-settings';
import type { EscPosPrinter } from '../../helpers/escpos-printer';
import type { RunningApp } from './app';
import { callFrom } from './bridge';

/** From now on the desk's slips go to this printer. */
export async function printToNetwork(
  { home }: RunningApp,
  printer: Pick<EscPosPrinter, 'port'>,
  wishes: Partial<PrintTarget> = {},
): Promise<void> {
  const target = { way: 'network', host: '127.0.0.1', port: printer.port, ...wishes };
  await callFrom(home, 'settings.change', { print: { desk: printTargetSchema.parse(target) } });
}

/** From now on slips go to this queue of the system; one that makes PDFs is not used unless somebody chose it. */
export async function printToQueue({ home }: RunningApp, printer: string): Promise<void> {
  await callFrom(home, 'settings.change', { print: { desk: printTargetSchema.parse({ printer }) } });
}
