import { describe, expect, it } from 'vitest';
import {
  aboutToSend,
  answerClaim,
  birthOf,
  checkDetails,
  chooseDoctor,
  edit,
  fillFromCard,
  goBack,
  newVisit,
  onCardOf,
  refused,
  type Visit,
} from '../../src/renderer/src/screens/kiosk/visit';
import type { Card } from '../../src/shared/codes/card';
import { summary } from './samples';

const filled = (): Visit => {
  const chosen = chooseDoctor(newVisit('first-id'), summary());
  return edit(edit(chosen, 'name', 'Asha Verma'), 'phone', '98765 43210');
};

describe('one visit makes one token', () => {
  it('keeps its request id when the same content is sent again', () => {
    const once = aboutToSend(filled(), ['Asha'], () => 'second-id');
    const again = aboutToSend(once, ['Asha'], () => 'second-id');
    expect([once.requestId, again.requestId]).toEqual(['first-id', 'first-id']);
  });

  it('takes a new request id when the content changed after a refusal', () => {
    const once = aboutToSend(filled(), ['Asha'], () => 'second-id');
    const changed = edit(once, 'name', 'Usha Verma');
    expect(aboutToSend(changed, ['Usha'], () => 'second-id').requestId).toBe('second-id');
  });

  it('starts the next patient with nothing of the last', () => {
    const { name, phone, doctorId: doctor, ticket, sent } = newVisit('next-id');
    expect({ name, phone, doctor, ticket, sent }).toEqual({
      name: '',
      phone: '',
      doctor: null,
      ticket: null,
      sent: null,
    });
  });
});

describe('a doctor whose times are all taken', () => {
  it('asks first whether the waiting list will do', () => {
    expect(chooseDoctor(newVisit('id'), summary({ state: 'list' })).step).toBe('full');
    expect(chooseDoctor(newVisit('id'), summary()).step).toBe('details');
  });
});

describe('details are checked before anything is sent', () => {
  it.each([
    ['empty name', '', '9876543210', 'name'],
    ['a name of spaces and control characters', ' \u200b\u0000 ', '9876543210', 'name'],
    ['an over-long name', 'x'.repeat(121), '9876543210', 'name'],
    ['a pasted book', 'x'.repeat(20_000), '9876543210', 'name'],
    ['no phone', 'Asha', '', 'phone'],
    ['a short phone', 'Asha', '123', 'phone'],
    ['letters for a phone', 'Asha', 'call me', 'phone'],
  ] as const)('%s stays on the page with a problem beside the field', (_case, name, phone, field) => {
    const checked = checkDetails(edit(edit(filled(), 'name', name), 'phone', phone));
    expect(checked.step).toBe('details');
    expect(checked.problems[field]).toMatch(new RegExp(`^${field}`));
  });

  it('goes on with good details, in any script', () => {
    expect(checkDetails(edit(filled(), 'name', 'राजेश कुमार')).step).toBe('check');
    expect(checkDetails(edit(filled(), 'phone', '९८७६५४३२१०')).step).toBe('check');
  });

  it('a correction takes the sentence away', () => {
    const wrong = checkDetails(edit(filled(), 'phone', '12'));
    expect(edit(wrong, 'phone', '123').problems.phone).toBeNull();
  });
});

describe('what main refuses is said where it belongs', () => {
  it('a field it names gets the problem, on the page of the field', () => {
    const visit = refused(checkDetails(filled()), {
      code: 'INVALID_INPUT',
      message: 'Not a phone.',
      details: { field: 'patientContact' },
    });
    expect(visit).toMatchObject({ step: 'details', problems: { phone: 'phoneWrong', name: null } });
  });

  it('anything else stays on the summary until something changes', () => {
    const visit = refused(checkDetails(filled()), { code: 'CONFLICT', message: 'Closed.' });
    expect(visit).toMatchObject({ step: 'check', refusal: { code: 'CONFLICT' } });
    expect(goBack(visit).refusal).toBeNull();
  });
});

describe('R26: what the patient says', () => {
  it('is asked after the details where the clinic wants it, and one step back asks again', () => {
    const asked = checkDetails(filled(), true);
    expect(asked).toMatchObject({ step: 'claim', claim: null });
    const answered = answerClaim(asked, 'pregnant');
    expect(answered).toMatchObject({ step: 'check', claim: 'pregnant' });
    expect(goBack(answered).step).toBe('claim');
    expect(answerClaim(goBack(answered), null)).toMatchObject({ step: 'check', claim: null });
    expect(goBack(asked).step).toBe('details');
    expect(goBack(checkDetails(filled())).step).toBe('details');
  });

  it('a birth is of a card as long as the name is the card’s', () => {
    const card = { name: 'Sita Devi', phone: '', birth: '1954' } as Card;
    const scanned = fillFromCard(filled(), card);
    expect(birthOf(scanned)).toBe('1954');
    expect(birthOf(edit(scanned, 'name', 'Gita Devi'))).toBeNull();
    expect(birthOf(fillFromCard(filled(), { ...card, name: '' }))).toBeNull();
    expect(birthOf(filled())).toBeNull();
  });

  it('so are the numbers of a card and the sex', () => {
    const card = { name: 'Sita Devi', phone: '', sex: 'female', abhaNumber: '91-1234-5678-9012' } as Card;
    const scanned = fillFromCard(filled(), card);
    const identifiers = [{ system: 'abha', value: '91-1234-5678-9012' }];
    expect(onCardOf(scanned)).toEqual({ sex: 'female', identifiers });
    expect(onCardOf(edit(scanned, 'name', 'Gita Devi'))).toBeNull();
    expect(onCardOf(filled())).toBeNull();
  });
});
