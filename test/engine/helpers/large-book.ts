import { type Clinic, clinic, tokenId } from './clinic';

const sources = ['paid', 'walk_in', 'online', 'follow_up'] as const;
const hourOf = (index: number): number => 9 + Math.min(3, Math.floor(index / 500));

/** A day of four slots with 2,000 seats, all taken, and 3,000 on the waiting list. */
export function fullClinic(): Clinic {
  const c = clinic({ seats: [500, 500, 500, 500] });
  const sample = c.token(c.issue('online'));
  const tokens = Array.from({ length: 5000 }, (_, index) => {
    const source = sources[index % 4] ?? 'paid';
    const facts = { id: tokenId(index + 1), sequence: index + 1, source, patientContact: '9876543210' };
    const who = { ...sample, ...facts, patientName: `Patient ${index}` };
    return index < 2000
      ? { ...who, slotId: c.slotId(hourOf(index)) }
      : { ...who, status: 'waiting', listedAt: c.now, listSequence: index };
  }) as typeof c.book.tokens;
  c.book = { ...c.book, tokens };
  return c;
}

/** The same with 3,000 emergencies waiting, who may displace from now on. */
export function urgentClinic(): Clinic {
  const c = clinic({
    seats: [500, 500, 500, 500],
    rules: { maxEmergencyOverflow: 0, allowPreemption: false },
  });
  const [online, urgent] = [c.token(c.issue('online')), c.token(c.issue('emergency'))];
  const tokens = Array.from({ length: 5000 }, (_, index) => {
    const facts = { id: tokenId(index + 1), sequence: index + 1 };
    if (index < 2000) return { ...online, ...facts, slotId: c.slotId(hourOf(index)) };
    return { ...urgent, ...facts, status: 'waiting', listedAt: c.now, listSequence: index };
  }) as typeof c.book.tokens;
  c.book = { ...c.book, tokens };
  c.rules = { ...c.rules, allowPreemption: true };
  return c;
}
