/** Why a payment, or a count of the drawer, is refused. What stands in braces is among the details. */
export const paymentRefusals = {
  fees_off: 'Payments are not written down here. They are turned on in the settings, under Fees.',
  payment_nothing_due: 'Nothing is due for this visit.',
  payment_twice:
    'This visit is paid already: {{receipt}}, {{sum}}, at {{time}}{{who}}. Nothing was taken twice.',
  payment_meanwhile:
    'Something was paid for this visit meanwhile: {{receipt}}, {{sum}}, at {{time}}{{who}}. Please look at what is still due.',
  payment_too_much: 'No more than {{due}} is due.',
  payment_gone: 'There is no such payment.',
  payment_put_right: 'All of this payment was put right already.',
  payment_less_left: 'Only {{left}} of this payment is left to put right.',
  payment_is_correction: 'This puts another payment right itself. Take the money anew instead.',
  count_reason: 'The drawer should hold {{expected}}, and {{counted}} was counted. Please say why.',
  count_person: 'There is no such person.',
  count_ahead: 'A day is counted once it has begun.',
  currency_kept: 'Payments have been written down in {{currency}}: the currency stays.',
} as const;
