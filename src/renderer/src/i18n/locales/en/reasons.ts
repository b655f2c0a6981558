/** Why something is done, from the clinic’s list. */
export const reasons = {
  why: 'Why?',
  words: 'In words, if there is more to say',
  missing: 'Please choose a reason.',
  choose: 'Reason',
};
