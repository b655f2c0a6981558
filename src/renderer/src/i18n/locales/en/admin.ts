/** The settings window. */
export const admin = {
  title: 'Settings',
  saved: 'Saved.',
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
    kiosk: 'Kiosk',
    pin: 'PIN to leave the kiosk',
    pinText: 'Four to eight digits. Patients must not know it.',
    pinProblem: 'Four to eight digits.',
  },
} as const;
