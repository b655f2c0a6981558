import { describe, expect, it } from 'vitest';
import { patientIdSchema } from '../../src/shared/model/ids';
import { clinic, doctorId, NEXT_DAY, refusal, tokenId } from './helpers/clinic';

const asha = { patientName: 'Asha Rao', patientContact: '9876543210' };

describe('R17: one open token per patient', () => {
  it('R17: another with the same contact and name is refused, naming the first', () => {
    const c = clinic();
    const first = c.issue('walk_in', asha);
    expect(refusal(c.try('issue', c.request('paid', asha)))).toEqual({
      code: 'DUPLICATE_TOKEN',
      message: 'This patient already has token A-001 with this doctor.',
      details: { rule: 'R17', tokenId: first, number: 'A-001' },
    });
  });

  it.each([
    ['  asha   RAO ', '98765 43210'],
    ['ASHA RAO', '(98765)-43210'],
    ['Asha Rao', '९८७६५४३२१०'],
  ])('R17: however it is written: %j, %j', (patientName, patientContact) => {
    const c = clinic();
    c.issue('walk_in', asha);
    expect(refusal(c.try('issue', c.request('paid', { patientName, patientContact }))).code).toBe(
      'DUPLICATE_TOKEN',
    );
  });

  it('R17: the same row of the register is the same patient, whatever was said', () => {
    const c = clinic();
    const patientId = patientIdSchema.parse(7);
    c.issue('walk_in', { ...asha, patientId });
    for (const said of [
      { patientName: 'A. Rao', patientContact: '' },
      { ...asha, patientContact: '9123456789' },
    ])
      expect(refusal(c.try('issue', c.request('walk_in', { ...said, patientId }))).code).toBe(
        'DUPLICATE_TOKEN',
      );
  });

  it('R17: two rows are two patients, though they have one name and share a phone; one row and none go by these', () => {
    const c = clinic();
    c.issue('walk_in', { ...asha, patientId: patientIdSchema.parse(7) });
    expect(refusal(c.try('issue', c.request('walk_in', asha))).code).toBe('DUPLICATE_TOKEN');
    c.issue('walk_in', { ...asha, patientId: patientIdSchema.parse(8) });
  });

  it('R17: an e-mail address in other letters is the same', () => {
    const c = clinic();
    c.issue('walk_in', { ...asha, patientContact: 'Asha@Example.org' });
    const again = c.request('walk_in', { ...asha, patientContact: 'asha@example.ORG' });
    expect(refusal(c.try('issue', again)).code).toBe('DUPLICATE_TOKEN');
  });

  it('R17: a family shares a phone, and namesakes have their own', () => {
    const c = clinic();
    c.issue('walk_in', asha);
    c.issue('walk_in', { ...asha, patientName: 'Ravi Rao' });
    c.issue('walk_in', { ...asha, patientContact: '9876543211' });
    expect(c.book.tokens.length).toBe(3);
  });

  it('R17: a waiting or displaced token is open, a final one is not', () => {
    const c = clinic({ seats: [0] });
    const waiting = c.issue('walk_in', asha);
    expect(refusal(c.try('issue', c.request('walk_in', asha))).code).toBe('DUPLICATE_TOKEN');
    c.do('cancel', { tokenId: waiting, reason: 'patient' });
    expect(c.do('issue', c.request('walk_in', asha)).warnings).toEqual([]);
  });

  it('R17: unless asked for knowingly', () => {
    const c = clinic();
    c.issue('walk_in', asha);
    const knowingly = c.do('issue', c.request('walk_in', { ...asha, allowDuplicate: true }));
    expect(knowingly.warnings).toEqual(['same_patient_has_token']);
  });

  it('R17: for emergencies only a warning', () => {
    const c = clinic();
    c.issue('walk_in', asha);
    expect(c.do('issue', c.request('emergency', asha)).warnings).toEqual(['same_patient_has_token']);
  });

  it('R17: for an empty contact only a warning', () => {
    const c = clinic();
    const nameless = { patientName: 'Child', patientContact: '' };
    expect(c.do('issue', c.request('walk_in', nameless)).warnings).toEqual(['no_contact']);
    const again = c.do('issue', c.request('walk_in', nameless));
    expect(again.warnings).toEqual(['no_contact', 'same_patient_has_token']);
  });
});

