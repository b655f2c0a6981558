/** The start screen: for the receptionist who opens the others. */
export const home = {
  title: 'Start',
  ways: 'What would you like to open?',
  desk: 'Reception desk',
  deskText: 'Give out any token, find patients, see every doctor’s day. By keyboard.',
  kiosk: 'Patient kiosk',
  kioskText: 'Patients take their own token here. Made for touch.',
  board: 'Waiting room board',
  boardText: 'For the second monitor: who is called, and to which room.',
  settings: 'Settings',
  settingsText: 'Printers and slips, board and voice, other devices.',
  doctors: 'Doctor queues',
  doctorsText: 'One window for each doctor: call, see and finish patients.',
  here_one: 'patient here',
  here_other: 'patients here',
  nextSlot: 'Next free: {{slot}}',
  list: 'Full: waiting list open',
  closed: 'Closed for today',
  onList_zero: 'Nobody on the waiting list',
  onList_one: '{{count}} on the waiting list',
  onList_other: '{{count}} on the waiting list',
  break: 'On a break until {{time}}',
  delayed_one: '{{count}} minute late',
  delayed_other: '{{count}} minutes late',
  emptyTitle: 'No doctors here yet',
  emptyText:
    'Try the app with a practice day: three made-up doctors with appointments from 9 to 1, and nobody real. It has data of its own: your clinic stays as it is.',
  emptyServerText:
    'Doctors are added at the PC that keeps the data. To practise, start the server with --demo.',
  practise: 'Practise',
  practiseHint:
    'Try everything with made-up doctors and patients. Your clinic’s data, printers’ settings and clock stay as they are.',
  practiseTitle: 'Practise with a made-up clinic?',
  practiseText:
    'Your clinic’s data stay as they are. But until you leave practice this PC gives out no tokens: its windows close, and kiosks and other devices get no answer. Every practice day begins anew. Slips bear PRACTICE.',
  stay: 'Stay here',
  oldTitle: 'These data began as a practice day',
  oldText:
    'An earlier version of this app put three made-up doctors and their clinic’s name into your own data. If you work with them by now, keep them. Or put all of it aside and begin with empty data; nothing is deleted.',
  oldKeep: 'Keep them as our clinic’s',
  oldAside: 'Put aside, begin empty',
  asideTitle: 'Put all data of this clinic aside?',
  asideText:
    'All doctors, tokens and settings of this app go into the folder “set-aside” beside the data, and the app begins with none. Nothing is deleted.',
  version: 'Version {{version}}',
  offline: 'Works without internet',
  language: 'Language of the staff windows',
} as const;
