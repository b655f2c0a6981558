import { type CallInput, type CallName, type CallOutput, contract } from '../../shared/contract';
import { type AppError, fail, type Result } from '../../shared/result';
import type { Transaction } from '../store/store';
import type { Caller } from './access/caller';
import { mayCall, narrowAnswer, narrowInput } from './access/calls';
import { admit } from './access/persons';
import { checkPlace } from './access/places';
import { advisorQueries } from './advisor/calls';
import { auditHandlers } from './audit/calls';
import { actOf, recordAlone } from './audit/record';
import { backupHandlers } from './backup/calls';
import { beginCall, type Call, type Handlers } from './call';
import { clinicHandlers } from './clinic/calls';
import { configurationCommands, configurationHandlers } from './configuration/calls';
import { dayCommands, dayQueries } from './day/calls';
import { deskHandlers } from './desk/calls';
import { deviceHandlers } from './devices/calls';
import { createDevices, type Devices } from './devices/devices';
import { doctorCommands, doctorQueries } from './doctors/calls';
import { documentHandlers } from './documents/calls';
import type { Environment } from './environment';
import { kioskCommands, kioskHandlers } from './kiosk/calls';
import { liveHandlers } from './live/calls';
import type { WindowOpener } from './outside/windows';
import { patientCommands, patientHandlers } from './patients/calls';
import { paymentCommands, paymentHandlers } from './payments/calls';
import { peopleCommands, peopleHandlers } from './people/calls';
import { createPinGuard } from './people/tries';
import { phoneHandlers } from './phones/calls';
import { practiceHandlers } from './practice/calls';
import { trainingHandlers } from './practice/training';
import { privacyCommands, privacyHandlers } from './privacy/calls';
import { reportHandlers } from './reports/calls';
import { rulesCommands, rulesQueries } from './rules/calls';
import { dueAtTheDoor } from './rules/due';
import { refusalOf } from './run/failures';
import type { Plan } from './run/plan';
import { previewHandlers } from './run/preview-calls';
import { runPlan } from './run/run';
import { stampOf } from './run/stamp';
import { scheduleCommands, scheduleQueries } from './schedule/calls';
import { planPreviewHandlers } from './schedule/preview';
import { slipCommands, slipHandlers } from './slips/calls';
import { storedAnswer } from './stored-answer';
import { tokenCommands, tokenQueries } from './tokens/calls';
import { trialHandlers } from './trial/calls';
import { updateHandlers } from './updates/calls';
import { waitingRoomQueries } from './waiting-room/calls';

export interface App {
  /** A checked call from inside: types as in the contract. */
  call<N extends CallName>(name: N, input: CallInput<N>, caller: Caller): Promise<Result<CallOutput<N>>>;
  /** A call from outside: nothing about it is believed. Never throws. */
  receive(name: unknown, input: unknown, caller: Caller): Promise<Result<unknown>>;
}

/** What is decided on books in one transaction, each by one row. */
const commands = {
  ...tokenCommands,
  ...dayCommands,
  ...doctorCommands,
  ...scheduleCommands,
  ...slipCommands,
  ...kioskCommands,
  ...patientCommands,
  ...paymentCommands,
  ...rulesCommands,
  ...peopleCommands,
  ...privacyCommands,
  ...configurationCommands,
};

/** One of them with its types forgotten; its input has been checked against the contract. */
type AnyCommand = (call: Call, input: object) => Promise<Result<Plan<unknown>>>;
type AnyHandler = (call: Call, input: object) => Promise<Result<unknown>>;

