/** The reception desk's texts about what happened: events and their reasons. */
export const event = {
  tokenIssued: 'Issued',
  tokenPromoted: 'Got a seat from the waiting list',
  tokenDisplaced: 'Lost the seat',
  tokenMoved: 'Moved',
  tokenReleased: 'Gets the first free time again',
  tokenCheckedIn: 'Checked in',
  tokenCalled: 'Called',
  tokenRecalled: 'Called again',
  tokenHeld: 'Put on hold',
  tokenStarted: 'With the doctor',
  tokenServed: 'Seen',
  tokenCancelled: 'Cancelled',
  tokenNoShow: 'Marked as no-show',
  tokenReinstated: 'Back in the queue',
  tokenTransferred: 'Goes on with a new number',
  tokenUpgraded: 'Made an emergency',
  tokenUpgradeTakenBack: 'Not an emergency after all',
  tokenPrecedenceSet: 'Who goes first: changed',
  tokenCorrected: 'Name, phone or kind of visit corrected',
  tokenRestored: 'Undone',
} as const;

/** What a correction was of. */
export const corrected = {
  said: 'Name, phone or note corrected',
  source: 'Made a walk-in',
  patient: 'Patient in the register changed',
} as const;

/** R16: how the day ended for whoever was here or waiting. */
export const unseen = {
  not_seen: 'Not seen: the day was closed',
  left_unseen: 'Left without being seen',
  sent_away: 'Sent away',
  doctor_gone: 'Not seen: the doctor was gone',
  closed_by_clock: 'Not seen: the day closed by itself',
} as const;

export const reason = {
  noted: '{{sentence}} “{{note}}”',
  someone: 'somebody more urgent',
  preempted: 'An emergency with no free seat left: took the seat of {{other}}.',
  gaveWay: 'Gave the seat to the emergency {{other}} and got a later one.',
  gaveWayToList: 'Gave the seat to the emergency {{other}}; no later seat was free.',
  notHereInTime: 'Was not here by {{time}}.',
  didNotAnswer_one: 'Did not answer, called again once.',
  didNotAnswer_other: 'Did not answer, called again {{count}} times.',
  didNotAnswerTwice: 'Did not answer twice: no-show.',
  transferred: 'Sent to another doctor, as {{other}}.',
  transferredDay: 'Moved to {{day}}, as {{other}}.',
  transferUndone: 'The move was taken back: {{other}}.',
  plain: {
    free_seat: 'The earliest free seat.',
    overflow_seat: 'A seat kept for emergencies, above the usual number.',
    no_seat: 'No seat was free anywhere.',
    asked_slot_full: 'The time asked for was full.',
    slot_shrunk: 'The slot now has fewer seats.',
    slot_closed: 'The slot was closed.',
    plan_changed: 'The doctor’s hours of that day were changed.',
    asked_by_staff: 'Staff asked for it.',
    day_closed: 'The day was closed.',
    day_reopened: 'The day was opened again.',
    is_here: 'The patient is here.',
    next_in_queue: 'Was next in the doctor’s queue.',
    called_extra: 'Called in from the waiting list, beyond the seats.',
    not_an_emergency: 'Not an emergency after all.',
    kept_own_seat: 'There was no better seat than the old one.',
    paper_entry: 'Entered from a paper blank.',
    known_of_patient: 'It follows from what is known of the patient.',
  },
} as const;
