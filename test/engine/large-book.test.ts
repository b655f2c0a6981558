import { describe, expect, it } from 'vitest';
import { viewSlots } from '../../src/main/engine';
import { tokenId } from './helpers/clinic';
import { fullClinic, urgentClinic } from './helpers/large-book';

/** What they cost is measured by `npm run bench`. */
describe('a book of 5,000 tokens', () => {
  it('is decided as a small one', () => {
    const c = fullClinic();
    const request = c.request('emergency', { patientContact: '9876543210' });
    const issued = c.try('issue', request);
    expect(issued.ok && issued.value.token?.status).toBe('active');
    const cancelled = c.try('cancel', { tokenId: tokenId(1), reason: 'staff' });
    expect(cancelled.ok && cancelled.value.events.map(({ type }) => type)).toEqual([
      'tokenCancelled',
      'tokenPromoted',
    ]);
    const closed = c.try('closeSlot', { slotId: c.slotId(9) });
    expect(closed.ok && closed.value.events).toHaveLength(501);
    expect(c.try('closeDay', undefined).ok).toBe(true);
    expect(viewSlots(c.book, c.context).map(({ used }) => used)).toEqual([500, 500, 500, 500]);
  });

  it('nor does it matter how many emergencies wait', () => {
    const settled = urgentClinic().try('settleOnly', undefined);
    expect(settled.ok && settled.value.events.length).toBe(4000);
  });
});
