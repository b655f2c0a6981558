/** Why a change of persons or their roles is refused, by reason. */
export const peopleRefusals = {
  more_than_own: 'This allows more than your own role does. Please ask an administrator.',
} as const;
