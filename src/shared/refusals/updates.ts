/** Of new versions of the app, by reason. */
export const updateRefusals = {
  update_not_here: 'Updates are looked after at the computer that keeps the data.',
  update_no_key: 'This build has no key to check updates with, and looks for none.',
  update_off: 'First say where updates come from.',
  update_not_kept: 'This could not be saved. Is the disk full?',
  update_gone:
    'The installer is not here any more, or is not the one that was signed. Please fetch it again.',
  update_not_begun: 'The installer did not begin. Nothing was changed.',
} as const;
