import {
  type CallInput,
  type CallName,
  type CallOutput,
  type CheckedInput,
  contract,
  type Role,
} from '../../shared/contract';
import type { DoctorId } from '../../shared/model/ids';
import type { AppStatus, Screen } from '../../shared/model/view';
import { type AppError, fail, ok, type Result } from '../../shared/result';
import {
  callNext,
  callThis,
  cancel,
  checkIn,
  hold,
  noShow,
  recall,
  reinstate,
  serve,
  start,
} from '../engine';
import { type EngineCommand, runCommand, runTokenCommand, stampOf, todaysBook, tokenOf } from './commands';
import { isDemo, loadDemo } from './demo';
import { contextNow, type Environment } from './environment';
import { ticketOf } from './tickets';
import { issueToken } from './tokens';
import { summarizeDoctors, viewBook } from './views';

/** Who calls, as main knows it: never as the caller says. */
export interface Caller {
  readonly role: Role;
  readonly screen: Screen | 'slip';
  readonly doctorId: DoctorId | null;
}

/** What the app asks of whoever has windows. */
export interface WindowOpener {
  open(screen: Screen, doctorId: DoctorId | null): void;
}

type Handler<N extends CallName> = (input: CheckedInput<N>, caller: Caller) => Promise<Result<CallOutput<N>>>;
type Handlers = { readonly [N in CallName]: Handler<N> };
/** One handler with its types forgotten; its input has been checked against the contract. */
type AnyHandler = (input: unknown, caller: Caller) => Promise<Result<unknown>>;

export interface App {
  /** A checked call from inside: types as in the contract. */
  call<N extends CallName>(name: N, input: CallInput<N>, caller: Caller): Promise<Result<CallOutput<N>>>;
  /** A call from outside: nothing about it is believed. Never throws. */
  receive(name: unknown, input: unknown, caller: Caller): Promise<Result<unknown>>;
}

/** Every command and query of the contract, on one environment. */
export function createApp(environment: Environment, windows: WindowOpener): App {
  const handlers = makeHandlers(environment, windows);

  async function receive(name: unknown, input: unknown, caller: Caller): Promise<Result<unknown>> {
    if (typeof name !== 'string' || !Object.hasOwn(contract, name)) {
      return fail('NOT_FOUND', 'This version of the app does not know that command.');
    }
    const call = contract[name as CallName];
    if (!(call.roles as readonly Role[]).includes(caller.role)) {
      return forbidden();
    }
    const checked = call.input.safeParse(input ?? {});
    if (!checked.success) return { ok: false, error: invalidInput(checked.error.issues) };
    try {
      const handler = handlers[name as CallName] as AnyHandler;
      return await handler(checked.data, caller);
    } catch (error) {
      return internalError(environment, name, error);
    }
  }

  return {
    receive,
    call: (name, input, caller) => receive(name, input, caller) as Promise<Result<CallOutput<typeof name>>>,
  };
}

function makeHandlers(environment: Environment, windows: WindowOpener): Handlers {
  type ByToken = CheckedInput<'tokens.cancel'>;
  const onToken =
    (name: CallName, command: EngineCommand<{ tokenId: ByToken['tokenId'] }>) =>
    ({ tokenId, requestId }: ByToken) =>
      runTokenCommand(environment, name, command, { tokenId }, requestId);

  return {
    'app.status': (_input, { screen, doctorId }) =>
      screen === 'slip' ? forbidden() : statusFor(environment, { screen, doctorId }),
    'app.loadDemo': () => loadDemo(environment),
    'windows.open': async ({ screen, doctorId }) => {
      windows.open(screen, doctorId ?? null);
      return ok({});
    },
    'doctors.summaries': async () => ok(await summarizeDoctors(environment)),
    'books.view': ({ doctorId, serviceDay }) => viewBook(environment, doctorId, serviceDay),
    'tokens.issue': (input, caller) =>
      issueToken(environment, input, caller.role === 'kiosk' ? 'kiosk' : 'desk'),
    'tokens.checkIn': onToken('tokens.checkIn', checkIn),
    'tokens.cancel': ({ tokenId, requestId }) =>
      runTokenCommand(environment, 'tokens.cancel', cancel, { tokenId, reason: 'staff' }, requestId),
    'tokens.noShow': onToken('tokens.noShow', noShow),
    'tokens.reinstate': onToken('tokens.reinstate', reinstate),
    'tokens.start': onToken('tokens.start', start),
    'tokens.serve': onToken('tokens.serve', serve),
    'tokens.recall': onToken('tokens.recall', recall),
    'tokens.hold': onToken('tokens.hold', hold),
    'tokens.call': onToken('tokens.call', callThis),
    'queue.callNext': async ({ doctorId, requestId }) => {
      const requestStamp = stampOf('queue.callNext', { doctorId }, requestId);
      const key = await todaysBook(environment, doctorId);
      return tokenOf(await runCommand(environment, { key, command: callNext, request: {}, requestStamp }));
    },
    'slips.ticket': ({ tokenId }) => ticketOf(environment, tokenId),
    'slips.job': async ({ tokenId }) => {
      const job = await environment.store.printJobOfToken(tokenId);
      return job ? ok(job) : fail('NOT_FOUND', 'No slip was asked for.', { tokenId });
    },
  };
}

async function statusFor(environment: Environment, window: AppStatus['window']): Promise<Result<AppStatus>> {
  const { store, clock, version } = environment;
  const { now, today } = await contextNow(environment);
  const { clinicName, timeZone } = (await store.settings()).clinic;
  return ok({
    version,
    clinicName,
    timeZone,
    serviceDay: today,
    now,
    empty: (await store.doctors()).length === 0,
    demo: await isDemo(environment),
    clockShifted: clock.offset !== 0,
    window,
  });
}

async function forbidden(): Promise<Result<never>> {
  return fail('FORBIDDEN', 'This screen may not do that.');
}

/** The first problem as a sentence, and all of them by field. */
function invalidInput(issues: readonly { path: PropertyKey[]; message: string }[]): AppError {
  const fields = issues.map(({ path, message }) => ({ field: path.map(String).join('.'), message }));
  const message = fields[0]?.message ?? 'Something in this request is not valid.';
  return { code: 'INVALID_INPUT', message, details: { field: fields[0]?.field ?? '', fields } };
}

/** A defect of ours: logged with a reference, and no more than that said. */
function internalError({ log, newId }: Environment, call: string, error: unknown): Result<never> {
  const reference = newId().slice(0, 8);
  log.error('unexpected error', { reference, call }, error);
  const message = `Something went wrong. Nothing was lost. Please tell support: ${reference}.`;
  return { ok: false, error: { code: 'INTERNAL', message, reference } };
}
