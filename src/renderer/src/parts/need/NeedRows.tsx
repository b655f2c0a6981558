import { useTranslation } from 'react-i18next';
import { type Precedence, precedences } from '../../../../shared/model/token';
import { RadioRows } from '../../ui/RadioRows';

interface Props {
  readonly value: Precedence | null;
  readonly onChange: (need: Precedence | null) => void;
}

const NONE = 'none';

/** R26: which need, or none; one of a few, all in view. */
export function NeedRows({ value, onChange }: Props) {
  const { t } = useTranslation(['desk', 'common']);
  return (
    <>
      <RadioRows
        label={t('action.precedence')}
        autoFocus
        value={value ?? NONE}
        onChange={(key) => onChange(precedences.find((one) => one === key) ?? null)}
        rows={[NONE, ...precedences].map((one) => ({
          key: one,
          text: t(`rules.need.${precedences.find((known) => known === one) ?? NONE}`),
          testId: `need-${one}`,
        }))}
      />
      <p className="text-small text-ink-soft">{t('rules.need.hint')}</p>
    </>
  );
}
