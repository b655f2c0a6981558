import { fold } from '../model/fold';
import { nameKey } from '../model/patient';
import { soundDistance, soundsOf } from './sound';

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
