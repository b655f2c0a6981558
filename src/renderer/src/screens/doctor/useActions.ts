import type { DoctorId, TokenId } from '../../../../shared/model/ids';
import type { Why } from '../../../../shared/model/reasons';
import type { Precedence, Token } from '../../../../shared/model/token';
import type { AppError } from '../../../../shared/result';
import { asShown } from '../../data/asShown';
import type { Ways } from '../../data/command';
import { askAgain } from '../../data/query';
import { takeBack, type UndoRefusal } from '../../data/undo';
import { useCommand } from '../../data/useCommand';
import { i18n } from '../../i18n';
import { ownChanges } from '../../stores/ownChanges';
import { sayInfo } from '../../ui/toasts';

type TokenCall =
  | 'tokens.checkIn'
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
  /** Out of turn. Answers whether it worked. */
  callThis(token: Token, why: Why): Promise<boolean>;
  start(token: Token): void;
  serve(token: Token): void;
  recall(token: Token): void;
  hold(token: Token): void;
  checkIn(token: Token): void;
  noShow(token: Token): void;
  reinstate(token: Token): void;
  cancel(token: Token, why: Why): void;
  /** R26; null takes it away. Answers whether it worked. */
  setPrecedence(token: Token, precedence: Precedence | null): Promise<boolean>;
  /** R24: not an emergency after all; the note says why. Answers whether it worked. */
  takeBackUpgrade(token: Token, note: string): Promise<boolean>;
  /** R21: the transfer by which the token came is taken back. Answers whether it worked. */
  giveBack(token: Token): Promise<boolean>;
  /** R21. Refusals are answered, not said: the dialog offers what to do. */
  transfer(token: Token, wish: TransferWish): Promise<boolean>;
  /** R23: takes back what this window did last for this doctor, or did last to this token. */
  undo(tokenId?: TokenId): void;
  endBreak(): void;
}

interface TransferWish {
  readonly doctorId: DoctorId;
  readonly allowDuplicate: boolean;
  readonly done: (joined: Token) => string;
  readonly onRefused: (error: AppError) => void;
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

/** R19: what calling once more came to. */
function recalled(after: Token): string {
  if (after.status === 'no_show') return said('noAnswerTwice')(after);
  if (after.status === 'active' && after.stage === 'on_hold') return said('steppedBack')(after);
  return i18n.t('doctor:said.recalled', { number: after.number });
}

export function useActions(doctorId: DoctorId, onUndoRefused: (refusal: UndoRefusal) => void): Actions {
  const command = useCommand();
  const { busy, run } = command;
  const changes = ownChanges(`doctor.${doctorId}`);

  const after = ({ id }: Token): void => changes.remember(id);
  const on = (name: TokenCall, token: Token, ways: Ways<Token> = {}): void =>
    void run(name, asShown(token), { after, ...ways });

  function undo(of?: TokenId): void {
    const tokenId = of ?? changes.last();
    if (tokenId === undefined) sayInfo(i18n.t('doctor:said.nothingToUndo'));
    else void takeBack(command, tokenId, changes, { done: said('undone'), onOffer: onUndoRefused });
  }

  return {
    busy,
    callNext: (expected) => void run('queue.callNext', { doctorId, expected }, { after }),
    callThis: async (token, why) =>
      (await run('tokens.call', { ...asShown(token), ...why }, { after })) !== null,
    start: (token) => on('tokens.start', token),
    serve: (token) => on('tokens.serve', token),
    recall: (token) => on('tokens.recall', token, { done: recalled }),
    hold: (token) => on('tokens.hold', token, { done: said('held') }),
    checkIn: (token) => on('tokens.checkIn', token, { done: said('checkedIn') }),
    noShow: (token) => on('tokens.noShow', token, { done: said('noShow'), undo: () => undo(token.id) }),
    reinstate: (token) => on('tokens.reinstate', token, { done: said('reinstated') }),
    cancel: (token, why) =>
      void run('tokens.cancel', { ...asShown(token), ...why }, { after, done: said('cancelled') }),
    setPrecedence: async (token, precedence) => {
      const done =
        precedence === null
          ? said('needGone')
          : ({ number }: Token) =>
              i18n.t('doctor:said.needSet', { number, need: i18n.t(`desk:rules.need.${precedence}`) });
      const wish = { ...asShown(token), precedence };
      return (await run('tokens.setPrecedence', wish, { after, done })) !== null;
    },
    takeBackUpgrade: async (token, note) => {
      const ways = { after, done: said('notEmergency') };
      return (await run('tokens.takeBackUpgrade', { ...asShown(token), note }, ways)) !== null;
    },
    // Nothing that undo could take back: an undo itself (R23).
    giveBack: async ({ id }) => (await takeBack(command, id, changes, { done: said('givenBack') })) !== null,
    transfer: async (token, { doctorId: to, allowDuplicate, done, onRefused }) => {
      const joined = await run(
        'tokens.transfer',
        { ...asShown(token), doctorId: to, allowDuplicate },
        {
          done,
          undo: () => undo(token.id),
          // Undo takes it back from this side: the token that left is this doctor's.
          after: () => changes.remember(token.id),
          refused: (error) => {
            onRefused(error);
            return true;
          },
        },
      );
      return joined !== null;
    },
    undo,
    endBreak: () => void run('doctors.endBreak', { doctorId }, { after: () => askAgain('books.view') }),
  };
}
