import type { DoctorId, TokenId } from '../../../../shared/model/ids';
import type { Precedence, Token } from '../../../../shared/model/token';
import type { ErrorDetails, Result } from '../../../../shared/result';
import { call } from '../../api/client';
import { useLock } from '../../api/useLock';
import { askAgain } from '../../data/query';
import { i18n } from '../../i18n';
import { say, sayError, sayInfo } from '../../ui/toasts';
import { forgetChange, lastChange, rememberChange } from './changes';

type TokenCall =
  | 'tokens.checkIn'
  | 'tokens.cancel'
  | 'tokens.noShow'
  | 'tokens.reinstate'
  | 'tokens.start'
  | 'tokens.serve'
  | 'tokens.recall'
  | 'tokens.hold';

/** What the doctor's window can do. Each asks main, saying what the window showed; the screen changes when main says so. */
export interface Actions {
  readonly busy: boolean;
  /** `expected`: whom the window shows as next. */
  callNext(expected: TokenId): void;
  /** Out of turn; the note says why. Answers whether it worked. */
  callThis(token: Token, note: string): Promise<boolean>;
  start(token: Token): void;
  serve(token: Token): void;
  recall(token: Token): void;
  hold(token: Token): void;
  checkIn(token: Token): void;
  noShow(token: Token): void;
  reinstate(token: Token): void;
  cancel(token: Token): void;
  /** R26; null takes it away. Answers whether it worked. */
  setPrecedence(token: Token, precedence: Precedence | null): Promise<boolean>;
  /** R24: not an emergency after all; the note says why. Answers whether it worked. */
  takeBackUpgrade(token: Token, note: string): Promise<boolean>;
  /** R21: the transfer by which the token came is taken back. Answers whether it worked. */
  giveBack(token: Token): Promise<boolean>;
  /** R21. Refusals are answered, not said: the dialog offers what to do. */
  transfer(token: Token, doctorId: DoctorId, allowDuplicate: boolean): Promise<Result<Token>>;
  /** R23: takes back what this window did last for this doctor, or did last to this token. */
  undo(tokenId?: TokenId): void;
  endBreak(): void;
}

export interface UndoRefusal {
  readonly message: string;
  readonly details: ErrorDetails;
}

type Said =
  | 'held'
  | 'checkedIn'
  | 'noShow'
  | 'cancelled'
  | 'reinstated'
  | 'undone'
  | 'steppedBack'
  | 'noAnswerTwice'
  | 'notEmergency'
  | 'needGone'
  | 'givenBack';

/** What to say of a token once it is done, in the language of that moment. */
function said(what: Said): (token: Token) => string {
  return ({ number }) => i18n.t(`doctor:said.${what}`, { number });
}

/** How a window shows a token: main refuses if it stands otherwise by then. */
function asShown(token: Token): { tokenId: TokenId; seen: { stage: ShownStage; recalls: number } } {
  const active = token.status === 'active';
  const seen = { stage: active ? token.stage : null, recalls: active ? token.recalls : 0 };
  return { tokenId: token.id, seen };
}
type ShownStage = Extract<Token, { status: 'active' }>['stage'] | null;

export function useActions(doctorId: DoctorId, onUndoRefused: (refusal: UndoRefusal) => void): Actions {
  const { busy, run } = useLock();

  /** Answers whether it worked; what did not is said, beside the state as it is now. */
  async function ask(
    work: () => Promise<Result<Token>>,
    done?: (token: Token) => string,
    undo?: () => void,
  ): Promise<boolean> {
    const answer = await run(work);
    if (answer === null) return false;
    if (!answer.ok) {
      askAgain('books.view');
      sayError(answer.error);
      return false;
    }
    rememberChange(doctorId, answer.value.id);
    if (done !== undefined) say(done(answer.value), undo ?? null);
    return true;
  }
  const on = (name: TokenCall, token: Token) => () =>
    call(name, { ...asShown(token), requestId: crypto.randomUUID() });

  async function undo(of?: TokenId): Promise<void> {
    const tokenId = of ?? lastChange(doctorId);
    if (tokenId === undefined) return sayInfo(i18n.t('doctor:said.nothingToUndo'));
    const answer = await run(() => call('tokens.undo', { tokenId, requestId: crypto.randomUUID() }));
    if (answer === null) return;
    askAgain('books.view');
    if (!answer.ok && answer.error.code === 'UNAVAILABLE') return sayError(answer.error);
    forgetChange(doctorId, tokenId);
    if (answer.ok) return say(said('undone')(answer.value));
    const { message, details } = answer.error;
    if (details?.offer === undefined) return sayError(answer.error);
    onUndoRefused({ message, details });
  }

  /** Nothing that undo could take back: an undo itself (R23). */
  async function giveBack({ id: tokenId }: Token): Promise<boolean> {
    const answer = await call('tokens.undo', { tokenId, requestId: crypto.randomUUID() });
    askAgain('books.view');
    if (answer.ok) {
      forgetChange(doctorId, tokenId);
      say(said('givenBack')(answer.value));
    } else sayError(answer.error);
    return answer.ok;
  }

  async function endBreak(): Promise<void> {
    const answer = await run(() => call('doctors.endBreak', { doctorId, requestId: crypto.randomUUID() }));
    if (answer?.ok === false) sayError(answer.error);
    askAgain('books.view');
  }

  return {
    busy,
    callNext: (expected) =>
      void ask(() => call('queue.callNext', { doctorId, expected, requestId: crypto.randomUUID() })),
    callThis: (token, note) =>
      ask(() => call('tokens.call', { ...asShown(token), note, requestId: crypto.randomUUID() })),
    start: (token) => void ask(on('tokens.start', token)),
    serve: (token) => void ask(on('tokens.serve', token)),
    recall: (token) =>
      void ask(on('tokens.recall', token), (after) =>
        after.status === 'no_show'
          ? said('noAnswerTwice')(after)
          : after.status === 'active' && after.stage === 'on_hold'
            ? said('steppedBack')(after)
            : i18n.t('doctor:said.recalled', { number: after.number }),
      ),
    hold: (token) => void ask(on('tokens.hold', token), said('held')),
    checkIn: (token) => void ask(on('tokens.checkIn', token), said('checkedIn')),
    noShow: (token) => void ask(on('tokens.noShow', token), said('noShow'), () => void undo(token.id)),
    reinstate: (token) => void ask(on('tokens.reinstate', token), said('reinstated')),
    cancel: (token) => void ask(on('tokens.cancel', token), said('cancelled')),
    setPrecedence: (token, precedence) =>
      ask(
        () => call('tokens.setPrecedence', { ...asShown(token), precedence, requestId: crypto.randomUUID() }),
        precedence === null
          ? said('needGone')
          : ({ number }) =>
              i18n.t('doctor:said.needSet', { number, need: i18n.t(`desk:rules.need.${precedence}`) }),
      ),
    takeBackUpgrade: (token, note) =>
      ask(
        () => call('tokens.takeBackUpgrade', { ...asShown(token), note, requestId: crypto.randomUUID() }),
        said('notEmergency'),
      ),
    giveBack,
    transfer: async (token, to, allowDuplicate) => {
      const request = { ...asShown(token), doctorId: to, allowDuplicate, requestId: crypto.randomUUID() };
      const answer = await call('tokens.transfer', request);
      askAgain('books.view');
      // Undo takes it back from this side: the token that left is this doctor's.
      if (answer.ok) rememberChange(doctorId, token.id);
      return answer;
    },
    undo: (tokenId) => void undo(tokenId),
    endBreak: () => void endBreak(),
  };
}
