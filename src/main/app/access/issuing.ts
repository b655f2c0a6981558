import type { CheckedInput } from '../../../shared/contract';
import type { Caller } from './caller';

type Wish = CheckedInput<'tokens.issue'>;

/** R18: which tokens may be issued by whom: a kiosk and a booking site do nothing that reception has to know of. */
export function mayIssue({ role }: Caller, wish: Wish): boolean {
  // Who is who in the register only staff can say; a kiosk has a card read, which says it of nobody.
  const saysWho = wish.patientId !== undefined || (wish.card !== undefined && role !== 'kiosk');
  if (saysWho && !isStaffs({ role })) return false;
  if (role === 'kiosk') return mayIssueAtKiosk(wish);
  const plain = !wish.allowDuplicate && wish.checkedIn === undefined;
  return role !== 'booking' || (wish.source === 'online' && plain);
}

function mayIssueAtKiosk(wish: Wish): boolean {
  const plain = wish.source === 'walk_in' || wish.source === 'follow_up';
  const simple = !wish.allowDuplicate && wish.serviceDay === undefined && wish.checkedIn === undefined;
  return plain && simple && wish.patientContact !== '';
}

/** Those who see who is there, and know whether the doctor will see one more after the hours. */
export function isStaffs({ role }: Pick<Caller, 'role'>): boolean {
  return role !== 'kiosk' && role !== 'booking';
}
