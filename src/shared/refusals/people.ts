/** Why a change of persons, their roles, or what is known of a patient is refused, by reason. */
export const peopleRefusals = {
  more_than_own: 'This allows more than your own role does. Please ask an administrator.',
  clinic_number_taken:
    'The clinic number {{number}} is {{name}}’s already (number {{patientId}} in the register).',
} as const;
