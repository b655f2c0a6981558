/**
 * Why a change of doctors, their weeks, leave, holidays or single sessions is refused, by reason: main's English
 * sentence, which screens of another language say in theirs (`i18n/locales/…/refusals.ts`). What stands in braces is
 * among the details.
 */
export const planningRefusals = {
  doctor_gone: 'There is no such doctor.',
  name_missing: 'A doctor needs a name.',
  letter_taken: 'The letter {{letter}} is {{name}}’s already.',
  letter_in_use: 'There are tokens {{letter}}-… for today or later; change the letter after that.',
  patients_left:
    '{{name}} still has {{open}} patients, today or later. Say whether they keep their tokens or are cancelled.',
  hours_end_before: 'Working hours must end after they start.',
  hours_outside_day:
    'Working hours must lie within the clinic’s day, which begins at {{from}} and ends 24 hours later.',
  hours_last_before_first: 'The last day of these hours must not be before the first.',
  hours_overlap: 'Working hours of one day overlap.',
  single_session_there: 'There is a single session on {{day}}, {{times}}. Please take it away first.',
  photo_too_large:
    'This photo is too large ({{megabytes}} MB). It may have 1 MB: please choose a smaller one.',
  photo_none: 'This is no photo: a PNG, JPEG or WebP file is needed.',
  photo_damaged: 'This photo is damaged. Please choose another file.',
  last_before_first: 'The last day must not be before the first.',
  days_over: 'These days are over already.',
  too_long: 'That is longer than two years. Please check the days.',
  ends_before: 'It must end after it begins.',
  outside_day: 'The hours must lie within the clinic’s day.',
  closed_already: 'The clinic is closed then already.',
  closure_gone: 'There is no such holiday. It may have been taken away already.',
  leave_there: '{{name}} is on leave then already.',
  leave_gone: 'There is no such leave. It may have been taken back already.',
  session_ends_before: 'A session must end after it starts.',
  session_outside_day:
    'A session must lie within the clinic’s day, which begins at {{from}} and ends 24 hours later.',
  session_there: 'There is a session {{times}} on that day already.',
  session_away: 'The doctor is on leave then, or the clinic is closed.',
  session_gone: 'There is no such session. It may have been taken away already.',
  day_over: 'That day is over.',
  time_over: 'That time is over.',
  day_too_far: 'That day is too far ahead.',
  booked_meanwhile: 'Somebody was booked meanwhile. Please look at it again, and try once more.',
} as const;
