import type { AuditKind } from '../../../shared/audited';
import type { Actor, Role } from '../../../shared/model/actor';
import type { CallListLine } from '../../../shared/model/call-list';
import type { TokenEvent } from '../../../shared/model/event';
import type { GivenReason } from '../../../shared/model/given-reason';
import type { PrintState } from '../../../shared/model/print-job';
import type { Reason } from '../../../shared/model/reason';
import { type ReasonsSettings, reasonKinds, reasonName } from '../../../shared/model/reasons';
import type {
  CancelReason,
  FollowUpMark,
  Precedence,
  Source,
  Token,
  TokenStatus,
} from '../../../shared/model/token';
import { isUnseen } from '../../../shared/model/token';
import { auditWords } from './audit-words';

type Words<K extends string> = Readonly<Record<K, string>>;

/** What the page for a patient calls what the data calls by a code. Whatever is added there needs its word here. */
const sourceWords: Words<Source> = {
  emergency: 'Emergency',
  paid: 'Paid',
  follow_up: 'Follow-up',
  walk_in: 'Walk-in',
  online: 'Booked online',
};

export const needWords: Words<Precedence> = {
  senior: 'Elderly',
  pregnant: 'Pregnant',
  disabled: 'Disabled',
  infant: 'With a small child',
  other: 'Another need',
};

const followUpWords: Words<FollowUpMark> = {
  due: 'Follow-up',
  never_seen: 'Follow-up, without an earlier visit',
  over: 'Follow-up, after its time',
  used_up: 'Follow-up, more than are given',
  unknown: 'Follow-up, without a phone or e-mail',
};

export const callListWords: Words<CallListLine['kind']> = {
  displaced: 'The time was lost',
  promoted: 'There is a time now',
  doctor_late: 'The doctor is late',
  cancelled: 'The visit was cancelled',
};

export const slipWords: Words<PrintState> = {
  queued: 'To be printed',
  printing: 'With the printer',
  sent: 'Printed',
  failed: 'Not printed',
  unknown: 'May not have been printed',
  reprinted: 'Printed again',
};

const statusWords: Words<TokenStatus> = {
  active: 'Has a time',
  waiting: 'On the waiting list',
  displaced: 'Lost the time, on the waiting list',
  served: 'Seen',
  cancelled: 'Cancelled',
  no_show: 'Did not come',
};

const endWords: Words<CancelReason> = {
  patient: 'Cancelled by the patient',
  staff: 'Cancelled',
  transferred: 'Went on with a new number',
  left_unseen: 'Not seen: left before',
  sent_away: 'Not seen: sent away',
  doctor_gone: 'Not seen: the doctor was gone',
  closed_by_clock: 'Not seen: the day closed by itself',
  not_seen: 'Not seen: the day was closed',
  undone: 'Taken back: entered by mistake',
  transfer_undone: 'Went on with the old number again',
};

const eventWords: Words<TokenEvent['type']> = {
  tokenIssued: 'Got the token',
  tokenPromoted: 'Got a time from the waiting list',
  tokenDisplaced: 'Lost the time',
  tokenMoved: 'Moved to another time',
  tokenReleased: 'Takes the first free time again',
  tokenCheckedIn: 'Came',
  tokenCalled: 'Called',
  tokenRecalled: 'Called again',
  tokenHeld: 'Put on hold',
  tokenStarted: 'With the doctor',
  tokenServed: 'Seen',
  tokenCancelled: 'Cancelled',
  tokenNoShow: 'Marked as not come',
  tokenReinstated: 'Back in the queue',
  tokenTransferred: 'Went on with a new number',
  tokenUpgraded: 'Made an emergency',
  tokenUpgradeTakenBack: 'Not an emergency after all',
  tokenPrecedenceSet: 'Need changed',
  tokenCorrected: 'Name, phone or kind of visit corrected',
  tokenRestored: 'The last step was taken back',
};

const reasonWords: Words<Reason['code']> = {
  free_seat: 'The earliest free time.',
  overflow_seat: 'A place kept for emergencies.',
  preempted: 'An emergency, and no other place was free.',
  gave_way: 'Gave the place to an emergency.',
  no_seat: 'No time was free.',
  asked_slot_full: 'The time asked for was full.',
  slot_shrunk: 'There were fewer places at that time.',
  slot_closed: 'That time was closed.',
  plan_changed: 'The doctor’s hours were changed.',
  asked_by_staff: 'Somebody at the clinic did it.',
  known_of_patient: 'What is known of the patient says so.',
  not_here_in_time: 'Was not here in time.',
  did_not_answer: 'Did not answer when called.',
  day_closed: 'The day was closed.',
  day_reopened: 'The day was opened again.',
  is_here: 'Is here.',
  next_in_queue: 'Was next.',
  called_extra: 'Called in from the waiting list.',
  transferred: 'Sent to another doctor or another day.',
  transfer_undone: 'The move was taken back.',
  not_an_emergency: 'Not an emergency after all.',
  kept_own_seat: 'There was no better time.',
  paper_entry: 'Written on paper first.',
};

const roleWords: Words<Role> = {
  staff: 'Reception',
  kiosk: 'Kiosk',
  doctor: 'The doctor’s room',
  board: 'Waiting room board',
  booking: 'Online booking',
  slip: 'The app',
  manager: 'Live page',
};

/** What became of a visit. */
/** What kind of visit it was; of a follow-up by which right. */
export function kindText(token: Token): string {
  const mark = token.source === 'follow_up' ? token.followUp : null;
  return mark === null ? sourceWords[token.source] : followUpWords[mark];
}

export function becameText(token: Token): string {
  return token.status === 'cancelled' ? endWords[token.cancelReason] : statusWords[token.status];
}

/** What happened; nobody cancelled who was not seen when the day was closed. */
export function eventText({ type, after }: Pick<TokenEvent, 'type' | 'after'>): string {
  const isClosing = type === 'tokenCancelled' && after.status === 'cancelled' && isUnseen(after.cancelReason);
  return isClosing ? endWords[after.cancelReason] : eventWords[type];
}

export function whyText(reason: Reason): string {
  const note = 'note' in reason ? (reason.note ?? '') : '';
  return `${reasonWords[reason.code]} ${note}`.trim();
}

export function auditText(kind: string): string {
  return Object.hasOwn(auditWords, kind)
    ? auditWords[kind as AuditKind]
    : 'Something that this version does not know';
}

export function byText({ role, screen }: Pick<Actor, 'role' | 'screen'>): string {
  return screen === 'clock' ? 'The app by itself' : roleWords[role];
}

/** In the words of the clinic’s lists, and what was typed beside it. */
export function givenText(given: GivenReason | null, lists: ReasonsSettings): string {
  const listed = reasonKinds.flatMap((kind) => lists[kind]).find(({ code }) => code === given?.code);
  const name = listed === undefined ? given?.code?.replaceAll('_', ' ') : reasonName(listed, 'en');
  return [name, given?.text].filter(Boolean).join(': ');
}
