import { useEffect, useRef } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { reasonName } from '../../../../shared/model/reasons';
import { currentLanguage } from '../../i18n';
import { isField } from '../../keys/field';
import { digitOf } from '../../keys/position';
import { FieldFrame, fieldLook } from '../../ui/FieldFrame';
import { Key } from '../../ui/Key';
import type { WhyState } from './useWhy';

interface Props {
  readonly label: string;
  readonly why: WhyState;
  /** There is nothing to do before it: the list has the focus. */
  readonly isFirst?: boolean;
  readonly textTestId: string;
}

/**
 * Why: one of the clinic’s reasons, all in view, by its digit; and words beside it, which any letter begins. The usual
 * one is chosen already, so that Enter is enough.
 */
export function WhyField({ label, why, isFirst = false, textTestId }: Props) {
  const { t } = useTranslation(['reasons', 'common']);
  const text = useRef<HTMLInputElement | null>(null);
  const { reasons, choose, begin } = why;

  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing || isField(event.target))
        return;
      const reason = reasons[digitOf(event.code) - 1];
      // Written here: a letter that a scan could begin with has been held back, and writes nothing by itself.
      const letter = isRadio(event.target) && /^[^\s\d]$/u.test(event.key) ? event.key : null;
      if (reason !== undefined) choose(reason.code);
      else if (letter !== null) {
        begin(letter);
        text.current?.focus();
      } else return;
      event.preventDefault();
      event.stopPropagation();
    }
    // Capturing: the list takes keys for itself.
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [reasons, choose, begin]);

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
              autoFocus={isFirst && (why.code === null ? index === 0 : reason.code === why.code)}
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
            ref={text}
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

function isRadio(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === 'radio';
}
