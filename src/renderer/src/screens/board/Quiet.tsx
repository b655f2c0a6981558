import { Icon, type IconName } from '../../ui/Icon';
import { Both } from './words';

export type QuietKind = 'noDoctors' | 'noDoctorsHere' | 'allFinished' | 'allFinishedHere' | 'noneLeft';

const icons = {
  noDoctors: 'calendar',
  noDoctorsHere: 'calendar',
  allFinished: 'moon',
  allFinishedHere: 'moon',
  noneLeft: 'stethoscope',
} as const satisfies Record<QuietKind, IconName>;

/** Nobody is seen any more today, or at all; here, or anywhere. */
export function Quiet({ kind }: { readonly kind: QuietKind }) {
  return (
    <div
      data-testid="board-quiet"
      data-kind={kind}
      className="m-auto flex max-w-[56rem] flex-col items-center gap-[2rem] p-[1rem] text-center"
    >
      <Icon name={icons[kind]} className="size-[8rem] text-accent" />
      <Both
        say={(t) => t(`board:${kind}`)}
        apart="below"
        className="text-[4.4rem] leading-[1.4] font-bold text-balance"
      />
      <Both
        say={(t) => t(`board:${kind}Text`)}
        apart="below"
        className="text-[2.2rem] leading-[1.45] text-balance text-ink-soft"
      />
    </div>
  );
}
