import type { Source, Stage } from '../../../shared/model/token';
import type { SlotView } from '../../../shared/model/view';
import { enDoctor } from './en-doctor';
import { enKiosk } from './en-kiosk';
import { pluralIn } from './plural';

const n = pluralIn('en');

const sources: Record<Source, string> = {
  emergency: 'Emergency',
  paid: 'Paid',
  follow_up: 'Follow-up',
  walk_in: 'Walk-in',
  online: 'Online',
};

const stages: Record<Stage, string> = {
  booked: 'Not here yet',
  checked_in: 'Here',
  called: 'Called',
  in_consultation: 'In the room',
  on_hold: 'On hold',
};

const phases: Record<SlotView['phase'], string> = {
  upcoming: 'Later',
  running: 'Now',
  ended: 'Over',
  closed: 'Closed',
};

/** All English texts. Functions take values; nothing in a screen is written out in words. */
export const en = {
  locale: 'en-IN',
  appName: 'OPD Tokens',

  sources,
  stages,
  phases,

  common: {
    cancel: 'Cancel',
    close: 'Close',
    dismiss: 'Dismiss message',
    loading: 'One moment…',
    room: (room: string) => `Room ${room}`,
    roomLabel: 'Room',
    noRoom: 'Ask at the desk for the room',
    today: 'Today',
    undo: 'Undo',
    times: (count: number) => `× ${count}`,
    seatsUsed: (used: number, capacity: number) => `${used} of ${capacity} seats used`,
    withOverflow: (text: string, used: number, seats: number) =>
      `${text}, ${used} of ${seats} emergency seats used`,
  },

  chips: {
    demo: 'Demo',
    demoMeaning: 'Practice data. No real patients.',
    demoClock: 'Demo clock',
    demoClockMeaning: 'The clock is set to practice hours and does not show the real time.',
    lost: 'Not connected',
    lostMeaning: 'The app does not answer. Trying again…',
  },

  errors: {
    noBridge: 'Please open this page inside the OPD Tokens app.',
    unavailable: 'The app did not answer. Please try again.',
    reference: (message: string, reference: string) => `${message} (Reference ${reference})`,
    crashed: 'Something went wrong on this screen',
    crashedText: 'Nothing that was saved is lost. Start the screen again.',
    restart: 'Start again',
  },

  home: {
    ways: 'What would you like to open?',
    kiosk: 'Patient kiosk',
    kioskText: 'Patients take their own token here. Fills the screen; made for touch.',
    doctors: 'Doctor queues',
    doctorsText: 'One window for each doctor: call, see and finish patients.',
    here: (count: number) => n(count, 'patient here', 'patients here'),
    nextSlot: (slot: string) => `Next free: ${slot}`,
    list: 'Full: waiting list open',
    closed: 'Closed for today',
    onList: (count: number) =>
      count === 0 ? 'Nobody on the waiting list' : n(count, '# on the waiting list', '# on the waiting list'),
    delayed: (minutes: number) => n(minutes, '# minute late', '# minutes late'),
    emptyTitle: 'No doctors here yet',
    emptyText:
      'Try the app with a practice day: three doctors with appointments from 9 to 1 and nobody real in them. It changes nothing outside this computer.',
    loadDemo: 'Load the practice day',
    version: (version: string) => `Version ${version}`,
    offline: 'Works without internet',
  },

  kiosk: enKiosk(n),
  doctor: enDoctor(n),

  slip: {
    token: 'Token',
    doctor: 'Doctor',
    room: 'Room',
    time: 'Time',
    waitingList: 'Waiting list',
    waitingListText: 'You have no fixed time yet. Please stay near the room.',
    patient: 'Name',
    ahead: (count: number) =>
      count === 0 ? 'Nobody is before you' : n(count, '# person before you', '# people before you'),
    issued: (when: string) => `Issued ${when}`,
    qr: 'Code of this token',
    keep: 'Please keep this slip and listen for your number.',
    failed: 'This slip could not be made.',
  },
};
