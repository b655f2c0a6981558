import type { CopiesMade } from '../../../../shared/model/backups';
import { i18n } from '../../i18n';

/** What is said once copies were made: where one is missing, and why. */
export function madeText({ failed }: CopiesMade): string {
  if (failed.length === 0) return i18n.t('backups:state.made');
  const where = failed.map(({ folder, isOwn, problem }) =>
    i18n.t('backups:state.notThere', {
      place: isOwn ? i18n.t('backups:places.own') : folder,
      why: i18n.t(`backups:warning.${problem}`),
    }),
  );
  return [i18n.t('backups:state.madeElsewhere'), ...where].join(' ');
}
