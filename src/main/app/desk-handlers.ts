import type { CallName } from '../../shared/contract';
import type { DoctorId } from '../../shared/model/ids';
import type { ServiceDay } from '../../shared/model/time';
import { fail, ok, type Result } from '../../shared/result';
import { changeSlot, closeSlot, reopenSlot, setDelay } from '../engine';
import { type EngineCommand, runCommand, stampOf, todaysBook } from './commands';
import { findTokens, knownPatients, recentChanges, tokenHistory } from './desk';
import { contextNow, type Environment } from './environment';
import type { Handlers } from './handlers';
import { previewCommand } from './preview';

type Names =
  | 'tokens.find'
  | 'tokens.history'
  | 'patients.known'
  | 'commands.preview'
  | 'changes.recent'
  | 'notices.list'
  | 'notices.tick'
  | 'slots.close'
  | 'slots.reopen'
  | 'slots.change'
  | 'doctors.setDelay';

interface OnBook {
  readonly doctorId: DoctorId;
  readonly serviceDay?: ServiceDay | undefined;
  readonly requestId?: string | undefined;
}

/** What the reception desk looks up, and what it does with slots and doctors. */
export function deskHandlers(environment: Environment): Handlers<Names> {
  async function onBook<R extends object>(
    name: CallName,
    { doctorId, serviceDay, requestId }: OnBook,
    command: EngineCommand<R>,
    request: R,
  ): Promise<Result<Record<string, never>>> {
    const key = serviceDay ? { doctorId, serviceDay } : await todaysBook(environment, doctorId);
    const requestStamp = stampOf(name, { ...key, ...request }, requestId);
    const done = await runCommand(environment, { key, command, request, requestStamp });
    return done.ok ? ok({}) : done;
  }

  return {
    'tokens.find': (input) => findTokens(environment, input),
    'tokens.history': ({ tokenId }) => tokenHistory(environment, tokenId),
    'patients.known': (input) => knownPatients(environment, input),
    'commands.preview': (input) => previewCommand(environment, input),
    'changes.recent': () => recentChanges(environment),
    'notices.list': async () => {
      const { today } = await contextNow(environment);
      return ok([...(await environment.store.notices(today))]);
    },
    'notices.tick': async ({ noticeId, told }) => {
      const { now } = await contextNow(environment);
      const known = await environment.store.tickNotice(noticeId, told ? now : null);
      if (!known) return fail('NOT_FOUND', 'That call is no longer on the list.', { noticeId });
      environment.publish({ type: 'noticesChanged' });
      return ok({});
    },
    'slots.close': (input) => onBook('slots.close', input, closeSlot, { slotId: input.slotId }),
    'slots.reopen': (input) => onBook('slots.reopen', input, reopenSlot, { slotId: input.slotId }),
    'slots.change': (input) => {
      const { slotId, capacity } = input;
      return onBook('slots.change', input, changeSlot, { slotId, capacity });
    },
    'doctors.setDelay': (input) => onBook('doctors.setDelay', input, setDelay, { minutes: input.minutes }),
  };
}
