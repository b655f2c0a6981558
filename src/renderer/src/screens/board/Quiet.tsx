import { Icon } from '../../ui/Icon';
import { Both } from './words';

/** Nobody is seen any more today, or at all. */
export function Quiet({ kind }: { readonly kind: 'noDoctors' | 'allFinished' }) {
  return (
    <div
      data-testid="board-quiet"
      className="m-auto flex max-w-[56rem] flex-col items-center gap-[2rem] p-[1rem] text-center"
    >
      <Icon name={kind === 'noDoctors' ? 'calendar' : 'moon'} className="size-[8rem] text-accent" />
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
