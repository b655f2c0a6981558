/** What this computer does by itself, and what waits for its monitor. */
export const computer = {
  title: 'When this computer starts',
  station: 'This computer is',
  stations: {
    reception: 'Reception',
    doctor: 'For a doctor',
    kiosk: 'The kiosk',
    board: 'The waiting room board',
  },
  stationText: {
    reception: 'The start screen opens, and what was open.',
    doctor: 'The doctor’s queue opens, and nothing else.',
    kiosk: 'The kiosk alone fills the screen. The PIN leads to the start screen behind it.',
    board: 'The board alone fills the screen. The PIN leads to the start screen behind it.',
  },
  stationGiven: 'The app was started with --station={{station}}: what is chosen here counts without it.',
  nextStart: 'This counts from the next start.',
  startsWithSystem: 'Start with the computer',
  startsWithSystemText: 'The app opens as soon as somebody signs in to this computer.',
  comesBack: 'Open what was open, where it was',
  comesBackText:
    'Desk, doctors’ queues, kiosk and board come back by themselves on their monitors. Turned off, only the start screen opens. After a crash they always come back.',
  waits: {
    board: 'The board waits for its monitor',
    kiosk: 'The kiosk waits for its monitor',
    gone: 'It opens there by itself as soon as the monitor is on and plugged in.',
    goneNamed: 'It opens on {{monitor}} by itself as soon as that is on and plugged in.',
    reception: 'It was open on the monitor where reception works, so it does not open over it by itself.',
    openHere: 'Open it now',
  },
  boardOn: 'It opens on {{monitor}}.',
  boardOnlyHere: 'There is no second monitor: it opens over this one.',
  monitor: 'the second monitor ({{width}} × {{height}})',
  monitorNamed: '{{label}} ({{width}} × {{height}})',
} as const;
