import { type CallInput, type CallName, type CallOutput, contract } from '../../shared/contract';
import { type AppError, fail, type Result } from '../../shared/result';
import { mayCall, narrowAnswer, narrowInput } from './access/calls';
import type { Caller, Handlers, WindowOpener } from './call';
import { adminHandlers } from './clinic/calls';
import { folderHandlers } from './clinic/folders';
import { stationHandlers } from './clinic/status';
import { doctorHandlers } from './day/calls';
import { slotHandlers } from './day/slot-calls';
import { deskHandlers } from './desk/calls';
import { deviceHandlers } from './devices/calls';
import { createDevices, type Devices } from './devices/devices';
import { doctorAdminHandlers } from './doctors/calls';
import { refuseRetired } from './doctors/retired';
import { documentHandlers } from './documents/calls';
import type { Environment } from './environment';
import { kioskHandlers } from './kiosk/calls';
import { practiceHandlers } from './practice/calls';
import { trainingHandlers } from './practice/training';
import { refusalOf } from './run/failures';
import { printHandlers } from './slips/calls';
import { tokenHandlers } from './tokens/calls';
import { tokenLookupHandlers } from './tokens/lookup';
import { boardHandlers } from './waiting-room/calls';
import { voiceHandlers } from './waiting-room/voice-calls';

/** One handler with its types forgotten; its input has been checked against the contract. */
type AnyHandler = (input: unknown, caller: Caller) => Promise<Result<unknown>>;

export interface App {
  /** A checked call from inside: types as in the contract. */
  call<N extends CallName>(name: N, input: CallInput<N>, caller: Caller): Promise<Result<CallOutput<N>>>;
  /** A call from outside: nothing about it is believed. Never throws. */
  receive(name: unknown, input: unknown, caller: Caller): Promise<Result<unknown>>;
}

/** Every command and query of the contract, on one environment. */
export function createApp(
  environment: Environment,
  windows: WindowOpener,
  devices: Devices = createDevices(environment),
): App {
  const handlers: Handlers<CallName> = {
    ...stationHandlers(environment, windows),
    ...adminHandlers(environment),
    ...tokenHandlers(environment),
    ...tokenLookupHandlers(environment),
    ...slotHandlers(environment),
    ...doctorHandlers(environment),
    ...doctorAdminHandlers(environment),
    ...deskHandlers(environment),
    ...kioskHandlers(environment, windows),
    ...printHandlers(environment),
    ...documentHandlers(environment),
    ...boardHandlers(environment),
    ...voiceHandlers(environment),
    ...folderHandlers(environment),
    ...deviceHandlers(environment, devices),
    ...practiceHandlers(environment),
    ...trainingHandlers(environment),
  };

  async function receive(name: unknown, input: unknown, caller: Caller): Promise<Result<unknown>> {
    if (typeof name !== 'string' || !Object.hasOwn(contract, name)) {
      return fail('NOT_FOUND', 'This version of the app does not know that command.');
    }
    const known = name as CallName;
    if (!mayCall(known, caller.role)) {
      return fail('FORBIDDEN', 'This screen may not do that.');
    }
    const checked = contract[known].input.safeParse(input ?? {});
    if (!checked.success) return { ok: false, error: invalidInput(checked.error.issues) };
    try {
      const narrowed = await narrowInput(environment.store, known, checked.data, caller);
      if (!narrowed.ok) return narrowed;
      const refused = await refuseRetired(environment.store, known, narrowed.value);
      if (refused) return refused;
      const handler = handlers[known] as AnyHandler;
      const answer = await handler(narrowed.value, caller);
      return await narrowAnswer(environment.store, known, answer, caller);
    } catch (error) {
      return { ok: false, error: refusalOf(environment, name, error) };
    }
  }

  return {
    receive,
    call: (name, input, caller) => receive(name, input, caller) as Promise<Result<CallOutput<typeof name>>>,
  };
}

/** The first problem as a sentence, and all of them by field. */
function invalidInput(issues: readonly { path: PropertyKey[]; message: string }[]): AppError {
  const fields = issues.map(({ path, message }) => ({ field: path.map(String).join('.'), message }));
  const message = fields[0]?.message ?? 'Something in this request is not valid.';
  return { code: 'INVALID_INPUT', message, details: { field: fields[0]?.field ?? '', fields } };
}
