import { describe, expect, it } from 'vitest';
import type { PaperRequest } from '../../src/main/engine';
import { paperOutcomes } from '../../src/shared/model/paper';
import { clinic, instantOf, NEXT_DAY, refusal, story, tokenId } from './helpers/clinic';

const reason = 'chest pain';

describe('R24: upgrade to emergency', () => {
  it('R24: the number is kept, the reason noted, the priority the highest', () => {
    const c = clinic();
    const id = c.issue('online', { note: 'old note' });
    c.at('8:10').do('upgradeToEmergency', { tokenId: id, reason: '  chest  pain ' });
    expect(c.token(id)).toMatchObject({
      number: 'A-001',
      source: 'emergency',
      priority: 1,
      note: reason,
      updatedAt: c.now,
      checkedInAt: null,
    });
    expect(c.last?.token?.id).toBe(id);
    expect(c.why(id)).toEqual({ code: 'kept_own_seat', rule: 'R24', slotId: c.slotId(9) });
  });

  it('R24: an earlier seat by R4 is better', () => {
    const c = clinic({ seats: [1, 1] });
    c.issue('paid');
    const id = c.issue('paid');
    c.at('8:30').do('upgradeToEmergency', { tokenId: id, reason });
    expect(c.where(id)).toBe('9');
    expect(c.why(id)).toEqual({ code: 'overflow_seat', rule: 'R24', slotId: c.slotId(9) });
    expect(c.field(id, 'seatedAt')).toBe(c.now);
  });

  it('R24: an earlier free seat, too, and the one it leaves goes to the next', () => {
    const c = clinic({ seats: [1, 1] });
    const first = c.issue('paid');
    const id = c.issue('paid');
    c.do('cancel', { tokenId: first, reason: 'patient' });
    const asked = c.issue('paid', { slotId: c.slotId(10) });
    c.do('upgradeToEmergency', { tokenId: id, reason });
    expect([c.where(id), c.where(asked)]).toEqual(['9', '10']);
    expect(c.why(id)).toEqual({ code: 'free_seat', rule: 'R24', slotId: c.slotId(9) });
  });

  it('R24: its own seat is kept if none is better; it displaces nobody', () => {
    const c = clinic({ seats: [1, 1, 1], rules: { maxEmergencyOverflow: 0 } });
    c.issue('online');
    const id = c.issue('paid');
    const seatedAt = c.now;
    c.at('8:30').do('upgradeToEmergency', { tokenId: id, reason });
    expect(c.where(id)).toBe('10');
    expect(c.why(id)).toEqual({ code: 'kept_own_seat', rule: 'R24', slotId: c.slotId(10) });
    expect(c.field(id, 'seatedAt')).toBe(seatedAt);
    expect(story(c.last?.events ?? [])).toEqual(['tokenUpgraded A-002']);
  });

  it('R24: one called, on hold or in consultation stays where it is', () => {
    const c = clinic({ seats: [1, 3] });
    c.issue('paid');
    const [called, held, inside] = [c.issue('paid'), c.issue('paid'), c.issue('paid')];
    c.do('hold', { tokenId: held });
    c.do('callThis', { tokenId: inside });
    c.do('start', { tokenId: inside });
    c.do('callThis', { tokenId: called });
    for (const tokenId of [called, held, inside]) c.do('upgradeToEmergency', { tokenId, reason });
    expect([called, held, inside].map((id) => c.where(id))).toEqual(['10', '10', '10']);
    expect([called, held, inside].map((id) => c.field(id, 'stage'))).toEqual([
      'called',
      'on_hold',
      'in_consultation',
    ]);
  });

  it('R24: an extra stays one', () => {
    const c = clinic({ seats: [0, 0], at: '10:10' });
    const id = c.issue('walk_in');
    c.do('callThis', { tokenId: id });
    c.do('upgradeToEmergency', { tokenId: id, reason });
    expect(c.where(id)).toBe('10x');
  });

  it('R24: from the list into overflow, or by displacing', () => {
    const c = clinic({ seats: [1], rules: { maxEmergencyOverflow: 1 } });
    const online = c.issue('online');
    const [first, second] = [c.issue('paid'), c.issue('paid')];
    c.do('upgradeToEmergency', { tokenId: first, reason });
    expect(c.why(first)).toEqual({ code: 'overflow_seat', rule: 'R4', slotId: c.slotId(9) });
    c.do('upgradeToEmergency', { tokenId: second, reason });
    expect(c.why(second)).toEqual({ code: 'preempted', rule: 'R5', slotId: c.slotId(9), gaveWay: online });
    expect(c.where(online)).toBe('displaced');
  });

  it('R24: else it waits on, in the same place on the list, for any slot', () => {
    const c = clinic({ seats: [0, 0], rules: { maxEmergencyOverflow: 0, allowPreemption: false } });
    const id = c.issue('paid', { slotId: c.slotId(9) });
    const before = c.token(id);
    c.at('8:30').do('upgradeToEmergency', { tokenId: id, reason });
    expect(c.token(id)).toEqual({
      ...before,
      source: 'emergency',
      priority: 1,
      note: reason,
      upgradedFrom: 'paid',
      wishedSlotId: null,
      updatedAt: c.now,
    });
    expect(c.why(id)).toEqual({ code: 'no_seat', rule: 'R7' });
  });

  it('R24: a displaced one stays displaced where there is no seat', () => {
    const c = clinic({ seats: [1], rules: { maxEmergencyOverflow: 0 } });
    const id = c.issue('paid');
    c.issue('emergency');
    c.do('upgradeToEmergency', { tokenId: id, reason });
    expect(c.where(id)).toBe('displaced');
  });

  it('R24: not without a reason, not twice, not when final, not unknown', () => {
    const c = clinic();
    const [id, gone] = [c.issue('paid'), c.issue('paid')];
    expect(refusal(c.try('upgradeToEmergency', { tokenId: id, reason: '  ' }))).toEqual({
      code: 'INVALID_INPUT',
      message: 'Please say why.',
      details: { rule: 'R24', field: 'reason' },
    });
    const long = 'x'.repeat(501);
    expect(refusal(c.try('upgradeToEmergency', { tokenId: id, reason: long })).details).toEqual({
      field: 'reason',
    });
    c.do('upgradeToEmergency', { tokenId: id, reason });
    expect(refusal(c.try('upgradeToEmergency', { tokenId: id, reason }))).toMatchObject({
      code: 'CONFLICT',
      message: 'A-001 is an emergency already.',
      details: { rule: 'R24' },
    });
    c.do('cancel', { tokenId: gone, reason: 'patient' });
    expect(refusal(c.try('upgradeToEmergency', { tokenId: gone, reason }))).toMatchObject({
      message: 'A-002 is cancelled already.',
      details: { rule: 'R24' },
    });
    expect(refusal(c.try('upgradeToEmergency', { tokenId: tokenId(9), reason })).code).toBe('NOT_FOUND');
  });
});

