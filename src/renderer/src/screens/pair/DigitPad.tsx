import { Button } from 'react-aria-components';
import { Icon } from '../../ui/Icon';

interface Props {
  readonly label: string;
  readonly erase: string;
  readonly isDisabled: boolean;
  readonly onDigit: (digit: string) => void;
  readonly onErase: () => void;
}

const look =
  'touch-target flex cursor-pointer items-center justify-center rounded-card border border-line-strong bg-surface text-headline font-bold shadow-card data-hovered:bg-sunken data-pressed:translate-y-px data-disabled:cursor-default data-disabled:text-ink-faint';

/** Keys for a finger; a real keyboard types into the field. Laid out as on a telephone in every language. */
export function DigitPad({ label, erase, isDisabled, onDigit, onErase }: Props) {
  return (
    <fieldset dir="ltr" aria-label={label} className="mx-auto grid w-full max-w-[26rem] grid-cols-3 gap-3">
      {['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'].map((digit) => (
        <Button
          key={digit}
          preventFocusOnPress
          isDisabled={isDisabled}
          onPress={() => onDigit(digit)}
          data-testid={`pair-key-${digit}`}
          className={`${look} ${digit === '0' ? 'col-start-2' : ''}`}
        >
          {digit}
        </Button>
      ))}
      <Button
        preventFocusOnPress
        isDisabled={isDisabled}
        aria-label={erase}
        onPress={onErase}
        data-testid="pair-erase"
        className={look}
      >
        <Icon name="backspace" className="size-8" />
      </Button>
    </fieldset>
  );
}
