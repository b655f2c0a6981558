import { useEffect, useRef } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type ListedReason, reasonName } from '../../../../shared/model/reasons';
import { currentLanguage } from '../../i18n';
import { isField } from '../../keys/field';
import { digitOf } from '../../keys/position';
import { FieldFrame, fieldLook } from '../../ui/FieldFrame';
import { Key } from '../../ui/Key';
import type { WhyState } from './useWhy';

interface Props {
  readonly label: string;
  readonly why: WhyState;
  /** There is nothing to do before it: the words have the focus. */
  readonly isFirst?: boolean;
  readonly textTestId: string;
}

/**
 * Why: one of the clinic’s reasons, all in view, by its digit; and words beside it. The usual one is chosen already, so
 * that Enter is enough. The cursor is in the words, where no letter waits for what a scanner could mean by it and every
 * script composes: until they have begun, a digit is a reason; from then on it is a digit.
 */
export function WhyField({ label, why, isFirst = false, textTestId }: Props) {
  const { t } = useTranslation(['reasons', 'common']);
  const words = useRef<HTMLInputElement | null>(null);
  const { reasons, code, choose, begin, hasBegun } = why;

  useEffect(() => {
    if (!isFirst) return;
    words.current?.focus();
    words.current?.select();
  }, [isFirst]);

  useEffect(() => {
    /** The reason a key means, here where it was pressed. */
    function meant(event: KeyboardEvent): ListedReason | undefined {
      const inWords = event.target === words.current;
      if (event.shiftKey || (isField(event.target) && !inWords)) return undefined;
      const step = inWords ? (steps[event.key] ?? 0) : 0;
      if (step !== 0) return reasons[reasons.findIndex((reason) => reason.code === code) + step];
      if (inWords && (hasBegun || !isAllMarked(words.current))) return undefined;
      return reasons[digitOf(event.code) - 1];
    }
    function onKey(event: KeyboardEvent): void {
      if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
      const reason = meant(event);
      const letter = isRadio(event.target) && /^[^\s\d]$/u.test(event.key) ? event.key : null;
      if (reason !== undefined) choose(reason.code);
      // Written here: a letter that a scan could begin with has been held back, and writes nothing by itself.
      else if (letter !== null) begin(letter);
      else return;
      // What is typed next is words, wherever the focus was.
      if (event.target !== words.current) words.current?.focus();
      event.preventDefault();
      event.stopPropagation();
    }
    // Capturing: the list takes keys for itself.
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [reasons, code, choose, begin, hasBegun]);

  return (
    <div className="flex flex-col gap-3">
      <RadioGroup
        value={why.code}
        onChange={choose}
        isInvalid={why.isMissing}
        className="flex flex-col gap-1"
      >
        <Label className="text-small font-semibold text-ink-soft">{label}</Label>
        <div className="grid grid-cols-2 gap-1.5">
          {reasons.map((reason, index) => (
            <Radio
              key={reason.code}
              value={reason.code}
              data-testid={`why-${reason.code}`}
              className="flex min-w-0 cursor-pointer items-center gap-2 rounded-control border border-line px-2.5 py-1.5 data-hovered:bg-sunken data-selected:border-accent data-selected:bg-accent-soft data-selected:font-bold data-selected:text-on-accent-soft"
            >
              <Key>{String(index + 1)}</Key>
              <bdi className="min-w-0 grow leading-tight">{reasonName(reason, currentLanguage())}</bdi>
            </Radio>
          ))}
        </div>
        {why.isMissing && (
          <p role="alert" className="text-small font-semibold text-danger" data-testid="why-missing">
            {t('missing')}
          </p>
        )}
      </RadioGroup>
      <FieldFrame label={t('words')} error={null}>
        {(ids) => (
          <input
            {...ids}
            ref={words}
            data-testid={textTestId}
            type="text"
            dir="auto"
            autoComplete="off"
            maxLength={500}
            value={why.text}
            onChange={(event) => why.write(event.target.value)}
            className={fieldLook}
          />
        )}
      </FieldFrame>
    </div>
  );
}

/** In the words too, up and down go through the list. */
const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

/** Nothing stands there, or only what stood there before, marked to be typed over. */
function isAllMarked(field: HTMLInputElement | null): boolean {
  return field !== null && field.selectionStart === 0 && field.selectionEnd === field.value.length;
}

function isRadio(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === 'radio';
}
