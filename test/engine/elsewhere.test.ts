import { describe, expect, it } from 'vitest';
import { callThis } from '../../src/main/engine';
import type { TokenId } from '../../src/shared/model/ids';
import { type Clinic, clinic, doctorId, instantOf, refusal, story, tokenId } from './helpers/clinic';
import { asha, ashaElsewhere } from './helpers/doors';

/** Asha is A-001, somebody else A-002; both are here. */
function withAsha(options: ConstructorParameters<typeof Clinic>[0] = {}): { c: Clinic; id: TokenId } {
  const c = clinic({ seats: [9], at: '9:00', ...options });
  const id = c.issue('walk_in', asha);
  c.issue('walk_in');
  return { c, id };
}
const details = (id: TokenId, more = {}) => ({
  rule: 'R27',
  tokenId: id,
  number: 'A-001',
  elsewhere: [
    {
      tokenId: id,
      number: 'A-001',
      doctorId: doctorId(2),
      doctorName: 'Dr B',
      room: '2',
      otherNumber: 'B-001',
      stage: 'in_consultation',
      ...more,
    },
  ],
});

describe('R27: one patient with several doctors', () => {
  it.each([
    [{}, 'A-001 is with Dr B in room 2 as B-001.'],
    [{ room: '' }, 'A-001 is with Dr B as B-001.'],
    [{ stage: 'called' }, 'A-001 is called by Dr B in room 2 as B-001.'],
  ] as const)('R27: call this is refused, saying where: %j', (where, message) => {
    const { c, id } = withAsha();
    c.elsewhere = [ashaElsewhere(where)];
    const refused = refusal(c.try('callThis', { tokenId: id }));
    expect(refused).toEqual({ code: 'CONFLICT', message, details: details(id, where) });
  });

  it('R27: so are recall and no-show of who is at both doors after a day was opened again', () => {
    const { c, id } = withAsha();
    c.do('callThis', { tokenId: id });
    c.now += 20_000;
    c.elsewhere = [ashaElsewhere()];
    for (const name of ['recall', 'noShow'] as const) {
      expect(refusal(c.try(name, { tokenId: id }))).toMatchObject({
        code: 'CONFLICT',
        details: details(id),
      });
    }
  });

  it('R27: call next passes over the token, which keeps its place in the queue', () => {
    const { c } = withAsha();
    c.elsewhere = [ashaElsewhere()];
    expect(c.queue()).toEqual([1, 2]);
    expect(c.next()).toBe(2);
    c.do('start', { tokenId: c.id(2) });
    c.elsewhere = [];
    expect(c.next()).toBe(1);
  });

  it('R27: nobody left but with other doctors: not found, naming each', () => {
    const { c, id } = withAsha();
    c.do('cancel', { tokenId: c.id(2), reason: 'patient' });
    c.elsewhere = [ashaElsewhere()];
    expect(refusal(c.try('callNext', undefined))).toEqual({
      code: 'NOT_FOUND',
      message: 'Nobody is here to be called. A-001 is with Dr B in room 2 as B-001.',
      details: { rule: 'R18', elsewhere: details(id).elsewhere },
    });
    const kiran = { patientName: 'Kiran Das', patientContact: '9876500000' };
    c.issue('walk_in', kiran);
    c.elsewhere = [ashaElsewhere(), ashaElsewhere({ ...kiran, number: 'B-002', stage: 'called' })];
    expect(refusal(c.try('callNext', undefined)).message).toBe(
      'Nobody is here to be called. A-001 is with Dr B in room 2 as B-001. A-003 is called by Dr B in room 2 as B-002.',
    );
  });

  it('R27: nor is a silent round ended for who is with another doctor', () => {
    const { c } = withAsha({ rules: { maxRecalls: 0 } });
    c.do('callThis', { tokenId: c.id(2) });
    c.elsewhere = [ashaElsewhere()];
    c.now += 60_000;
    expect(c.do('sweep', undefined).events).toEqual([]);
    expect(refusal(c.try('callNext', undefined)).message).toBe(
      'Nobody else is here to be called. A-001 is with Dr B in room 2 as B-001.',
    );
  });

  it('R27: on the waiting list and held back they are passed over too', () => {
    const c = clinic({ seats: [1], at: '9:00' });
    const held = c.issue('walk_in', asha);
    c.do('hold', { tokenId: held });
    c.elsewhere = [ashaElsewhere()];
    expect(refusal(c.try('callNext', undefined)).code).toBe('NOT_FOUND');
    const listed = clinic({ seats: [0], at: '9:00' });
    listed.issue('walk_in', asha);
    listed.elsewhere = [ashaElsewhere()];
    expect(refusal(listed.try('callNext', undefined)).code).toBe('NOT_FOUND');
    listed.elsewhere = [];
    expect(listed.next()).toBe(1);
  });

  it.each([
    ['another name', { patientName: 'Asha Raoo' }],
    ['another contact', { patientContact: '9876543211' }],
    ['no contact', { patientContact: '' }],
    ['the same doctor, another token', { doctorId: doctorId(1) }],
    ['who has left the door', { stage: null, leftDoorAt: instantOf('8:30') }],
  ] as const)('R27: %s is nobody else’s patient', (_what, more) => {
    const { c, id } = withAsha();
    c.elsewhere = [ashaElsewhere(more)];
    expect(c.try('callThis', { tokenId: id }).ok).toBe(true);
  });

  it('R27: without word of the other doctors nobody is with one', () => {
    const { c, id } = withAsha();
    const { elsewhere: _, ...context } = c.context;
    expect(callThis(c.book, { tokenId: id }, context).ok).toBe(true);
  });

  it('R27: nobody is recognised without a contact, even of the same name', () => {
    const c = clinic({ at: '9:00' });
    const id = c.issue('walk_in', { patientName: 'Asha Rao' });
    c.elsewhere = [ashaElsewhere({ patientContact: '' })];
    expect(c.try('callThis', { tokenId: id }).ok).toBe(true);
  });

  it('R27: names and e-mail addresses in other letters are the same', () => {
    const c = clinic({ at: '9:00' });
    const id = c.issue('walk_in', { patientName: 'Asha Rao', patientContact: 'Asha@example.org' });
    c.elsewhere = [ashaElsewhere({ patientName: 'asha  rao', patientContact: 'asha@Example.org' })];
    expect(refusal(c.try('callThis', { tokenId: id })).details).toMatchObject({ rule: 'R27' });
  });

  it('R27: undo may not bring it about either; with nobody at the other door it may', () => {
    const { c, id } = withAsha();
    c.do('callThis', { tokenId: id });
    c.do('start', { tokenId: id });
    const { events } = c.do('serve', { tokenId: id });
    c.elsewhere = [ashaElsewhere({ stage: 'called' })];
    expect(refusal(c.try('undo', { tokenId: id, events })).details).toMatchObject({
      because: 'place_is_taken',
    });
    c.elsewhere = [];
    expect(story(c.do('undo', { tokenId: id, events }).events)).toEqual(['tokenRestored A-001']);
  });

  it.each([
    ['cancelled', '9:07'],
    ['served', '9:07'],
    ['on hold', '9:07'],
    ['marked a no-show', '9:07'],
  ])('R27: a token called by a doctor and then %s has left the door at that moment', (how, at) => {
    const { c, id } = withAsha({ rules: { maxRecalls: 0 } });
    c.do('callThis', { tokenId: id });
    c.at(at);
    if (how === 'cancelled') c.do('cancel', { tokenId: id, reason: 'patient' });
    else if (how === 'served') c.do('serve', { tokenId: id });
    else if (how === 'on hold') c.do('hold', { tokenId: id });
    else c.do('noShow', { tokenId: id });
    expect(c.field(id, 'leftDoorAt')).toBe(instantOf(at));
  });

  it('R27: neither a call nor a start is leaving the door', () => {
    const { c, id } = withAsha();
    c.do('callThis', { tokenId: id });
    c.do('start', { tokenId: id });
    expect(c.field(id, 'leftDoorAt')).toBeNull();
    expect(c.field(c.issue('paid', { id: tokenId(5) }), 'leftDoorAt')).toBeNull();
  });
});
