/** The board's part of the settings. */
export const boardSettings = {
  open: 'The board',
  openText:
    'It fills the second monitor, where there is one. It needs no mouse and no keyboard, and it goes on by itself.',
  openButton: 'Open the board',
  names: 'What stands beside a number',
  namesText: 'Everybody in the waiting room reads the board. Phone numbers are never on it.',
  name: {
    none: 'The number only',
    initials: 'The initials',
    masked: 'The beginning of the name',
    first: 'First name and initial',
    full: 'The whole name',
  },
  preview: 'So it looks',
  languages: 'Languages',
  languagesText: 'With two, each word on the board stands in both.',
  first: 'First language',
  second: 'Second language',
  none: 'None',
  notices: 'Notice lines',
  noticesText: 'At the foot of the board, one after the other: opening hours, what to bring, where to pay.',
  line: 'Line {{n}}',
  lineProblem: 'A line has at most 160 letters.',
  add: 'Add a line',
  remove: 'Remove line {{n}}',
  full: 'Five lines are the most that people read.',
} as const;
