import { expect } from '@playwright/test';
import type { CallInput } from '../../../src/shared/contract';
import type { DoctorId } from '../../../src/shared/model/ids';
import type { Token } from '../../../src/shared/model/token';
import type { RunningApp } from './app';
import { callFrom } from './bridge';

export async function doctorId({ home }: RunningApp, prefix = 'A'): Promise<DoctorId> {
  const summaries = await callFrom(home, 'doctors.summaries', {});
  const summary = summaries.find(({ doctor }) => doctor.prefix === prefix);
  if (!summary) throw new Error(`No doctor ${prefix}.`);
  return summary.doctor.id;
}

/** R19: recalls need not wait for an answer; a test has no patience. */
export async function recallAtOnce({ home }: RunningApp): Promise<void> {
  await callFrom(home, 'settings.change', { rules: { recallGapSeconds: 0 } });
}

/** One token as the desk would issue it: a walk-in unless told otherwise. */
export async function issueOne(
  app: RunningApp,
  input: Partial<CallInput<'tokens.issue'>> = {},
): Promise<Token> {
  const patient = { source: 'walk_in', patientName: 'Asha Verma', patientContact: '9876543210' } as const;
  const ticket = await callFrom(app.home, 'tokens.issue', {
    doctorId: await doctorId(app),
    ...patient,
    ...input,
  });
  return ticket.token;
}

/** Walk-ins `Patient <from>` … one after the other. */
export async function issueMany(app: RunningApp, count: number, from = 1): Promise<void> {
  const doctor = await doctorId(app);
  for (let person = from; person < from + count; person += 1) {
    await issueOne(app, {
      doctorId: doctor,
      patientName: `Patient ${person}`,
      patientContact: `90000${String(person).padStart(5, '0')}`,
    });
  }
}

/** Waits until no slip is being made: Playwright's clock works on all windows at once, also the one of slips. */
export async function slipsAreMade({ home }: RunningApp): Promise<void> {
  const busy = async (): Promise<number> => (await callFrom(home, 'printers.status', {})).printer.waitingJobs;
  await expect.poll(busy, { timeout: 45_000 }).toBe(0);
}
