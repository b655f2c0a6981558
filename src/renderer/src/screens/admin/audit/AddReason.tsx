import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedReason } from '../../../../../shared/model/reasons';
import { Button } from '../../../ui/Button';
import { FieldFrame, fieldLook } from '../../../ui/FieldFrame';
import { isName, newCode } from './names';

interface Props {
  /** Those there ever were: none is used twice. */
  readonly codes: readonly string[];
  readonly onAdd: (reason: ListedReason) => void;
  readonly onClose: () => void;
}

/** A reason of the clinic’s own, in one language or both; Enter adds it. */
export function AddReason({ codes, onAdd, onClose }: Props) {
  const { t } = useTranslation(['audit', 'common']);
  const [names, setNames] = useState({ en: '', hi: '' });
  const [isMissing, setMissing] = useState(false);
  const given = (['en', 'hi'] as const).filter((language) => names[language].trim() !== '');

  function add(): void {
    const isGood = given.length > 0 && given.every((language) => isName(names[language]));
    setMissing(!isGood);
    if (!isGood) return;
    const named = Object.fromEntries(given.map((language) => [language, names[language].trim()]));
    onAdd({ code: newCode(names.en, codes), names: named, active: true });
  }

  return (
    <form
      noValidate
      className="grid grid-cols-[1fr_1fr_auto_auto] items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      {(['en', 'hi'] as const).map((language) => (
        <FieldFrame
          key={language}
          label={t(language === 'en' ? 'reasons.english' : 'reasons.hindi')}
          error={isMissing && language === 'en' ? t('reasons.missing') : null}
          errorTestId="reason-missing"
        >
          {(ids) => (
            <input
              {...ids}
              ref={language === 'en' ? focusOnce : undefined}
              data-testid={`reason-new-${language}`}
              dir="auto"
              maxLength={60}
              value={names[language]}
              className={fieldLook}
              onChange={(event) => {
                setMissing(false);
                setNames({ ...names, [language]: event.currentTarget.value });
              }}
            />
          )}
        </FieldFrame>
      ))}
      <Button type="submit" tone="primary" data-testid="reason-save">
        {t('reasons.save')}
      </Button>
      <Button onPress={onClose}>{t('common:dismiss')}</Button>
    </form>
  );
}

function focusOnce(field: HTMLInputElement | null): void {
  field?.focus();
}
