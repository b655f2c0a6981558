import { useTranslation } from 'react-i18next';
import { currencies } from '../../../../shared/model/currency';
import { currencyOf } from '../../../../shared/model/fees';
import { upiIdPattern } from '../../../../shared/model/fees-settings';
import { save } from '../../parts/settings/save';
import { SelectField } from '../../ui/SelectField';
import { SettingGroup, SettingSwitch, SettingText } from '../../ui/Setting';
import { FeeTable } from './fees/FeeTable';
import type { SectionProps } from './section';

const BY_COUNTRY = 'country';

/** Whether payments are written down, what visits cost, where UPI goes, and what receipts say. */
export function FeesSection({ settings }: SectionProps) {
  const { t } = useTranslation('payments');
  const { fees, clinic } = settings;
  const currency = currencyOf(settings);
  const byCountry = currencyOf({ fees: { ...fees, currency: null }, clinic });
  return (
    <>
      <SettingGroup title={t('settings.title')} text={t('settings.text')}>
        <SettingSwitch
          label={t('settings.on')}
          text={t('settings.onText')}
          value={fees.on}
          testId="fees-on"
          onChange={(on) => void save({ fees: { on } })}
        />
        {fees.on && (
          <div className="max-w-80">
            <SelectField
              label={t('settings.currency')}
              value={fees.currency ?? BY_COUNTRY}
              choices={[
                { key: BY_COUNTRY, text: t('settings.byCountry', { currency: byCountry }) },
                ...currencies.map((key) => ({ key, text: key })),
              ]}
              testId="fees-currency"
              onChange={(key) => void save({ fees: { currency: key === BY_COUNTRY ? null : key } })}
            />
          </div>
        )}
      </SettingGroup>
      {fees.on && (
        <>
          <FeeTable fees={fees} currency={currency} />
          <SettingGroup title={t('settings.receipts')} text={t('settings.receiptsText')}>
            <SettingSwitch
              label={t('settings.print')}
              value={fees.receipts}
              testId="fees-receipts"
              onChange={(receipts) => void save({ fees: { receipts } })}
            />
            <SettingText
              label={t('settings.prefix')}
              text={t('settings.prefixText')}
              value={fees.prefix}
              testId="fees-prefix"
              className="max-w-80"
              problem={(typed) =>
                /^[A-Z0-9/-]{0,10}$/.test(typed.trim()) ? null : t('settings.prefixProblem')
              }
              onSave={(prefix) => void save({ fees: { prefix: prefix.trim() } })}
            />
            <SettingText
              label={t('settings.line')}
              value={fees.receiptLine}
              testId="fees-line"
              onSave={(receiptLine) => void save({ fees: { receiptLine } })}
            />
            <p className="text-small text-pretty text-ink-soft">{t('settings.drawer')}</p>
          </SettingGroup>
          {currency === 'INR' && (
            <SettingGroup title={t('settings.upi')} text={t('settings.upiText')}>
              <SettingText
                label={t('settings.upiId')}
                value={fees.upiId}
                placeholder="clinic@bank"
                testId="fees-upi"
                className="max-w-96"
                problem={(typed) =>
                  typed.trim() === '' || upiIdPattern.test(typed.trim()) ? null : t('settings.upiProblem')
                }
                onSave={(upiId) => void save({ fees: { upiId: upiId.trim() } })}
              />
              <SettingText
                label={t('settings.upiName')}
                value={fees.upiName}
                placeholder={clinic.clinicName}
                testId="fees-upi-name"
                className="max-w-96"
                onSave={(upiName) => void save({ fees: { upiName } })}
              />
            </SettingGroup>
          )}
        </>
      )}
    </>
  );
}
