import { describe, expect, it } from 'vitest';
import type { Caller } from '../../../src/main/app/access/caller';
import { isTokenEvent } from '../../../src/shared/model/event';
import type { ReasonsSettings } from '../../../src/shared/model/reasons';
import type { Token } from '../../../src/shared/model/token';
import { openClinic, staff, type TestClinic, unwrap } from '../../helpers/clinic';

const program: Caller = { role: 'staff', screen: 'desk', doctorId: null, channel: 'http' };
const patient = { patientName: 'Asha', patientContact: '9876543210' };
const mustChoose = ({ app }: TestClinic) =>
  app.call('settings.change', { reasons: { mustChoose: true } }, staff);
const newest = async ({ store }: TestClinic) => (await store.auditLines({}, 1))[0];

/** The words that the last change of a token was done with. */
async function wordsOf({ store }: TestClinic, token: Token): Promise<string | undefined> {
  const event = (await store.tokenHistory(token.id)).at(-1)?.event;
  if (!event || !isTokenEvent(event)) return undefined;
  return 'note' in event.reason ? event.reason.note : undefined;
}

describe('a reason by its code', () => {
  it('of an emergency says what the code means, unless something was written', async () => {
    const clinic = await openClinic();
    const plain = await clinic.issued({ source: 'emergency', reasonCode: 'chest_pain' });
    expect(plain.note).toBe('Chest pain');
    const reason = { code: 'chest_pain', text: '' };
    expect(await newest(clinic)).toMatchObject({ kind: 'tokens.issue', tokenId: plain.id, reason });
    const told = await clinic.issued({
      source: 'emergency',
      reasonCode: 'chest_pain',
      reasonText: 'since six',
    });
    expect(told.note).toBe('since six');
    expect(await newest(clinic)).toMatchObject({ reason: { code: 'chest_pain', text: 'since six' } });
    const walkIn = await clinic.issue({ reasonCode: 'chest_pain' });
    expect(walkIn).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
  });

  it('of an upgrade is enough; without code or words there is none', async () => {
    const clinic = await openClinic();
    const { id: tokenId } = await clinic.issued();
    const none = await clinic.app.call('tokens.upgrade', { tokenId }, staff);
    expect(none).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    const upgraded = unwrap(
      await clinic.app.call('tokens.upgrade', { tokenId, reasonCode: 'injury' }, staff),
    );
    expect(upgraded).toMatchObject({ source: 'emergency', note: 'Injury or bleeding' });
    expect(await newest(clinic)).toMatchObject({ reason: { code: 'injury' } });
  });

  it('is in the words of the clinic’s language', async () => {
    const clinic = await openClinic();
    unwrap(await clinic.app.call('settings.change', { clinic: { language: 'hi' } }, staff));
    expect(await clinic.issued({ source: 'emergency', reasonCode: 'chest_pain' })).toMatchObject({
      note: 'सीने में दर्द',
    });
  });

  it('stands in the history of who was cancelled or called out of turn', async () => {
    const clinic = await openClinic();
    await clinic.issued();
    const second = await clinic.issued();
    const third = await clinic.issued();
    unwrap(await clinic.app.call('tokens.call', { tokenId: second.id, reasonCode: 'worse' }, staff));
    expect(await wordsOf(clinic, second)).toBe('Feels worse');
    const why = { reasonCode: 'left', reasonText: 'had a bus to catch' };
    unwrap(await clinic.app.call('tokens.cancel', { tokenId: third.id, ...why }, staff));
    expect(await wordsOf(clinic, third)).toBe('had a bus to catch');
    expect(unwrap(await clinic.app.call('audit.reasons', {}, staff))).toEqual([
      { kind: 'tokens.cancel', code: 'left', count: 1 },
      { kind: 'tokens.call', code: 'worse', count: 1 },
    ]);
  });

  it('sent again is answered as before, also once it is retired', async () => {
    const clinic = await openClinic();
    const { id: tokenId } = await clinic.issued();
    const wish = { tokenId, reasonCode: 'left', requestId: 'request-0001' };
    const done = unwrap(await clinic.app.call('tokens.cancel', wish, staff));
    const { cancel } = unwrap(await clinic.app.call('reasons.list', {}, staff));
    const retired = cancel.map((one) => ({ ...one, active: one.code !== 'left' }));
    unwrap(await clinic.app.call('settings.change', { reasons: { cancel: retired } }, staff));
    expect(unwrap(await clinic.app.call('tokens.cancel', wish, staff))).toEqual(done);
  });

  it.each([
    ['nowhere', 'is not on the list'],
    ['chest_pain', 'is not on the list'],
  ])('%s of another list, or none, is refused with those there are', async (reasonCode, says) => {
    const clinic = await openClinic();
    const { id: tokenId } = await clinic.issued();
    const refused = await clinic.app.call('tokens.cancel', { tokenId, reasonCode }, staff);
    expect(refused).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    expect(refused).toMatchObject({ error: { message: expect.stringContaining(says) as string } });
    expect(refused).toMatchObject({ error: { details: { codes: expect.arrayContaining(['left']) as [] } } });
  });
});

