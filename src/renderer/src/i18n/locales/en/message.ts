/** What a patient reads on the phone: one sentence by itself, short enough for few parts. */
export const message = {
  displaced:
    '{{clinic}}: your time with {{doctor}} on {{day}} has changed to {{time}}. Token {{number}}. Sorry for the trouble.',
  displacedToList:
    '{{clinic}}: your time with {{doctor}} on {{day}} is not free any more. You are on the waiting list. Token {{number}}. Sorry for the trouble.',
  promoted: '{{clinic}}: you have a time with {{doctor}} now: {{day}}, {{time}}. Token {{number}}.',
  late: '{{clinic}}: {{doctor}} is about {{minutes}} min late on {{day}}. Your time was {{time}}. Token {{number}}.',
  cancelled: '{{clinic}}: your token {{number}} with {{doctor}} on {{day}} is cancelled. Please call us.',
} as const;
