/** The manual's window; its pages are in docs/manual. */
export const manual = {
  title: 'Manual',
  close: 'Close the manual',
  search: 'Search the manual',
  found: 'Found in the manual',
  nothing: 'Nothing about that. Try another word.',
  pages: 'Pages',
  back: 'Back',
  print: 'Print this page',
} as const;
