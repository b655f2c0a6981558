import type { LeftOver } from '../../../../shared/model/left-over';
import { i18n } from '../../i18n';

/** R28: what is said of a day that is open again, with whom that left over. */
export function saidOf(opened: string, leftOver: readonly LeftOver[]): string {
  const said = (['second_token', 'erased'] as const).flatMap((because) => {
    const those = leftOver.filter((one) => one.because === because).map(({ number }) => number);
    const named = { count: those.length, numbers: those.join(', ') };
    return those.length === 0 ? [] : [i18n.t(`day:reopen.left.said.${because}`, named)];
  });
  return [opened, ...said].join(' ');
}
