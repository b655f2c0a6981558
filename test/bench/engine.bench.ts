import { expect, test } from 'vitest';
import { doctorQueue } from '../../src/main/engine';
import { tokenId } from '../engine/helpers/clinic';
import { fullClinic, urgentClinic } from '../engine/helpers/large-book';
import { measure, report } from './measure';

test('the engine on a book of 5,000 tokens, in memory', async () => {
  const c = fullClinic();
  const request = c.request('emergency', { patientContact: '9876543210' });
  const urgent = urgentClinic();
  const measurements = [
    await measure('floor: copy the book', 5, () => structuredClone(c.book)),
    await measure('issue an emergency', 5, () => c.try('issue', request)),
    await measure('cancel', 5, () => c.try('cancel', { tokenId: tokenId(1), reason: 'staff' })),
    await measure('close a slot', 5, () => c.try('closeSlot', { slotId: c.slotId(9) })),
    await measure('the timer', 5, () => c.try('sweep', undefined)),
    await measure('close the day', 5, () => c.try('closeDay', undefined)),
    await measure('the queue', 5, () => doctorQueue(c.book, c.context)),
    await measure('3,000 emergencies displace 2,000 patients', 3, () => urgent.try('settleOnly', undefined)),
  ];
  console.log(report('A book of 5,000 tokens', measurements));
  expect(measurements.every(({ median }) => median > 0)).toBe(true);
});
