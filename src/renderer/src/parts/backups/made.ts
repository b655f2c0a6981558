import type { CopiesMade } from '../../../../shared/model/backups';
import { i18n } from '../../i18n';
import { say, sayPartly } from '../../ui/toasts';

/** Says that copies were made, or where one is missing, and why. */
export function sayMade({ failed }: CopiesMade): void {
  if (failed.length === 0) {
    say(i18n.t('backups:state.made'));
    return;
  }
  const where = failed.map(({ folder, isOwn, problem }) =>
    i18n.t('backups:state.notThere', {
      place: isOwn ? i18n.t('backups:places.own') : folder,
      why: i18n.t(`backups:warning.${problem}`),
    }),
  );
  sayPartly([i18n.t('backups:state.madeElsewhere'), ...where].join(' '));
}
