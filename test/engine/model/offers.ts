import { expect } from 'vitest';
import { commands, tokenId } from '../helpers/clinic';
import type { Step, World } from './world';

/** R23: what a refused undo offers instead works, here and now. */
export function checkOffer({ refused, books, context }: World, step: Step, index: 0 | 1): void {
  if (step.do !== 'undo' || refused?.code !== 'CONFLICT') return;
  const details = refused.details as { tokenId?: string; offer?: string | null };
  const book = books[index];
  const token = book.tokens.find(({ id }) => id === details.tokenId);
  if (!token || details.offer === undefined) return;
  const byToken = { tokenId: token.id };
  if (details.offer === 'reinstate') expect(commands.reinstate(book, byToken, context).ok).toBe(true);
  if (details.offer === 'take_back_upgrade') {
    expect(commands.takeBackUpgrade(book, { ...byToken, reason: 'wrong' }, context).ok).toBe(true);
  }
  if (details.offer !== 'new_token') return;
  const { source, patientName, patientContact } = token;
  const request = { id: tokenId(888_888), source, channel: 'desk', patientName, patientContact } as const;
  expect(commands.issue(book, request, context).ok).toBe(true);
}
