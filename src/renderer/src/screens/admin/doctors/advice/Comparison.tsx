import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Advice, weights } from '../../../../../../shared/model/advice';
import { cx } from '../../../../ui/cx';
import { SettingGroup } from '../../../../ui/Setting';
import { Bar } from './Bar';
import { numberText } from './words';

interface Props {
  readonly figures: NonNullable<Advice['figures']>;
  /** What can be done with it. */
  readonly children: ReactNode;
}

/** Waits, idle time and overtime of the template that there is and of the suggested one, and what each counts. */
export function Comparison({ figures: { now, suggested }, children }: Props) {
  const { t } = useTranslation('advisor');
  const rows = [
    { key: 'wait', now: now.meanWait, suggested: suggested.meanWait, weight: weights.wait },
    { key: 'idle', now: now.idle, suggested: suggested.idle, weight: weights.idle },
    { key: 'overtime', now: now.overtime, suggested: suggested.overtime, weight: weights.overtime },
    { key: 'sum', now: now.objective, suggested: suggested.objective, weight: null },
  ] as const;
  const most = Math.max(1, ...rows.flatMap((row) => [row.now, row.suggested]));
  const isBest = now.objective - suggested.objective < 0.05 && now.slotMinutes === suggested.slotMinutes;
  return (
    <SettingGroup title={t('result')} text={t('weights')}>
      <table className="figures w-full text-small" data-testid="advice-comparison">
        <thead>
          <tr className="text-ink-soft">
            <td />
            {(['now', 'suggested'] as const).map((which) => (
              <th key={which} scope="col" className="w-1/4 py-1 pe-4 text-start font-semibold">
                {t(which)}
              </th>
            ))}
            <th scope="col" className="py-1 pe-4 text-start font-semibold">
              {t('difference')}
            </th>
            <th scope="col" className="py-1 text-start font-semibold">
              {t('weight')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.key}
              data-testid={`advice-${row.key}`}
              className={cx('border-t border-line', row.key === 'sum' && 'border-t-2 font-bold')}
            >
              <th scope="row" className={cx('py-2 pe-4 text-start', row.key !== 'sum' && 'font-normal')}>
                {t(row.key)}
              </th>
              <td className="py-2 pe-4">
                <Bar share={row.now / most} tone="now" text={t('minutes', { n: numberText(row.now) })} />
              </td>
              <td className="py-2 pe-4">
                <Bar
                  share={row.suggested / most}
                  tone="suggested"
                  text={t('minutes', { n: numberText(row.suggested) })}
                />
              </td>
              <td className="py-2 pe-4">
                <Difference by={row.suggested - row.now} />
              </td>
              <td className="py-2">{row.weight !== null && t('times', { n: row.weight })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {isBest && (
        <p className="font-semibold" data-testid="advice-best">
          {t('best')}
        </p>
      )}
      <p className="text-small text-pretty text-ink-soft">{t('honest')}</p>
      {children}
    </SettingGroup>
  );
}

function Difference({ by }: { readonly by: number }) {
  const { t } = useTranslation('advisor');
  if (Math.abs(by) < 0.05) return <span className="text-ink-soft">{t('same')}</span>;
  return (
    <strong className={by < 0 ? 'text-success' : 'text-warn'}>
      {by < 0 ? '−' : '+'}
      {t('minutes', { n: numberText(Math.abs(by)) })}
    </strong>
  );
}
