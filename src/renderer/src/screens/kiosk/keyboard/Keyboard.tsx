import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import SimpleKeyboard from 'react-simple-keyboard';
import { type Language, languageFacts } from '../../../i18n/languages';
import type { Keys } from '../useKeys';
import type { Script } from './script';
import { scripts } from './scripts';
import './keyboard.css';

interface LettersProps {
  readonly keys: Keys;
  readonly language: Language;
}

/** In a row, at 1024 px. */
const MOST_KEYS = 12;

/** Letters of the patient's script for a name, with a key that changes to English and back. */
export function LetterPad({ keys, language }: LettersProps) {
  const { t } = useTranslation('kiosk');
  const [english, setEnglish] = useState(false);
  const [alone, setAlone] = useState(false);
  const script: Script = scripts[english ? 'en' : language];
  const other: Language = english ? language : 'en';

  const letters = script.rows.slice(0, -1);
  const last = script.rows.at(-1) ?? [];
  // A key narrower than 20 mm is missed.
  const fits = last.length < MOST_KEYS;
  const special = [
    ...(language === 'en' ? [] : ['{switch}']),
    ...script.extras,
    '{space}',
    ...(script.joins ? ['{alone}'] : []),
    ...(fits ? [] : ['{bksp}']),
  ];
  const rows = [...letters, fits ? [...last, '{bksp}'] : last, special];
  const vowels = script.rows[0]?.slice(0, 2).join(' ') ?? '';
  const label = (key: string): string => (alone ? key : script.label(keys.before, key));

  function press(key: string): void {
    if (key === '{switch}') setEnglish(!english);
    else if (key === '{alone}') setAlone(!alone);
    else if (key === '{space}') keys.edit(() => ({ remove: 0, insert: ' ' }));
    else {
      keys.edit((now) => (alone ? { remove: 0, insert: key } : script.press(now, key)));
      // A vowel on its own is rare: the next one joins again.
      setAlone(false);
    }
  }

  return (
    <Pad
      rows={rows}
      display={{
        ...Object.fromEntries(script.rows.flat().map((key) => [key, label(key)])),
        '{switch}': languageFacts[other].name,
        '{space}': t('key.space'),
        '{alone}': vowels,
      }}
      syllables={script.joins ? (script.rows[0] ?? []) : []}
      held={alone ? '{alone}' : null}
      names={{
        '{switch}': t('key.switchTo', { language: languageFacts[other].name }),
        '{alone}': `${vowels}: ${t('key.vowels')}`,
      }}
      keys={keys}
      onPress={press}
    />
  );
}

interface NumbersProps {
  readonly keys: Keys;
  /** Put before the digits: `+`, or the letters of token numbers. */
  readonly extras: readonly string[];
}

/** Digits as on a phone. */
export function NumberPad({ keys, extras }: NumbersProps) {
  const [first, ...more] = extras;
  const bottom = [more.length === 0 && first !== undefined ? first : '{gap}', '0', '{bksp}'];
  const top = more.length === 0 ? [] : [extras];
  return (
    <Pad
      narrow
      rows={[...top, ['1', '2', '3'], ['4', '5', '6'], ['7', '8', '9'], bottom]}
      display={{}}
      names={{}}
      syllables={[]}
      held={null}
      keys={keys}
      onPress={(key) => keys.edit(() => ({ remove: 0, insert: key }))}
    />
  );
}

interface PadProps {
  readonly rows: readonly (readonly string[])[];
  readonly display: Readonly<Record<string, string>>;
  /** Keys that show a whole syllable. */
  readonly syllables: readonly string[];
  /** A key that stays down until the next. */
  readonly held: string | null;
  /** For screen readers, where what is shown does not say it. */
  readonly names: Readonly<Record<string, string>>;
  readonly narrow?: boolean;
  readonly keys: Keys;
  readonly onPress: (key: string) => void;
}

/** A keyboard is laid out as it is printed, in any writing direction; the library mirrors itself otherwise. */
function Pad({ rows, display, syllables, held, names, narrow = false, keys, onPress }: PadProps) {
  const { t } = useTranslation('kiosk');
  const spoken = { ...names, '{bksp}': t('key.backspace') };

  function press(key: string): void {
    if (key === '{bksp}') keys.backspace();
    else onPress(key);
  }
  const box = useRef<HTMLElement>(null);
  useQuietClicks(box, press);

  return (
    <section
      ref={box}
      dir="ltr"
      aria-label={t('key.keyboard')}
      data-testid="kiosk-keyboard"
      className="shrink-0 bg-sunken p-2 portrait:px-3 portrait:py-5"
    >
      <div className={narrow ? 'mx-auto max-w-[34rem]' : 'mx-auto max-w-[84rem]'}>
        <SimpleKeyboard
          theme="pad"
          layout={{ default: rows.map((row) => row.join(' ')) }}
          display={{ ...display, '{bksp}': '⌫', '{gap}': ' ' }}
          mergeDisplay
          useButtonTag
          disableButtonHold
          physicalKeyboardHighlight={false}
          buttonTheme={[
            ...(syllables.length === 0 ? [] : [{ class: 'pad-syllable', buttons: syllables.join(' ') }]),
            ...(held === null ? [] : [{ class: 'pad-held', buttons: held }]),
          ]}
          buttonAttributes={[
            ...(held === null ? [] : [{ attribute: 'aria-pressed', value: 'true', buttons: held }]),
            { attribute: 'disabled', value: '', buttons: '{gap}' },
            { attribute: 'tabindex', value: '-1', buttons: rows.flat().join(' ') },
            { attribute: 'type', value: 'button', buttons: rows.flat().join(' ') },
            ...Object.entries(spoken).map(([buttons, value]) => ({
              attribute: 'aria-label',
              value,
              buttons,
            })),
          ]}
          onKeyPress={press}
        />
      </div>
    </section>
  );
}

/**
 * The field keeps the focus and its caret while keys are pressed. Keys act when they go down; a screen reader
 * only ever clicks, with a detail of 0.
 */
function useQuietClicks(box: RefObject<HTMLElement | null>, press: (key: string) => void): void {
  const latest = useRef(press);
  useEffect(() => {
    latest.current = press;
  });
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const keepFocus = (event: Event): void => event.preventDefault();
    const clicked = (event: MouseEvent): void => {
      const key = event.target instanceof Element ? event.target.closest('[data-skbtn]') : null;
      const name = key?.getAttribute('data-skbtn') ?? null;
      if (event.detail === 0 && name !== null) latest.current(name);
    };
    element.addEventListener('mousedown', keepFocus);
    element.addEventListener('click', clicked);
    return () => {
      element.removeEventListener('mousedown', keepFocus);
      element.removeEventListener('click', clicked);
    };
  }, [box]);
}
