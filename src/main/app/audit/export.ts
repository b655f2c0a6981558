import Papa from 'papaparse';
import type { CallOutput, CheckedInput } from '../../../shared/contract';
import type { AuditView } from '../../../shared/contract/audit';
import { ok, type Result } from '../../../shared/result';
import type { Call } from '../call';
import { writeExport } from '../outside/exports';
import { breathe } from '../run/breathe';
import { fileTime } from '../time/calendar';
import { pageOf, storesWish } from './list';

/** Lines written in one piece: nobody at the desk feels it. */
const PIECE = 500;

const columns = [
  'line',
  'at',
  'what',
  'role',
  'screen',
  'device',
  'person',
  'doctor',
  'service_day',
  'token',
  'reason_code',
  'reason_text',
  'details',
];

/** Saves the lines that fit as CSV, the latest first. Errors: UNAVAILABLE it could not be written. */
export async function exportAudit(
  call: Call,
  wanted: CheckedInput<'audit.export'>,
): Promise<Result<CallOutput<'audit.export'>>> {
  const { environment, now, settings } = call;
  const wish = await storesWish(call, wanted);
  let count = 0;

  async function* pieces(): AsyncGenerator<string> {
    // Programs that open CSV take it for another encoding without the mark.
    yield `\ufeff${csvOf([columns])}`;
    let page = await pageOf(call, wish, PIECE);
    while (page.length > 0) {
      count += page.length;
      yield csvOf(page.map(cellsOf));
      await breathe();
      page = page.length < PIECE ? [] : await pageOf(call, wish, PIECE, page.at(-1)?.id);
    }
  }

  const name = `audit-${fileTime(now, settings.clinic.timeZone)}.csv`;
  const path = await writeExport(environment, name, pieces());
  return path.ok ? ok({ path: path.value, lines: count }) : path;
}

function cellsOf({ by, reason, ...line }: AuditView): string[] {
  return [
    String(line.id),
    new Date(line.at).toISOString(),
    line.kind,
    by.role,
    by.screen,
    line.deviceName ?? '',
    line.personName ?? '',
    line.doctorName ?? '',
    line.serviceDay ?? '',
    line.number ?? '',
    reason?.code ?? '',
    reason?.text ?? '',
    JSON.stringify(line.details),
  ];
}

/** What a program that opens the file would take for a formula. */
const formula = /^[=+\-@\t\r].*$/s;

/** Each cell quoted, so that nothing in it ends it; and none taken for a formula. */
function csvOf(rows: string[][]): string {
  return `${Papa.unparse(rows, { quotes: true, escapeFormulae: formula, newline: '\r\n' })}\r\n`;
}
