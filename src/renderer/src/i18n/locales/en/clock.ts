/** R35: a clock that is not believed until somebody answers. */
export const clock = {
  title: 'Which time is right?',
  jump: 'The computer says {{computer}}. By our own count it is {{ours}}.',
  start: 'The computer says {{computer}}. The app was last used on {{last}}.',
  new: 'The computer says {{computer}}. That cannot be right.',
  held: 'Until you answer no day is closed and nobody is marked by itself. Serve everybody as usual.',
  dayUnknown: 'Until you answer no token can be given for today.',
  oursRight: 'Our count is right: {{time}}',
  computerRight: 'The computer is right',
  type: 'Neither: type it',
  typeStart: 'Another time: type it',
  day: 'Day',
  time: 'Time',
  timeProblem: 'Please write a time like 9:05 or 5 pm.',
  isNow: 'This is the time now',
  back: 'Back',
  thanks:
    'Thank you. The app goes by {{time}}. If that is wrong, set the computer’s clock right and start the app again: it asks once more.',
  onlyStaff:
    'Reception is asked which time is right. Until then no day is closed and nobody is marked by itself.',
  wrong: 'The computer’s clock is wrong: it says {{computer}}. The app goes by the time you gave.',
  mend: 'Please set it right: in the computer’s settings, under date and time.',
} as const;
