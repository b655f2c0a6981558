/** What a phone number is, said at the desk as at the kiosk. */
export const phoneRule = 'A mobile number has 10 digits; other numbers have 7 to 15.';

/** What every screen says. */
export const common = {
  appName: 'OPD Tokens',
  loading: 'One moment…',
  undo: 'Undo',
  dismiss: 'Dismiss message',
  room: 'Room {{room}}',
  noRoom: 'Ask at the desk for the room',
  times: '× {{n}}',
  seatsUsed: '{{used}} of {{capacity}} seats used',
  overflowUsed: '{{used}} of {{seats}} emergency seats used',

  /** From now, as a range; never a promise. */
  wait: {
    range: 'about {{from}}–{{to}} min',
    about: 'about {{minutes}} min',
    clock: 'about {{range}}',
    soon: 'a few minutes',
    /** Where many stand side by side. */
    minutes: '{{minutes}} min',
    minuteRange: '{{from}}–{{to}} min',
    maybe: '{{wait}}; today may not be enough',
    notEnough: 'today may not be enough',
    /** Where there is room for little. */
    maybeNotToday: 'maybe not today',
  },

  /** Where today may not be enough. */
  otherwise: {
    hoursOver: 'The doctor’s hours are over for today.',
    notEnough: 'Today may not be enough for everybody.',
    nextDay: 'Next free time: {{day}}, {{slot}}',
    doctor: '{{doctor}} has a free time today: {{slot}}',
  },

  /** R27: with which other doctor a patient is on the same day. */
  alsoWith: {
    also: 'Also with {{doctor}}, {{when}}: {{number}}',
    today: 'Today {{number}} with {{doctor}}, {{when}}',
    onList: 'on the waiting list',
  },

  pay: {
    atDesk: 'Please pay {{amount}} at the desk.',
    way: { cash: 'Cash', upi: 'UPI', card: 'Card', waived: 'Not charged' },
  },
  source: {
    emergency: 'Emergency',
    paid: 'Paid',
    follow_up: 'Follow-up',
    walk_in: 'Walk-in',
    online: 'Online',
  },
  stage: {
    booked: 'Not here yet',
    checked_in: 'Here',
    called: 'Called',
    in_consultation: 'In the room',
    on_hold: 'On hold',
  },

  chip: {
    clock: 'Clock is off',
    clockMeaning: 'The clock of the app was set by hand and does not show the real time.',
    lost: 'Not connected',
    lostMeaning: 'The app does not answer. Trying again…',
  },
  /** The banner of a practice day. */
  practice: {
    name: 'Practice',
    text: 'Nobody here is real. The clock is for practice too; the clinic’s own data stay as they are.',
    leave: 'Leave practice',
  },

  /** Why a slip did not come out; follows a colon or a dash. */
  printProblem: {
    no_printer: 'no printer is set up',
    printer_gone: 'the printer is no longer set up on this computer',
    refused: 'the printer did not take the slip',
    offline: 'the printer does not answer',
    paper_out: 'the printer is out of paper',
    cover_open: 'the cover of the printer is open',
    printer_error: 'the printer reports a fault',
    stalled: 'the printer stopped taking data',
    cut_off: 'the connection to the printer broke off',
    disk_full: 'the disk is full',
    folder_denied: 'the slips folder cannot be written',
    device_missing: 'the printer is not plugged in',
    device_denied: 'this computer does not let the app use the printer',
    not_a_device: 'what is set up is not a printer',
    bad_paper: 'the slip does not fit this paper',
    not_rendered: 'the slip could not be made',
    interrupted: 'the app stopped while the slip was printing',
    outdated: 'its day was over before it could be printed',
    queue_stopped: 'the printer’s queue on this computer is stopped',
    queue_closed: 'the printer’s queue on this computer takes no slips',
    job_held: 'the slip is held in the printer’s queue on this computer',
    queue_slow: 'the slip is in the printer’s queue and does not come out',
    not_in_queue: 'the printer’s queue does not know of the slip',
    queue_dropped: 'the slip was taken out of the printer’s queue',
  },
  link: {
    lost: 'Connection lost at {{time}}. This is how things stood then. Trying again…',
    found: 'The reception PC has another address now. Open it here and pair this device with a new code:',
  },

  leave: {
    text: 'For staff only. Please enter the PIN.',
    pin: 'PIN',
    wrong: 'This PIN is not right.',
    paused: 'Too many wrong PINs. Please wait {{minutes}} min.',
    initials: 'Initials',
    person: 'For staff only. Please enter your initials and your PIN.',
    wrongPerson: 'These initials and this PIN do not belong together.',
    notYours: 'Your role may not close this screen.',
    staff:
      'No PIN has been chosen yet. Staff close this screen from the menu of another window: Open → Close kiosk or board.',
    practice: 'This is practice: no PIN is needed.',
  },

  scan: {
    aadhaar: 'This is an Aadhaar code. Nothing of it was read or kept. A slip or an ABHA card will do.',
    cut: 'Only a part of this code was read. Please scan it again.',
    unknown: 'This code is not known here.',
    facility: 'This code is for patients’ own phones.',
    card: 'Filled in from the card. Please check that it is right.',
    atDesk: 'This card is for the desk. Here, please enter your name and phone number.',
  },

  error: {
    code: {
      INVALID_INPUT: 'Please check what you entered.',
      NOT_FOUND: 'That could not be found.',
      CONFLICT: 'That is not possible just now.',
      TOO_EARLY: 'It is too early for that.',
      DUPLICATE_TOKEN: 'This patient already has a token with this doctor.',
      FORBIDDEN: 'That is not allowed here.',
      UNAVAILABLE: 'The app did not answer. Please try again.',
      INTERNAL: 'Something went wrong. Please try again.',
    },
    noAnswer: 'The app did not answer. Please try again.',
    reference: '{{message}} (Reference {{reference}})',
    away: 'The computer with the clinic’s data does not answer',
    awayText: 'Is it on, and is this one on the network? This screen comes back by itself.',
    crashed: 'Something went wrong on this screen',
    crashedText: 'Nothing that was saved is lost. Start the screen again.',
    restart: 'Start again',
  },
} as const;
