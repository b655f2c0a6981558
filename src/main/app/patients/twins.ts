import { foldTight } from '../../../shared/model/fold';
import type { Twin } from '../../../shared/model/patient-page';
import { hasContact, type RegisteredPatient } from '../../../shared/model/registered-patient';
import { areAlike } from '../../../shared/names/alike';

type Facts = Pick<RegisteredPatient, 'name' | 'secondName' | 'contacts' | 'identifiers' | 'clinicNumber'>;

/** Why two rows may be one person; null: nothing speaks for it. */
export function whyTwins(one: Facts, other: Facts, country: string): Twin['why'] | null {
  const numbers = new Set(one.identifiers.map(({ system, value }) => `${system} ${foldTight(value)}`));
  if (other.identifiers.some(({ system, value }) => numbers.has(`${system} ${foldTight(value)}`))) {
    return 'identifier';
  }
  if (one.clinicNumber !== '' && foldTight(one.clinicNumber) === foldTight(other.clinicNumber)) {
    return 'clinic_number';
  }
  const shares = other.contacts.some((contact) => hasContact(one, contact, country));
  const named = namesOf(one).some((name) => namesOf(other).some((another) => areAlike(name, another)));
  return shares && named ? 'contact' : null;
}

const namesOf = ({ name, secondName }: Facts): string[] => [name, secondName].filter((one) => one !== '');
