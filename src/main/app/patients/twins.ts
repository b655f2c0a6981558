import { fold, foldTight } from '../../../shared/model/fold';
import { nameKey } from '../../../shared/model/patient';
import type { Twin } from '../../../shared/model/patient-page';
import { hasContact, type RegisteredPatient } from '../../../shared/model/registered-patient';
import { soundDistance, soundsOf } from '../../../shared/names/sound';

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

/** `A. Verma` and `Asha Verma`, `Asha` and `Asha Verma`, `Meena` and `Mina`; a brother is not: `Ravi Verma`. */
export function areAlike(one: string, other: string): boolean {
  if (nameKey(one) === nameKey(other)) return true;
  const [short = [], long = []] = [fold(one).split(' '), fold(other).split(' ')].sort(
    (a, b) => a.length - b.length,
  );
  const left = [...long];
  return short.every((word) => {
    const place = left.findIndex((another) => isLike(word, another));
    if (place >= 0) left.splice(place, 1);
    return place >= 0;
  });
}

/** An initial, or what may be another spelling of the same name. */
function isLike(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length === 1) return long.startsWith(short);
  return soundsOf(one).some(({ sound }) =>
    soundsOf(other).some((another) => soundDistance(sound, another.sound) <= SPELLING),
  );
}

/** As for a search: what two spellings of one name may differ in. */
const SPELLING = 0.6;
