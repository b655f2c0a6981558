/** The long form of a proof, or one that `npm test` has in another language: `npm run test:long` runs these, `npm test` does not. */
export const long = { tag: '@long' } as const;

/** Every test for which there are both forms: whether it is the long one, what it is tagged with. */
export const bothForms = [
  { isLong: false, tagged: {} },
  { isLong: true, tagged: long },
] as const;
