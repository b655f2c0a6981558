import type { CallOutput, CheckedInput } from '../../../shared/contract';
import { ok, type Result } from '../../../shared/result';
import type { Call } from '../call';
import { readReport } from './read';

/** A report with what stands at the head of its paper. Errors: as of `reports.read`. */
export async function reportSheet(
  call: Call,
  wish: CheckedInput<'reports.sheet'>,
): Promise<Result<CallOutput<'reports.sheet'>>> {
  const { environment, now, settings } = call;
  const { store, practice = false } = environment;
  const report = await readReport(call, { ...wish, compare: true }, new Map());
  if (!report.ok) return report;
  const only = new Set(wish.doctorIds);
  const doctors = (await store.doctors()).filter(({ id }) => only.has(id)).map(({ name }) => name);
  const { clinicName, timeZone } = settings.clinic;
  return ok({ practice, clinicName, timeZone, now, doctors, report: report.value });
}
