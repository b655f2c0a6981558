import { callNext, callThis, cancel, upgradeToEmergency } from '../../engine';
import { type Command, onToken } from '../run/plan';
import { whyOf } from './why';

/** R12, with the reason why. Errors: those of `cancel` and of the reason. */
export const cancelToken: Command<'tokens.cancel'> = async (call, input) => {
  const why = whyOf(call, 'cancel', input);
  if (!why.ok) return why;
  const cancelFor: Parameters<typeof onToken<typeof input>>[0] = (
    book,
    { tokenId, reason = 'staff' },
    context,
  ) => cancel(book, { tokenId, reason, note: why.value }, context);
  return onToken(cancelFor)(call, input);
};

/** R18: this one, with the reason why if somebody else were next. Errors: those of `callThis` and of the reason. */
export const callOne: Command<'tokens.call'> = async (call, input) => {
  const said = whyOf(call, 'outOfTurn', input, false);
  if (!said.ok) return said;
  const callFor: Parameters<typeof onToken<typeof input>>[0] = (book, { tokenId }, context) => {
    const next = callNext(book, {}, context);
    const isNext = next.ok && next.value.token?.id === tokenId;
    const why = isNext ? said : whyOf(call, 'outOfTurn', input);
    return why.ok ? callThis(book, { tokenId, note: why.value }, context) : why;
  };
  return onToken(callFor)(call, input);
};

/** R24: to emergency, with the reason why. Errors: those of `upgradeToEmergency` and of the reason. */
export const upgradeToken: Command<'tokens.upgrade'> = async (call, input) => {
  const why = whyOf(call, 'emergency', input);
  if (!why.ok) return why;
  const upgradeFor: Parameters<typeof onToken<typeof input>>[0] = (book, { tokenId }, context) =>
    upgradeToEmergency(book, { tokenId, reason: why.value ?? '' }, context);
  return onToken(upgradeFor)(call, input);
};
