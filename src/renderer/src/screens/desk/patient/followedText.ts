import { isVisitOpen, type PatientVisit } from '../../../../../shared/model/patient-page';
import type { Followed, RegisterSaved } from '../../../../../shared/model/register-saved';
import { statusNow } from '../../../data/status';
import { i18n } from '../../../i18n';
import { shortDayText } from '../../../i18n/format';

/** What was saved, and which open tokens it moved (R26): nobody learns that at the board. */
export function followedText(saved: string, { followed }: Pick<RegisterSaved, 'followed'>): string {
  const moved = followed.filter(({ passes }) => passes !== 0).map(movedText);
  return [saved, ...moved].join(' ');
}

/** Facts that were saved: also which tokens they hold for without moving anybody, and which still bear the name from before. */
export function savedText(
  { name, was }: { readonly name: string; readonly was: string | undefined },
  visits: readonly PatientVisit[],
  { followed }: Pick<RegisterSaved, 'followed'>,
): string {
  const same = followed.filter(({ passes }) => passes === 0).map(numberOf);
  const rest = same.length === 0 ? [] : [i18n.t('patient:followed.same', { numbers: same.join(', ') })];
  const old = visits.filter((one) => isVisitOpen(one) && was !== name && one.patientName === was);
  const still = old.map((one) =>
    i18n.t('patient:stillNamed', { number: numberOf(one), name: one.patientName }),
  );
  return [followedText(i18n.t('patient:saved', { name }), { followed }), ...rest, ...still].join(' ');
}

function movedText(one: Followed): string {
  const named = { number: numberOf(one), count: Math.abs(one.passes) };
  return i18n.t(one.passes > 0 ? 'patient:followed.before' : 'patient:followed.behind', named);
}

/** Of another day with the day: there is such a number today too. */
function numberOf({ number, serviceDay }: Pick<Followed, 'number' | 'serviceDay'>): string {
  return serviceDay === statusNow()?.serviceDay ? number : `${number} (${shortDayText(serviceDay)})`;
}
