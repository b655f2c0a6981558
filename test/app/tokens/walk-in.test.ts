import { expect, test } from 'vitest';
import type { Token } from '../../../src/shared/model/token';
import { first, openClinic, staff, unwrap } from '../../helpers/clinic';

const asha = { patientName: 'Asha Verma', patientContact: '9876543210' };

async function claimed() {
  const clinic = await openClinic();
  const { app } = clinic;
  const token = await clinic.issued({ ...asha, source: 'follow_up' });
  expect(token.followUp).toBe('never_seen');
  return {
    ...clinic,
    token,
    asWalkIn: ({ id: tokenId }: Token) => app.call('tokens.correct', { tokenId, source: 'walk_in' }, staff),
    now: async ({ id: tokenId }: Token) => unwrap(await app.call('tokens.get', { tokenId }, staff)).token,
  };
}

test('R16: a claimed follow-up that is none becomes a walk-in, keeps number, seat and check-in, and it is undone', async () => {
  const clinic = await claimed();
  const { token, app } = clinic;
  const wish = { command: 'tokens.correct', tokenId: token.id, source: 'walk_in' } as const;
  const preview = unwrap(await app.call('commands.preview', wish, staff));
  expect(preview).toMatchObject({ token: { source: 'walk_in' }, moved: [] });
  unwrap(await clinic.asWalkIn(token));
  const changed = { source: 'walk_in', priority: 4, followUp: null };
  const { updatedAt: _was, ...before } = token;
  expect(await clinic.now(token)).toMatchObject({ ...before, ...changed });
  const [, corrected] = await clinic.store.tokenHistory(token.id);
  expect(corrected?.event).toMatchObject({ type: 'tokenCorrected', reason: { rule: 'R16' }, after: changed });
  const told = unwrap(await app.call('tokens.history', { tokenId: token.id }, staff));
  expect(told.map((line) => line.corrected)).toEqual([null, 'source']);
  unwrap(await app.call('tokens.undo', { tokenId: token.id }, staff));
  expect(await clinic.now(token)).toMatchObject({ ...before, source: 'follow_up', followUp: 'never_seen' });
});

test('a walk-in so made is a new visit once it is seen: the next one is a follow-up of it', async () => {
  const clinic = await claimed();
  const { app, token } = clinic;
  const due = async () => {
    const asked = { doctorId: first(clinic.doctorIds), ...asha };
    return unwrap(await app.call('patients.followUp', asked, staff)).kind;
  };
  unwrap(await clinic.asWalkIn(token));
  for (const name of ['call', 'start', 'serve'] as const) {
    unwrap(await app.call(`tokens.${name}`, { tokenId: token.id }, staff));
  }
  expect(await due()).toBe('due');
});

test('R16: only an open follow-up is made a walk-in; one that is a walk-in already is answered unchanged', async () => {
  const clinic = await claimed();
  const paid = await clinic.issued({ source: 'paid' });
  expect(await clinic.asWalkIn(paid)).toMatchObject({
    error: { code: 'CONFLICT', details: { rule: 'R16' } },
  });
  const walkIn = await clinic.issued();
  expect(unwrap(await clinic.asWalkIn(walkIn))).toMatchObject({ source: 'walk_in' });
  expect(await clinic.now(walkIn)).toEqual(walkIn);
  unwrap(await clinic.app.call('tokens.cancel', { tokenId: clinic.token.id }, staff));
  expect(await clinic.asWalkIn(clinic.token)).toMatchObject({ error: { code: 'CONFLICT' } });
});