describe('where one has to be chosen', () => {
  it('staff give one for an emergency, a cancelled token, a call out of turn; not for who is next', async () => {
    const clinic = await openClinic();
    const [one, two] = [await clinic.issued(), await clinic.issued()];
    unwrap(await mustChoose(clinic));
    const emergency = { source: 'emergency' } as const;
    const missing = { ok: false, error: { code: 'INVALID_INPUT', details: { field: 'reasonCode' } } };
    expect(await clinic.issue({ ...emergency, note: 'words alone' })).toMatchObject(missing);
    expect(await clinic.app.call('tokens.cancel', { tokenId: two.id }, staff)).toMatchObject(missing);
    expect(await clinic.app.call('tokens.call', { tokenId: two.id }, staff)).toMatchObject(missing);
    expect(await clinic.app.call('tokens.call', { tokenId: one.id }, staff)).toMatchObject({ ok: true });
    expect(await clinic.issue({ ...emergency, reasonCode: 'injury' })).toMatchObject({ ok: true });
  });

  it('programs need not, and looking needs none', async () => {
    const clinic = await openClinic();
    const { id: tokenId } = await clinic.issued();
    unwrap(await mustChoose(clinic));
    unwrap(await clinic.app.call('commands.preview', { command: 'tokens.cancel', tokenId }, staff));
    unwrap(await clinic.app.call('tokens.cancel', { tokenId }, program));
  });
});

describe('the list', () => {
  const change = ({ app }: TestClinic, reasons: Partial<ReasonsSettings>) =>
    app.call('settings.change', { reasons }, staff);
  const own = { code: 'own', names: { en: 'Own' }, active: true };

  it('never loses a reason, whoever leaves it out', async () => {
    const clinic = await openClinic();
    const before = unwrap(await clinic.app.call('reasons.list', {}, staff)).cancel;
    unwrap(await change(clinic, { cancel: [own] }));
    const after = unwrap(await clinic.app.call('reasons.list', {}, staff)).cancel;
    expect(after).toEqual([own, ...before]);
  });

  it.each<[string, Partial<ReasonsSettings>]>([
    ['a code twice', { cancel: [own, own] }],
    ['no name', { cancel: [{ code: 'own', names: {}, active: true }] }],
    ['a name without a letter', { cancel: [{ code: 'own', names: { en: ' - ' }, active: true }] }],
    ['a code with a space', { cancel: [{ ...own, code: 'my own' }] }],
    ['more than there are digits', { cancel: [1, 2, 3, 4].map((n) => ({ ...own, code: `own_${n}` })) }],
  ])('%s is refused', async (_what, reasons) => {
    const clinic = await openClinic();
    expect(await change(clinic, reasons)).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
  });

  it('keeps at least one to choose from', async () => {
    const clinic = await openClinic();
    const { cancel } = unwrap(await clinic.app.call('reasons.list', {}, staff));
    const none = cancel.map((one) => ({ ...one, active: false }));
    expect(await change(clinic, { cancel: none })).toMatchObject({ ok: false });
  });
});

it('an emergency keeps what was written where no code is given, as ever', async () => {
  const { issued } = await openClinic();
  expect(await issued({ ...patient, source: 'emergency', note: 'fell' })).toMatchObject({ note: 'fell' });
});
