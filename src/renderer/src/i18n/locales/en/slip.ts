/** The printed slip: few words, read standing. */
export const slip = {
  token: 'Token',
  doctor: 'Doctor',
  roomLabel: 'Room',
  time: 'Time',
  waitingList: 'Waiting list',
  waitingListText: 'You have no fixed time yet. Please stay near the room.',
  patient: 'Name',
  ahead_zero: 'Nobody is before you',
  ahead_one: '{{count}} person before you',
  ahead_other: '{{count}} people before you',
  issued: 'Issued {{when}}',
  qr: 'Code of this token',
  keep: 'Please keep this slip and listen for your number.',
  failed: 'This slip could not be made.',
} as const;