describe('issuing with bad input', () => {
  it.each([
    [{ patientName: '   ' }, 'patientName', 'Please enter the name.'],
    [{ patientName: 'x'.repeat(121) }, 'patientName', 'Please use at most 120 letters.'],
    [
      { patientContact: 'call me' },
      'patientContact',
      'A mobile number has 10 digits; other numbers have 7 to 15.',
    ],
    [{ source: 'vip' as 'paid' }, 'source', ''],
    [{ note: 'x'.repeat(501) }, 'note', 'Please use at most 500 letters.'],
  ])('%j is refused', (more, field, message) => {
    const c = clinic();
    const refused = refusal(c.try('issue', c.request('paid', more)));
    expect(refused).toMatchObject({ code: 'INVALID_INPUT', details: { field } });
    expect(refused.message).toContain(`${field}: ${message}`);
  });

  it('names, contacts and notes are cleaned', () => {
    const c = clinic();
    const id = c.issue('paid', {
      patientName: ' Asha\tRao ',
      patientContact: '98765 43210',
      note: ' stairs  ',
    });
    expect(c.token(id)).toMatchObject({ ...asha, note: 'stairs' });
  });

  it('an id in use is never given again', () => {
    const c = clinic();
    const id = c.issue('paid');
    expect(refusal(c.try('issue', { ...c.request('paid'), id }))).toEqual({
      code: 'CONFLICT',
      message: 'There is a token with that id already.',
      details: { tokenId: id },
    });
  });

  it('a new token knows its book and starts from nothing', () => {
    const c = clinic();
    const id = c.issue('paid', { ...asha, slotId: c.slotId(10) });
    expect(c.token(id)).toEqual({
      id,
      doctorId: doctorId(1),
      serviceDay: c.book.serviceDay,
      series: 'main',
      sequence: 1,
      number: 'A-001',
      source: 'paid',
      priority: 2,
      channel: 'desk',
      ...asha,
      patientId: null,
      createdAt: c.now,
      updatedAt: c.now,
      checkedInAt: c.now,
      displacements: 0,
      wishedSlotId: c.slotId(10),
      note: '',
      transferredFrom: null,
      status: 'active',
      slotId: c.slotId(10),
      seatedAt: c.now,
      extra: false,
      stage: 'checked_in',
      recalls: 0,
      calledAt: null,
      startedAt: null,
      lastCalledAt: null,
      heldAtCall: null,
      heldAt: null,
      heldFor: null,
      unanswered: 0,
      precedence: null,
      precedenceFrom: null,
      followUp: null,
      lostSlotId: null,
      upgradedFrom: null,
      leftDoorAt: null,
    });
    expect(c.last?.token).toEqual(c.token(id));
  });
});

describe('R16: correction', () => {
  it('R16: name, contact and note; what is left out stays', () => {
    const c = clinic();
    const id = c.issue('paid', { ...asha, note: 'wheelchair' });
    c.at('8:10').do('correct', { tokenId: id, patientName: 'Aasha Rao' });
    expect(c.token(id)).toMatchObject({
      patientName: 'Aasha Rao',
      patientContact: asha.patientContact,
      note: 'wheelchair',
      updatedAt: c.now,
      number: 'A-001',
    });
    expect(c.why(id)).toEqual({ code: 'asked_by_staff', rule: 'R16' });
    c.do('correct', { tokenId: id, patientContact: '9876500000' });
    c.do('correct', { tokenId: id, note: 'walks' });
    expect(c.token(id)).toMatchObject({ patientContact: '9876500000', note: 'walks' });
    expect(c.last).toMatchObject({ token: { id }, warnings: [] });
  });

  it('R16: nothing new is no change', () => {
    const c = clinic();
    const id = c.issue('paid', asha);
    expect(c.do('correct', { tokenId: id, ...asha, note: '' })).toMatchObject({ events: [], token: { id } });
  });

  it('R16: on final tokens, closed and past books, without warnings there', () => {
    const c = clinic();
    const id = c.issue('paid', asha);
    c.do('closeDay', undefined);
    c.today = NEXT_DAY;
    const decision = c.do('correct', { tokenId: id, patientContact: '' });
    expect(decision.warnings).toEqual([]);
    expect(c.token(id)).toMatchObject({ patientContact: '', status: 'cancelled' });
  });

  it('R16, R17: a patient who turns out to have another token is warned of, not refused', () => {
    const c = clinic();
    c.issue('paid', asha);
    const id = c.issue('paid', { ...asha, patientName: 'Asha Row' });
    expect(c.do('correct', { tokenId: id, ...asha }).warnings).toEqual(['same_patient_has_token']);
  });

  it('R16: what is not corrected is not judged', () => {
    const c = clinic();
    const id = c.issue('paid');
    const old = { patientContact: 'ask at the desk', patientName: ' old  style ' };
    c.book = { ...c.book, tokens: c.book.tokens.map((token) => ({ ...token, ...old })) };
    c.do('correct', { tokenId: id, note: 'stairs' });
    expect(c.token(id)).toMatchObject({ ...old, note: 'stairs' });
    c.book = { ...c.book, tokens: c.book.tokens.map((token) => ({ ...token, note: ' as it was ' })) };
    c.do('correct', { tokenId: id, patientName: 'New' });
    expect(c.token(id)).toMatchObject({ patientName: 'New', note: ' as it was ' });
  });

  it('R16: bad input is refused', () => {
    const c = clinic();
    const id = c.issue('paid');
    expect(refusal(c.try('correct', { tokenId: id, patientName: '' })).details).toEqual({
      field: 'patientName',
    });
    expect(refusal(c.try('correct', { tokenId: id, patientContact: '12' })).details).toEqual({
      field: 'patientContact',
    });
    expect(refusal(c.try('correct', { tokenId: id, note: 'x'.repeat(501) })).details).toEqual({
      field: 'note',
    });
    expect(refusal(c.try('correct', { tokenId: tokenId(9) })).code).toBe('NOT_FOUND');
  });
});
