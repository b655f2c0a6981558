/** Settings, a doctor: how many to book in each slot. */
export const advisor = {
  title: 'How many to book in each slot',
  text: 'From what was measured of this doctor: the same number of patients a session, spread so that waiting, an idle doctor and staying late come to the least. Nothing changes until you say from which day.',
  session: 'Session',
  sessionOn: '{{hours}}, {{days}}',
  patients: 'Patients a session',
  patientsWrong: 'A number from 1 to {{most}}, please.',
  slotLength: 'Length of a slot',
  asNow: 'as now',
  otherLength:
    'Other slots than now: whoever is booked on a day after that gets the nearest one; you see whom before you save. Seats for emergencies are counted for each slot: with more slots there are more of them.',
  calculating: 'Calculating …',
  noSession: 'No session of two slots or more',
  noSessionText:
    'Enter working hours of this doctor under “Details and hours” first. One slot alone cannot be spread.',

  few: 'Too little was seen to advise anything',
  fewText:
    'There must be {{consultations}} consultations with a beginning and an end, and {{due}} patients who came or should have. So far there are {{haveConsultations}} and {{haveDue}}.',

  basis: 'What it rests on',
  basisDays: 'Days from {{from}} to {{to}} on which this doctor saw patients: {{days}}.',
  basisLength:
    '{{consultations}} consultations, from “started” to “done”: {{mean}} minutes on average, most of them between {{low}} and {{high}} minutes (spread {{variation}} of the average).',
  basisMissed: 'Did not come: {{missed}} of {{due}}, that is {{share}} %.',
  basisTable: 'Who does not come, by kind of token and by how long before it was booked',
  source: 'Kind of token',
  lead: {
    here: 'at the desk',
    same_day: 'the same day',
    days_1: 'the day before',
    days_2_3: '2–3 days before',
    days_4_7: '4–7 days before',
    days_8_14: '8–14 days before',
    days_15_up: '15 days or more',
  },
  cell: '{{share}} % of {{due}}',

  result: 'As it is, and as suggested',
  now: 'Now',
  suggested: 'Suggested',
  difference: 'Difference',
  weight: 'Weight',
  wait: 'A patient waits, on average',
  idle: 'The doctor sits idle, in all',
  overtime: 'The session ends late by, on average',
  sum: 'In all, by these weights',
  minutes: '{{n}} min',
  times: '× {{n}}',
  same: 'as now',
  best: 'The template is the best there is already, by these figures.',
  weights:
    'The weights say what a minute is worth: one more minute of waiting for the average patient weighs as much as one minute that the session ends late, and as five minutes of an idle doctor. Of all ways to spread these patients over these slots the suggested one has the smallest sum; that is calculated, not tried.',
  honest:
    'Reckoned as if everyone who comes were there when the slot begins and seen in that order, nobody came in between, and the doctor began on time. Last slots left free take up what was delayed; emergencies still find room there.',

  slots: 'Slot by slot',
  slot: 'Slot',
  booked: 'Patients booked',
  waits: 'Each waits, on average',
  none: 'nobody',

  use: 'Use from a day on …',
  dialogTitle: 'Another template for {{name}}',
  dialogText: 'Until the day before, everything stays as it is. From then on, {{days}}, {{hours}}:',
  seatsOf_one: '{{hours}}: {{count}} seat a slot',
  seatsOf_other: '{{hours}}: {{count}} seats a slot',
  from: 'From',
  until: 'It ends with {{day}}: from the day after, other hours are planned already.',
  otherHours: 'On that day other hours hold than those of this session. Choose another day.',
  tooLong:
    'The week would have more lines than it may. Remove sessions under “Details and hours” that no longer hold.',
  save: 'Make it the template',
  said: 'From {{day}} on the new template holds.',
};
