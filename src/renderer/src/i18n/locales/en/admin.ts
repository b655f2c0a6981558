/** The settings window. */
export const admin = {
  title: 'Settings',
  saved: 'Saved.',
  confirm: {
    title: 'This reaches people who are waiting',
    noShows_one: '{{count}} patient would be marked as a no-show.',
    noShows_other: '{{count}} patients would be marked as no-shows.',
    notSeen_one: '{{count}} patient who waits would be sent away unseen.',
    notSeen_other: '{{count}} patients who wait would be sent away unseen.',
    closes_one: 'The day of {{count}} doctor would be closed.',
    closes_other: 'The day of {{count}} doctors would be closed.',
    moves_one: '{{count}} patient would get another place.',
    moves_other: '{{count}} patients would get another place.',
    yes: 'Change it all the same',
    no: 'Leave it as it is',
  },
  section: {
    clinic: 'Clinic',
    printing: 'Printing',
    board: 'Waiting room board',
    voice: 'Voice',
    devices: 'Other devices',
  },
  clinic: {
    title: 'Clinic',
    name: 'Name, as on screens and slips',
    nameProblem: 'The name needs 1 to 80 characters.',
    language: 'Language of slips, where the patient chose none',
    day: 'End of the day',
    dayText:
      'When the day is closed, whoever never came becomes a no-show, and whoever was not seen is marked so. Nothing is deleted.',
    closes: 'Close the day by itself at',
    closesText: 'For example 20:30. Leave it empty to close the day yourselves.',
    closesProblem: 'Please give a time such as 20:30.',
    kiosk: 'Kiosk and board: PIN for staff to leave them',
    pin: 'New PIN',
    pinText:
      'Four to eight digits. Patients must not know it. It is kept so that nobody can read it, here or anywhere; when it is forgotten, set a new one.',
    pinFactory: 'The PIN is still the one that every copy of this app comes with',
    pinFactoryText:
      'Anybody may know it, and so get from the kiosk or the board to what is for staff. Please set one of your own.',
    pinOwn: 'The clinic has a PIN of its own.',
    pinSaved: 'The new PIN is set.',
    pinProblem: 'Four to eight digits.',
  },
  folders: {
    title: 'Backups and log',
    text: 'On this computer. Copy the backups to a USB stick now and then.',
    backups: 'Backups',
    logs: 'Log, for whoever helps with a fault',
  },
} as const;
