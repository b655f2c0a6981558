/** Which doctors a board, a kiosk, a desk shows. */
export const shown = {
  all: 'All doctors',
  allNote: 'New ones too',
  some_one: '{{count}} of {{all}} doctors',
  some_other: '{{count}} of {{all}} doctors',
  none: 'None of the chosen doctors works here any more. Please choose again.',
  choose: 'Choose doctors',
  title: 'Which doctors are shown',
  only: 'Only these',
  list: 'Doctors',
  least: 'Please choose at least one doctor, or all.',
  save: 'Save',
  board: 'Doctors on the board',
  boardText:
    'For the board of this computer, such as a screen at one door. Other boards have their own under Devices.',
  kiosk: 'Doctors at the kiosk',
  kioskText:
    'For the kiosk of this computer, such as one on each floor. Whoever has booked checks in with any doctor.',
  device: 'Shows',
  slipName: 'The patient’s name',
  slipNameText: 'Without it the last digits of the phone tell whose slip it is.',
  desk: {
    title: 'Doctors in the columns',
    text: 'At this computer only. Search, call list and new tokens know all doctors.',
    some_one: '{{count}} of {{all}} doctors shown',
    some_other: '{{count}} of {{all}} doctors shown',
    showAll: 'Show all',
    change: 'Change',
  },
} as const;
