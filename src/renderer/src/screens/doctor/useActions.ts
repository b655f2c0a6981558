import { useState } from 'react';
import type { DoctorId, TokenId } from '../../../../shared/model/ids';
import type { Token } from '../../../../shared/model/token';
import type { Result } from '../../../../shared/result';
import { call } from '../../api/client';
import { useLock } from '../../api/useLock';
import { i18n } from '../../i18n';
import { say, sayError } from '../../ui/toasts';

type TokenCall =
  | 'tokens.call'
  | 'tokens.checkIn'
  | 'tokens.cancel'
  | 'tokens.noShow'
  | 'tokens.reinstate'
  | 'tokens.start'
  | 'tokens.serve'
  | 'tokens.recall'
  | 'tokens.hold';

/** What the doctor's window can do. Each asks main; the screen changes when main says so. */
export interface Actions {
  readonly busy: boolean;
  /** The token somebody asked to cancel and has not confirmed yet. */
  readonly cancelling: Token | null;
  callNext(): void;
  call(token: Token): void;
  start(token: Token): void;
  serve(token: Token): void;
  recall(token: Token): void;
  hold(token: Token): void;
  checkIn(token: Token): void;
  noShow(token: Token): void;
  reinstate(token: Token): void;
  askCancel(token: Token): void;
  confirmCancel(): void;
  keep(): void;
}

type Said = 'held' | 'checkedIn' | 'noShow' | 'cancelled' | 'reinstated';

/** What to say of a token once it is done, in the language of that moment. */
function said(what: Said): (number: string) => string {
  return (number) => i18n.t(`doctor:said.${what}`, { number });
}

export function useActions(doctorId: DoctorId): Actions {
  const { busy, run } = useLock();
  const [cancelling, setCancelling] = useState<Token | null>(null);

  async function ask(
    work: () => Promise<Result<Token>>,
    done?: (number: string) => string,
    undo?: (tokenId: TokenId) => void,
  ): Promise<void> {
    const answer = await run(work);
    if (answer === null) return;
    if (!answer.ok) return sayError(answer.error);
    const token = answer.value;
    if (done !== undefined) say(done(token.number), undo === undefined ? null : () => undo(token.id));
  }
  const on = (name: TokenCall, tokenId: TokenId) => () =>
    call(name, { tokenId, requestId: crypto.randomUUID() });
  const reinstate = (tokenId: TokenId): void => void ask(on('tokens.reinstate', tokenId), said('reinstated'));

  return {
    busy,
    cancelling,
    callNext: () => void ask(() => call('queue.callNext', { doctorId, requestId: crypto.randomUUID() })),
    call: ({ id }) => void ask(on('tokens.call', id)),
    start: ({ id }) => void ask(on('tokens.start', id)),
    serve: ({ id }) => void ask(on('tokens.serve', id)),
    recall: ({ id }) => void ask(on('tokens.recall', id)),
    hold: ({ id }) => void ask(on('tokens.hold', id), said('held')),
    checkIn: ({ id }) => void ask(on('tokens.checkIn', id), said('checkedIn')),
    noShow: ({ id }) => void ask(on('tokens.noShow', id), said('noShow'), reinstate),
    reinstate: ({ id }) => reinstate(id),
    askCancel: setCancelling,
    keep: () => setCancelling(null),
    confirmCancel() {
      setCancelling(null);
      if (cancelling !== null) void ask(on('tokens.cancel', cancelling.id), said('cancelled'));
    },
  };
}
