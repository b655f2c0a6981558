/** The report for whoever helps. */
export const diagnostics = {
  title: 'Report for support',
  text: 'What helps to find out why something does not work: versions, sizes, settings without texts, the log. No patients, no staff, no PINs, no passwords.',
  read: 'Look at the report',
  hint: 'This is all that is in it. Please look through it before you send it to anybody.',
  save: 'Save as a file',
  saved: 'Saved: {{path}}',
  close: 'Back',
} as const;
