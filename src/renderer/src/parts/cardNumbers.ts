import type { Code } from '../../../shared/codes/read-code';
import type { CardNumber } from '../../../shared/model/card-holder';

/** By what the holder of a scanned card is looked for, the surest first; empty: it is no card. */
export function numbersOfCode(code: Code): CardNumber[] {
  if (code.kind === 'patient') return [{ system: 'own', value: code.clinicNumber }];
  if (code.kind === 'abha') return [{ system: 'abha', value: code.abhaNumber }];
  if (code.kind !== 'card') return [];
  const { abhaNumber, abhaAddress } = code.card;
  return [
    ...(abhaNumber === null ? [] : [{ system: 'abha' as const, value: abhaNumber }]),
    ...(abhaAddress === null ? [] : [{ system: 'abha-address' as const, value: abhaAddress }]),
  ];
}
