import type { CallInput, CallName } from '../../src/shared/contract';
import type { Result } from '../../src/shared/result';

/** One command as a client asked for it. */
export interface Asked {
  /** R17: it is asked again under this name after the server died. */
  readonly requestId: string;
  readonly call: CallName;
  readonly input: object;
  /** Undefined: nobody answered. */
  answer?: Result<unknown>;
}

/** What the clients asked for, and what they were told was done: what must be there afterwards, whatever happened. */
export interface Ledger {
  readonly all: readonly Asked[];
  ask<N extends CallName>(call: N, input: CallInput<N>): Asked;
}

export function newLedger(): Ledger {
  const all: Asked[] = [];
  return {
    all,
    ask(call, input) {
      const requestId = crypto.randomUUID();
      const asked: Asked = { requestId, call, input: { ...input, requestId } };
      all.push(asked);
      return asked;
    },
  };
}

export const unanswered = ({ answer }: Asked): boolean => answer === undefined;
export const acknowledged = ({ answer }: Asked): boolean => answer?.ok === true;
