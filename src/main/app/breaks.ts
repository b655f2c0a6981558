import type { CheckedInput } from '../../shared/contract';
import type { Book, BookKey } from '../../shared/model/book';
import { MINUTE } from '../../shared/model/time';
import type { Token } from '../../shared/model/token';
import { fail, ok, type Result } from '../../shared/result';
import { endBreak as endInEngine, takeBreak as takeInEngine } from '../engine';
import { breakUntil, nameOfBreak } from './break-until';
import { runCommand, stampOf, todaysBook } from './commands';
import { contextNow, type Environment } from './environment';

type Done = Result<Record<string, never>>;

/** R22: a break from now on. Errors: NOT_FOUND; INVALID_INPUT if the slots would be later than 12 hours. */
export async function takeBreak(
  environment: Environment,
  { doctorId, minutes, requestId }: CheckedInput<'doctors.takeBreak'>,
): Promise<Done> {
  const key = await todaysBook(environment, doctorId);
  const { now } = await contextNow(environment);
  const onBreak = await breakUntil(environment.store, key, now);
  if (onBreak !== null) return fail('CONFLICT', 'This doctor is on a break already.', { rule: 'R22' });
  const before = await environment.store.book(key, key.serviceDay);
  const taken = await runCommand(environment, {
    key,
    command: takeInEngine,
    request: { minutes },
    requestStamp: stampOf('doctors.takeBreak', { doctorId, minutes }, requestId),
    meta: [{ key: nameOfBreak(key), value: String(now + minutes * MINUTE) }],
  });
  if (!taken.ok) return taken;
  await tellIfSilent(environment, key, before);
  return ok({});
}

/** R22: back at work before the break is over. Errors: NOT_FOUND; CONFLICT not on a break. */
export async function endBreak(
  environment: Environment,
  { doctorId, requestId }: CheckedInput<'doctors.endBreak'>,
): Promise<Done> {
  const key = await todaysBook(environment, doctorId);
  const { now } = await contextNow(environment);
  const until = await breakUntil(environment.store, key, now);
  if (until === null) return fail('CONFLICT', 'This doctor is not on a break.', { rule: 'R22' });
  const before = await environment.store.book(key, key.serviceDay);
  const ended = await runCommand(environment, {
    key,
    command: endInEngine,
    request: { minutes: Math.floor((until - now) / MINUTE) },
    requestStamp: stampOf('doctors.endBreak', { doctorId }, requestId),
    meta: [{ key: nameOfBreak(key), value: String(now) }],
  });
  if (!ended.ok) return ended;
  await tellIfSilent(environment, key, before);
  return ok({});
}

/** A doctor who calls somebody is back: passes the answer on, and ends the break if there is one. */
export async function backAtWork(environment: Environment, called: Result<Token>): Promise<Result<Token>> {
  if (!called.ok) return called;
  const { doctorId, serviceDay } = called.value;
  const { now } = await contextNow(environment);
  const until = await breakUntil(environment.store, { doctorId, serviceDay }, now);
  if (until !== null) await endBreak(environment, { doctorId });
  return called;
}

/** With no slot left to be earlier or later there is no event, yet every window must show the break. */
async function tellIfSilent(
  { store, publish }: Environment,
  key: BookKey,
  before: Book | undefined,
): Promise<void> {
  const after = await store.book(key, key.serviceDay);
  if (after?.revision === before?.revision) publish({ type: 'everythingChanged' });
}