describe('R25: paper blanks', () => {
  const paper = (more: Partial<PaperRequest> = {}): PaperRequest => ({
    id: tokenId(501),
    at: instantOf('9:20'),
    source: 'walk_in',
    patientName: 'Asha Rao',
    patientContact: '9876543210',
    became: 'waits',
    ...more,
  });

  it('R25: a series of their own, the paper’s time, and no seat', () => {
    const c = clinic({ seats: [0], at: '11:00' });
    c.issue('paid');
    c.do('paperEntry', paper({ note: ' diabetic ' }));
    expect(c.token(tokenId(501))).toMatchObject({
      number: 'A-P01',
      series: 'paper',
      channel: 'paper',
      status: 'active',
      extra: true,
      stage: 'checked_in',
      createdAt: instantOf('9:20'),
      checkedInAt: instantOf('9:20'),
      seatedAt: instantOf('9:20'),
      updatedAt: c.now,
      note: 'diabetic',
    });
    expect(c.why(tokenId(501))).toEqual({ code: 'paper_entry', rule: 'R25', slotId: c.slotId(9) });
    expect(c.seated(9)).toEqual([]);
    expect(c.last).toMatchObject({ token: { id: tokenId(501) }, warnings: [] });
    expect(c.token(c.issue('paid')).number).toBe('A-002');
  });

  it('R25: the slot of that time, though it is over (R2), or the nearest', () => {
    const c = clinic({ at: '12:30' });
    c.do('paperEntry', paper({ at: instantOf('8:00') }));
    c.do('paperEntry', paper({ id: tokenId(502), at: instantOf('10:59'), patientName: 'B' }));
    expect([c.where(tokenId(501)), c.where(tokenId(502))]).toEqual(['9x', '10x']);
  });

  it('R25: it takes its place in the queue by the paper’s time', () => {
    const c = clinic({ at: '9:30', rules: { joinRunningSlot: 'always' } });
    c.issue('walk_in');
    c.do('paperEntry', paper());
    expect(c.queue().length).toBe(2);
    expect(c.at('9:31').try('callNext', undefined)).toMatchObject({
      ok: true,
      value: { token: { number: 'A-P01' } },
    });
  });

  it('R25: served already: served at the paper’s time', () => {
    const c = clinic({ at: '11:00' });
    c.do('paperEntry', paper({ became: 'served' }));
    expect(c.token(tokenId(501))).toMatchObject({
      status: 'served',
      servedAt: instantOf('9:20'),
      extra: true,
      startedAt: null,
    });
  });

  it('R25: who had left when it was entered was not seen; the seat is nobody’s', () => {
    const c = clinic({ at: '11:00' });
    c.do('paperEntry', paper({ became: 'left' }));
    const left = { status: 'cancelled', cancelReason: 'left_unseen', cancelledAt: instantOf('9:20') };
    expect(c.token(tokenId(501))).toMatchObject(left);
    c.do('closeDay', undefined);
    c.do('paperEntry', paper({ id: tokenId(502), became: 'left', patientName: 'B' }));
  });

  it.each(paperOutcomes)('R25, R23: %s taken back, and entered again under its number', (became) => {
    const c = clinic({ at: '11:00' });
    const before = c.book.revision;
    c.do('paperEntry', paper({ became }));
    c.do('undo', { tokenId: tokenId(501), events: c.last?.events ?? [] });
    expect(c.token(tokenId(501))).toMatchObject({ status: 'cancelled', cancelReason: 'undone' });
    c.do('paperEntry', paper({ id: tokenId(502), sequence: 1, patientName: 'Ravi', at: instantOf('9:40') }));
    expect(c.book.tokens).toHaveLength(1);
    expect(c.token(tokenId(501))).toMatchObject({
      number: 'A-P01',
      status: 'active',
      patientName: 'Ravi',
      checkedInAt: instantOf('9:40'),
    });
    c.do('undo', { tokenId: tokenId(501), events: c.last?.events ?? [] });
    expect(c.token(tokenId(501))).toMatchObject({ status: 'cancelled', cancelReason: 'undone' });
    expect(c.book.revision).toBe(before + 4);
  });

  it('R25: numbers as on the paper, in any order, each once; else the next', () => {
    const c = clinic({ at: '11:00' });
    c.do('paperEntry', paper({ sequence: 7 }));
    c.do('paperEntry', paper({ id: tokenId(502), patientName: 'B' }));
    expect(c.field(tokenId(502), 'note')).toBe('');
    expect(c.token(tokenId(502)).number).toBe('A-P08');
    const again = paper({ id: tokenId(503), sequence: 7, patientName: 'C' });
    expect(refusal(c.try('paperEntry', again))).toEqual({
      code: 'CONFLICT',
      message: 'A-P07 has been entered already.',
      details: { rule: 'R25', tokenId: tokenId(501), number: 'A-P07' },
    });
  });

  it('R25: a printed number does not stand in the way of a paper one', () => {
    const c = clinic({ at: '11:00' });
    c.issue('paid');
    c.do('paperEntry', paper({ sequence: 1 }));
  });

  it.each([0, 1.5, 10_000, Number.NaN])('R25: number %s is refused', (sequence) => {
    const c = clinic({ at: '11:00' });
    expect(refusal(c.try('paperEntry', paper({ sequence }))).details).toEqual({ field: 'sequence' });
  });

  it('R25: not from the future, nor from no time at all', () => {
    const c = clinic({ at: '9:20' });
    expect(c.try('paperEntry', paper()).ok).toBe(true);
    expect(refusal(c.at('9:19').try('paperEntry', paper()))).toEqual({
      code: 'INVALID_INPUT',
      message: 'A paper token cannot be from the future.',
      details: { rule: 'R25', field: 'at' },
    });
    expect(refusal(c.try('paperEntry', paper({ at: Number.NaN }))).details).toEqual({ field: 'at' });
  });

  it('R25, R16: on a closed or past book only who was served', () => {
    const c = clinic({ at: '11:00' });
    c.do('closeDay', undefined);
    const error = {
      code: 'CONFLICT',
      message: 'That day is over: enter only patients who were seen or have left.',
      details: { rule: 'R16' },
    };
    expect(refusal(c.try('paperEntry', paper()))).toEqual(error);
    c.do('paperEntry', paper({ became: 'served' }));
    const past = clinic({ at: '11:00' });
    past.today = NEXT_DAY;
    expect(refusal(past.try('paperEntry', paper()))).toEqual(error);
    past.do('paperEntry', paper({ became: 'served' }));
  });

  it('R25: not for a day that has not begun', () => {
    const c = clinic({ at: '11:00' });
    c.today = '2026-03-01' as typeof c.today;
    expect(refusal(c.try('paperEntry', paper({ became: 'served' })))).toEqual({
      code: 'CONFLICT',
      message: 'That day has not begun.',
      details: { rule: 'R25', serviceDay: c.book.serviceDay },
    });
  });

  it('R25, R17: a second open token is refused; of one served it is only said', () => {
    const c = clinic({ at: '11:00' });
    c.issue('paid', { patientName: 'Asha Rao', patientContact: '9876543210' });
    expect(refusal(c.try('paperEntry', paper())).code).toBe('DUPLICATE_TOKEN');
    const knowingly = c.try('paperEntry', paper({ allowDuplicate: true }));
    expect(knowingly).toMatchObject({ ok: true, value: { warnings: ['same_patient_has_token'] } });
    expect(c.do('paperEntry', paper({ became: 'served' })).warnings).toEqual(['same_patient_has_token']);
  });

  it('R25: bad input, ids in use, no slots: refused', () => {
    const c = clinic({ at: '11:00' });
    expect(refusal(c.try('paperEntry', paper({ patientName: '' }))).details).toEqual({
      field: 'patientName',
    });
    expect(refusal(c.try('paperEntry', paper({ note: 'x'.repeat(501) }))).details).toEqual({ field: 'note' });
    expect(refusal(c.try('paperEntry', paper({ id: c.issue('paid') }))).code).toBe('CONFLICT');
    const bare = clinic({ slots: [], at: '11:00' });
    expect(refusal(bare.try('paperEntry', paper()))).toEqual({
      code: 'CONFLICT',
      message: 'This doctor has no slots on that day.',
      details: { rule: 'R25' },
    });
  });
});
