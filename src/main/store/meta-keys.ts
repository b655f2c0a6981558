/** Facts that are kept by name and stay as they are now when the data go back to a copy: see `recovery/carried.ts`. */
export const staying = {
  /** What closes a kiosk or a board, hashed. */
  doorPin: 'kiosk.pin',
  /** What copies are encrypted with from now on. */
  passphrase: 'backup.passphrase',
  /** R25: which numbers are on paper in a drawer. */
  blanks: 'paper blanks',
  /** Which file of the computer’s administrator has counted. */
  recoveryFile: 'people.recovery',
  /** R35: what was believed of the computer’s clock last. */
  clock: 'clock',
} as const;