/** Every command and query of the contract, on one environment. */
export function createApp(
  environment: Environment,
  windows: WindowOpener,
  devices: Devices = createDevices(environment),
): App {
  const guard = createPinGuard(environment);
  const handlers: Handlers<Exclude<CallName, keyof typeof commands>> = {
    ...tokenQueries,
    ...dayQueries,
    ...doctorQueries,
    ...scheduleQueries,
    ...slipHandlers,
    ...deskHandlers,
    ...patientHandlers,
    ...paymentHandlers,
    ...waitingRoomQueries,
    ...liveHandlers,
    ...documentHandlers,
    ...auditHandlers,
    ...backupHandlers,
    ...privacyHandlers,
    ...configurationHandlers,
    ...rulesQueries,
    ...clinicHandlers(windows),
    ...kioskHandlers(environment, windows, guard),
    ...peopleHandlers(guard),
    ...deviceHandlers(environment, devices),
    ...phoneHandlers,
    ...practiceHandlers(environment),
    ...trainingHandlers(environment),
    ...trialHandlers(environment),
    ...advisorQueries,
    ...updateHandlers,
    ...reportHandlers(),
    ...previewHandlers(commands),
    ...planPreviewHandlers(commands),
  };

  const byRulesOfToday = dueAtTheDoor(environment);

  /** Known call, role, who is on, schema, own doctor or device, place, answered before (R17), and only then: done. */
  async function receive(name: unknown, input: unknown, sender: Caller): Promise<Result<unknown>> {
    if (typeof name !== 'string' || !Object.hasOwn(contract, name)) {
      return fail('NOT_FOUND', 'This version of the app does not know that command.');
    }
    const known = name as CallName;
    if (!mayCall(known, sender.role)) {
      return fail('FORBIDDEN', 'This screen may not do that.');
    }
    try {
      const admitted = await admit(environment, known, sender);
      if (!admitted.ok) return admitted;
      const caller = admitted.value;
      const checked = contract[known].input.safeParse(input ?? {});
      if (!checked.success) return { ok: false, error: invalidInput(checked.error.issues) };
      const narrowed = await narrowInput(environment.store, known, checked.data, caller);
      if (!narrowed.ok) return narrowed;
      const place = checkPlace(known, narrowed.value, caller);
      if (!place.ok) return place;
      const stamp = { requestId: requestIdOf(narrowed.value), act: actOf(known, narrowed.value) };
      const call = await byRulesOfToday(await beginCall(environment, caller, stamp));
      const answer = await answerOf(call, known, narrowed.value);
      if (answer.ok) await recordAlone(call, known);
      return await narrowAnswer(environment.store, known, answer, caller);
    } catch (error) {
      return { ok: false, error: refusalOf(environment, name, error) };
    }
  }

  async function answerOf(call: Call, name: CallName, input: object): Promise<Result<unknown>> {
    const request = stampOf(call, name, input);
    const stored = request && (await storedAnswer(call, name, request));
    if (stored) return stored;
    const answer = await done(call, name, input, request);
    // What is refused before its transaction may have been done by the same request meanwhile.
    return answer.ok || !request ? answer : ((await storedAnswer(call, name, request)) ?? answer);
  }

  async function done(
    call: Call,
    name: CallName,
    input: object,
    request: Transaction['request'],
  ): Promise<Result<unknown>> {
    if (!Object.hasOwn(commands, name)) {
      return (handlers[name as keyof typeof handlers] as AnyHandler)(call, input);
    }
    const plan = await (commands[name as keyof typeof commands] as AnyCommand)(call, input);
    return plan.ok ? runPlan(call, plan.value, request) : plan;
  }

  return {
    receive,
    call: (name, input, caller) => receive(name, input, caller) as Promise<Result<CallOutput<typeof name>>>,
  };
}

function requestIdOf(input: object): string | undefined {
  return 'requestId' in input && typeof input.requestId === 'string' ? input.requestId : undefined;
}

/** The first problem as a sentence, and all of them by field. */
function invalidInput(issues: readonly { path: PropertyKey[]; message: string }[]): AppError {
  const fields = issues.map(({ path, message }) => ({ field: path.map(String).join('.'), message }));
  const message = fields[0]?.message ?? 'Something in this request is not valid.';
  return { code: 'INVALID_INPUT', message, details: { field: fields[0]?.field ?? '', fields } };
}
