/** What cannot be while nobody knows what time it is (R35), by reason. */
export const clockRefusals = {
  clock_unknown: 'First say what day and time it is: the computer’s clock cannot be right.',
  clock_answered: 'This was answered already, or the clock is right again.',
  clock_moved: 'The clock has changed again. Please look once more.',
  clock_no_count: 'The app was off, and has no count of its own. Please type the time.',
  clock_no_time: 'Please type a day and a time.',
} as const;
