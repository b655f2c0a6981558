import { Label, Radio, RadioGroup } from 'react-aria-components';
import { cx } from './cx';
import { Icon, type IconName } from './Icon';

interface RadioCard<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly text?: string;
  readonly icon: IconName;
  readonly testId: string;
}

interface Props<V extends string> {
  readonly label: string;
  readonly cards: readonly RadioCard<V>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
}

/** One of a few, each a card large enough for a finger. The chosen one has a tick, not only a colour. */
export function RadioCards<V extends string>({ label, cards, value, onChange }: Props<V>) {
  function choose(chosen: string): void {
    const card = cards.find((one) => one.value === chosen);
    if (card !== undefined) onChange(card.value);
  }
  return (
    <RadioGroup value={value} onChange={choose} className="flex min-w-0 flex-col gap-1.5">
      <Label className="text-body font-semibold">{label}</Label>
      <div className="grid grid-cols-2 gap-3">
        {cards.map((card) => (
          <Radio
            key={card.value}
            value={card.value}
            data-testid={card.testId}
            className={cx(
              'group flex touch-target cursor-pointer items-center gap-3 rounded-card border-2 border-line',
              'bg-surface px-4 py-2 transition-ground data-hovered:border-line-strong',
              'data-selected:border-accent data-selected:bg-accent-soft data-selected:text-on-accent-soft',
            )}
          >
            <Icon name={card.icon} className="size-7 text-accent" />
            <span className="min-w-0 grow">
              <span className="block text-lead leading-tight font-bold">{card.label}</span>
              {card.text !== undefined && (
                <span className="block text-small leading-tight text-ink-soft group-data-selected:text-on-accent-soft">
                  {card.text}
                </span>
              )}
            </span>
            <span className="flex size-7 shrink-0 items-center justify-center rounded-pill border-2 border-line-strong group-data-selected:border-accent group-data-selected:bg-accent">
              <Icon name="check" className="invisible size-4 text-on-accent group-data-selected:visible" />
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
