import { memo } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { sources } from '../../../../../shared/model/token';
import { changeDraft, useDraft } from '../../../stores/deskDraft';
import { cx } from '../../../ui/cx';
import { Icon } from '../../../ui/Icon';
import { Key } from '../../../ui/Key';
import { sourceLooks } from '../looks';

/** The kind of visit: five at most, so all are in view; Alt with 1 to 5 from anywhere, in order of priority. */
export const SourceField = memo(function SourceField() {
  const { t } = useTranslation(['desk', 'common']);
  const source = useDraft((draft) => draft.source);
  return (
    <RadioGroup
      value={source}
      orientation="horizontal"
      onChange={(value) => {
        const chosen = sources.find((one) => one === value);
        if (chosen !== undefined) changeDraft({ source: chosen });
      }}
      className="flex flex-col gap-1"
    >
      <div className="flex items-baseline justify-between gap-2">
        <Label className="text-small font-semibold text-ink-soft">{t('issue.source')}</Label>
        <Key>Alt 1–5</Key>
      </div>
      <div className="flex gap-1">
        {sources.map((one) => (
          <Radio
            key={one}
            value={one}
            data-testid={`desk-source-${one}`}
            className={cx(
              'flex min-h-12 flex-auto cursor-pointer flex-col items-center justify-center gap-0.5 rounded-control border border-line-strong',
              'px-0.5 text-center text-[0.72rem] leading-tight font-semibold text-ink-soft data-selected:border-2 data-selected:font-bold',
              sourceLooks[one].chosen,
            )}
          >
            <Icon name={sourceLooks[one].icon} className="size-4.5" />
            <span className="max-w-full whitespace-nowrap">{t(`common:source.${one}`)}</span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
});
