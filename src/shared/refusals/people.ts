/** Why a change of persons, their roles, or what is known of a patient is refused, by reason. */
export const peopleRefusals = {
  more_than_own: 'This allows more than your own role does. Please ask an administrator.',
  clinic_number_taken:
    'The clinic number {{number}} is {{name}}’s already (number {{patientId}} in the register).',
  clinic_number_of_both:
    'Both have the clinic number {{number}}. Please take it off {{name}} first, then take them apart.',
  clinic_number_of_merged:
    'Both have the clinic number {{number}}. {{name}}, who is merged here, has it too. Please take {{name}} apart first.',
  given_token_just_now: 'They have been given a token just now. Please try again.',
} as const;
