import { Button } from 'react-aria-components';
import { t } from '../../i18n';
import { cx } from '../../ui/cx';
import { Icon, type IconName } from '../../ui/Icon';
import type { Keys } from './useKeys';

interface PadProps {
  readonly keys: Keys;
}

const letterRows = ['QWERTYUIOP', 'ASDFGHJKL', 'ZXCVBNM'] as const;
const digitRows = ['123', '456', '789'] as const;

/** Letters for a name. Keeps the caret in the field: a key never takes the focus. */
export function LetterPad({ keys }: PadProps) {
  const [top, middle, bottom] = letterRows;
  return (
    <Pad>
      <Row>{letters(top, keys)}</Row>
      <Row inset>{letters(middle, keys)}</Row>
      <Row>
        {letters(bottom, keys)}
        <Key label={t.kiosk.backspace} icon="backspace" onPress={keys.backspace} wide />
      </Row>
      <Row>
        <Key label="." onPress={() => keys.type('.')} />
        <Key label="-" onPress={() => keys.type('-')} />
        <Key label={t.kiosk.space} onPress={() => keys.type(' ')} widest />
        <Key label="'" onPress={() => keys.type("'")} />
        <Key label={t.kiosk.clear} onPress={keys.clear} wide />
      </Row>
    </Pad>
  );
}

/** Digits for a phone number, as on a phone. */
export function NumberPad({ keys }: PadProps) {
  return (
    <Pad narrow>
      {digitRows.map((row) => (
        <Row key={row}>
          {[...row].map((digit) => (
            <Key key={digit} label={digit} onPress={() => keys.type(digit)} />
          ))}
        </Row>
      ))}
      <Row>
        <Key label="+" onPress={() => keys.type('+')} />
        <Key label="0" onPress={() => keys.type('0')} />
        <Key label={t.kiosk.backspace} icon="backspace" onPress={keys.backspace} />
      </Row>
    </Pad>
  );
}

function letters(row: string, keys: Keys) {
  return [...row].map((letter) => <Key key={letter} label={letter} onPress={() => keys.letter(letter)} />);
}

interface BoxProps {
  readonly children: React.ReactNode;
}

/** A keyboard is laid out as it is printed, in any writing direction. */
function Pad({ children, narrow = false }: BoxProps & { readonly narrow?: boolean }) {
  return (
    <section dir="ltr" aria-label={t.kiosk.keyboard} className="shrink-0 bg-sunken p-3 portrait:p-6">
      <div
        className={cx(
          'mx-auto flex flex-col gap-2 portrait:gap-3',
          narrow ? 'max-w-[34rem]' : 'max-w-[84rem]',
        )}
      >
        {children}
      </div>
    </section>
  );
}

function Row({ children, inset = false }: BoxProps & { readonly inset?: boolean }) {
  return <div className={cx('flex gap-2 portrait:gap-3', inset && 'px-[4.5%]')}>{children}</div>;
}

interface KeyProps {
  readonly label: string;
  readonly icon?: IconName;
  readonly wide?: boolean;
  readonly widest?: boolean;
  readonly onPress: () => void;
}

function Key({ label, icon, wide = false, widest = false, onPress }: KeyProps) {
  return (
    <Button
      preventFocusOnPress
      excludeFromTabOrder
      {...(icon === undefined ? {} : { 'aria-label': label })}
      onPress={onPress}
      className={cx(
        'flex min-h-[max(76px,4.5rem)] min-w-0 cursor-pointer items-center justify-center rounded-control bg-surface font-semibold shadow-card select-none',
        'data-pressed:bg-accent data-pressed:text-on-accent',
        label.length > 1 ? 'text-lead' : 'text-title',
        widest ? 'flex-[5]' : wide ? 'flex-[1.6]' : 'flex-1',
      )}
    >
      {icon === undefined ? label : <Icon name={icon} className="size-8" />}
    </Button>
  );
}
