/** What the disk keeps from being done, by reason. */
export const dataRefusals = {
  data_full: 'The disk is full. Nothing was saved.',
  data_unavailable: 'The data cannot be read or saved just now. Nothing was changed.',
  data_damaged:
    'The data on the disk are damaged. Nothing was changed. Please close the app and start it again: it then shows what can be done.',
  data_moved:
    'The data file was moved, deleted or replaced while the app was open. This was not saved; what was saved before is kept. The app starts again by itself: please do this once more then.',
} as const;
