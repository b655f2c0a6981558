/** Keys about a patient, and about the day: what each does is a text of the same name. */
export const patientKeys = [
  ['space', 'Space'],
  ['mark', '↑ ↓'],
  ['recall', 'R'],
  ['hold', 'H'],
  ['noShow', 'N'],
  ['call', 'C'],
  ['transfer', 'T'],
  ['cancel', 'Del'],
  ['checkIn', 'I'],
  ['why', 'W'],
  ['need', 'F'],
  ['notEmergency', 'D'],
  ['giveBack', 'G'],
  ['undo', 'U · Ctrl Z'],
] as const;
export const dayKeys = [
  ['late', 'L'],
  ['break', 'B'],
  ['leave', 'E'],
  ['tell', 'A'],
  ['close', 'Q'],
  ['reopen', 'O'],
  ['sound', 'M'],
  ['known', 'X'],
  ['keys', '?'],
  ['manual', 'F1'],
] as const;
