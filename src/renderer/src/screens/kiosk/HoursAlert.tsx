import { useTranslation } from 'react-i18next';
import type { Otherwise, TokenWarning } from '../../../../shared/model/otherwise';
import { otherwiseTexts } from '../../i18n/waits';
import { Alert } from '../../ui/Alert';

interface Props {
  readonly warnings: readonly TokenWarning[];
  readonly otherwise: Otherwise;
}

/** Today may not be enough: said with what else there is, so that nobody waits for nothing. */
export function HoursAlert({ warnings, otherwise }: Props) {
  const { t } = useTranslation(['kiosk', 'common']);
  const over = warnings.includes('hours_over');
  return (
    <Alert
      tone="warn"
      icon="clock"
      title={over ? t('common:otherwise.hoursOver') : t('common:otherwise.notEnough')}
      text={otherwiseTexts(otherwise).join(' · ')}
      testId="kiosk-hours"
    />
  );
}
