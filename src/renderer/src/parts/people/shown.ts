import type { PersonId } from '../../../../shared/model/ids';
import type { WhoIsOn } from '../../../../shared/model/person';

/** For whom a screen is shown. */
export interface Shown {
  /** Another one for each person after another: the screen begins anew with it. */
  readonly turn: number;
  readonly personId: PersonId | null;
  readonly isShown: boolean;
  /** Nobody is on: a cover lies over it. */
  readonly isCovered: boolean;
  /** The last time that somebody else came on, it was from under a cover. */
  readonly wasCovered: boolean;
}

export const begin: Shown = { turn: 0, personId: null, isShown: false, isCovered: false, wasCovered: false };

/** As it goes on. The same object where nothing changes. */
export function after(shown: Shown, who: WhoIsOn): Shown {
  if (!who.inUse) return same(shown, { ...shown, personId: null, isShown: true, isCovered: false });
  if (who.person !== null) {
    const { id } = who.person;
    const isOther = shown.personId !== null && shown.personId !== id;
    return same(shown, {
      turn: isOther ? shown.turn + 1 : shown.turn,
      personId: id,
      isShown: true,
      isCovered: false,
      wasCovered: isOther ? shown.isCovered : shown.wasCovered,
    });
  }
  // Whoever locked it finds it as it was.
  const isTheirs = shown.personId !== null && who.lockedBy?.id === shown.personId;
  return same(shown, { ...shown, isShown: shown.isShown && isTheirs, isCovered: true });
}

function same(before: Shown, next: Shown): Shown {
  const fields = Object.keys(before) as (keyof Shown)[];
  return fields.every((field) => before[field] === next[field]) ? before : next;
}
