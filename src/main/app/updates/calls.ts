import type { CallName } from '../../../shared/contract';
import { refused } from '../../../shared/refusals';
import { ok } from '../../../shared/result';
import { makeCopies } from '../backup/make';
import type { Call, Handlers } from '../call';
import type { UpdateRoom } from '../outside/update-room';

/** Undefined: whoever asks sits somewhere else, or nothing is updated here. */
const roomOf = ({ environment, caller }: Call): UpdateRoom | undefined =>
  caller.device === undefined ? environment.updates : undefined;

const notHere = () => refused('UNAVAILABLE', 'update_not_here');

export const updateHandlers: Handlers<Extract<CallName, `updates.${string}`>> = {
  'updates.status': async (call) => ok((await roomOf(call)?.status()) ?? null),
  'updates.choose': async (call, choice) => {
    const room = roomOf(call);
    if (room === undefined) return notHere();
    if (choice.source !== 'off' && !(await room.status()).hasKey) return refused('CONFLICT', 'update_no_key');
    try {
      room.choose(choice);
    } catch (error) {
      call.environment.log.warn('where updates come from could not be kept', error);
      return refused('UNAVAILABLE', 'update_not_kept');
    }
    return ok({});
  },
  'updates.look': (call) => searching(call, 'look'),
  'updates.fetch': (call) => searching(call, 'fetch'),
  'updates.stop': async (call) => {
    const room = roomOf(call);
    if (room === undefined) return notHere();
    room.stop();
    return ok({});
  },
  'updates.install': async (call, { which }) => {
    const room = roomOf(call);
    if (room === undefined) return notHere();
    const installer = await room.checked(which);
    if (installer === null) return refused('NOT_FOUND', 'update_gone');
    // What is entered from here on is not in it: whoever goes back reads that there.
    const copied = await makeCopies(call, 'hand');
    if (!copied.ok) return copied;
    const { version, command } = installer;
    if (command === null && !(await room.open(installer))) return refused('UNAVAILABLE', 'update_not_begun');
    return ok({ version, command });
  },
};

async function searching(call: Call, work: 'look' | 'fetch') {
  const room = roomOf(call);
  if (room === undefined) return notHere();
  const { hasKey, choice } = await room.status();
  if (!hasKey) return refused('CONFLICT', 'update_no_key');
  if (choice.source === 'off') return refused('CONFLICT', 'update_off');
  await room[work]();
  return ok({});
}
