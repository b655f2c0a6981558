import { describe, expect, it } from 'vitest';
import { changeMessage } from '../../src/renderer/src/i18n/changeMessage';
import { languages } from '../../src/renderer/src/i18n/languages';
import { type CallListLine, callListKinds, callListLineSchema } from '../../src/shared/model/call-list';
import { partsOf } from '../../src/shared/model/text-message';

const nine = { startMinute: 540, endMinute: 600 };
const ten = { startMinute: 600, endMinute: 660 };
const names = { clinic: 'City Clinic', doctor: 'Dr Anjali Rao' };

function lineOf(fields: Partial<CallListLine>): CallListLine {
  return callListLineSchema.parse({
    id: '00000000-0000-4000-8000-000000000001',
    tokenId: '00000000-0000-4000-8000-000000000002',
    doctorId: '00000000-0000-4000-8000-000000000003',
    serviceDay: '2026-01-05',
    number: 'A-006',
    patientName: 'Ravi Kumar',
    patientContact: '9876543210',
    at: 0,
    from: nine,
    to: ten,
    because: 'emergency',
    delayMinutes: 20,
    toldAt: null,
    kind: 'displaced',
    ...fields,
  });
}

describe.each(languages)('in %s', (language) => {
  it.each(callListKinds)('%s is told by number, day and doctor, without the name, in few parts', (kind) => {
    const message = changeMessage(lineOf({ kind }), names, language);
    for (const part of ['City Clinic', 'Dr Anjali Rao', 'A-006', '5']) expect(message).toContain(part);
    expect(message).not.toMatch(/Ravi|\{\{|[\u2066-\u2069]/);
    expect(partsOf(message).parts).toBeLessThanOrEqual(language === 'en' ? 1 : 3);
  });

  it('who has no seat is told so, and no time', () => {
    expect(changeMessage(lineOf({ to: null }), names, language)).not.toMatch(/\d:\d\d/);
  });
});

it('says the time that counts', () => {
  expect(changeMessage(lineOf({}), names, 'en')).toBe(
    'City Clinic: your time with Dr Anjali Rao on Monday, 5 January has changed to 10:00 - 11:00 am. Token A-006. Sorry for the trouble.',
  );
  expect(changeMessage(lineOf({ kind: 'doctor_late' }), names, 'en')).toContain('20 min late');
});
