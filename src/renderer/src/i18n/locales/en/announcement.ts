/** What the voice of the waiting room says, as text. */
export const announcement = {
  room: 'Token number {{number}}, please go to room {{room}}.',
  named: 'Token number {{number}}, please go to {{room}}.',
  doctor: 'Token number {{number}}, please go to the doctor.',
  tap: 'Touch here to turn on the voice',
} as const;
