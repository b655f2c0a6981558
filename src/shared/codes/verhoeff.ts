/** Verhoeff's check digit (J. Verhoeff, Error Detecting Decimal Codes, 1969), by the dihedral group of ten. */
const product = [
  '0123456789',
  '1234067895',
  '2340178956',
  '3401289567',
  '4012395678',
  '5987604321',
  '6598710432',
  '7659821043',
  '8765932104',
  '9876543210',
];
const permutation = [
  '0123456789',
  '1576283094',
  '5803796142',
  '8916043527',
  '9453126870',
  '4286573901',
  '2793806415',
  '7046913258',
];

/** Whether the last of these digits is the check digit of the others. */
export function passesVerhoeff(digits: string): boolean {
  let check = 0;
  for (const [index, digit] of [...digits].reverse().entries()) {
    const turned = Number(permutation[index % permutation.length]?.[Number(digit)]);
    check = Number(product[check]?.[turned]);
  }
  return check === 0;
}
