import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../../shared/result';
import { isolated } from '../../i18n/format';
import { Notice } from '../../ui/Notice';

/** Why it was refused, in the patient's language, and what to do now. Main's own words are for staff. */
export function Refusal({ error }: { readonly error: AppError }) {
  const { t } = useTranslation('kiosk');
  const common = { testId: 'kiosk-error', className: 'text-lead' } as const;
  if (error.code === 'DUPLICATE_TOKEN') {
    const number = error.details?.number;
    const title =
      typeof number === 'string'
        ? t('refused.duplicate', { number: isolated(number) })
        : t('refused.duplicateUnknown');
    return <Notice {...common} tone="warn" icon="ticket" title={title} text={t('refused.duplicateText')} />;
  }
  if (error.code === 'CONFLICT') {
    return (
      <Notice {...common} tone="danger" title={t('refused.conflict')} text={t('refused.conflictText')} />
    );
  }
  return (
    <Notice {...common} tone="danger" title={t('refused.failed')} text={t('refused.failedText')}>
      {error.reference !== undefined && (
        <p className="text-body">{t('refused.reference', { reference: isolated(error.reference) })}</p>
      )}
    </Notice>
  );
}
