import { useTranslation } from 'react-i18next';
import { leads, type Measured } from '../../../../../../shared/model/advice';
import { sources } from '../../../../../../shared/model/token';
import { shortDayText } from '../../../../i18n/format';
import { SettingGroup } from '../../../../ui/Setting';
import { numberText, percentOf } from './words';

/** From how many visits the figures are, and what was seen in them. */
export function Basis({ measured }: { readonly measured: Measured }) {
  const { t } = useTranslation(['advisor', 'common']);
  const { from, to, days, consultations, meanMinutes, variation, due, missed, noShows } = measured;
  const spread = meanMinutes === null || variation === null ? null : meanMinutes * variation;
  const shownLeads = leads.filter((lead) => noShows.some((one) => one.lead === lead));
  const shownSources = sources.filter((source) => noShows.some((one) => one.source === source));
  return (
    <SettingGroup title={t('basis')}>
      <div className="figures flex flex-col gap-1 text-small" data-testid="advice-basis">
        <p>{t('basisDays', { from: shortDayText(from), to: shortDayText(to), days })}</p>
        {meanMinutes !== null && spread !== null && variation !== null && (
          <p>
            {t('basisLength', {
              consultations,
              mean: numberText(meanMinutes),
              low: numberText(Math.max(0, meanMinutes - spread)),
              high: numberText(meanMinutes + spread),
              variation: variation.toFixed(2),
            })}
          </p>
        )}
        {due > 0 && <p>{t('basisMissed', { missed, due, share: percentOf(missed, due) })}</p>}
      </div>
      {noShows.length > 0 && (
        <div className="overflow-x-auto">
          <table className="figures w-full text-small" data-testid="advice-no-shows">
            <caption className="pb-1 text-start font-bold">{t('basisTable')}</caption>
            <thead>
              <tr className="text-ink-soft">
                <th scope="col" className="py-1 pe-4 text-start font-semibold">
                  {t('source')}
                </th>
                {shownLeads.map((lead) => (
                  <th key={lead} scope="col" className="py-1 pe-4 text-start font-semibold">
                    {t(`lead.${lead}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shownSources.map((source) => (
                <tr key={source} className="border-t border-line">
                  <th scope="row" className="py-1 pe-4 text-start font-normal">
                    {t(`common:source.${source}`)}
                  </th>
                  {shownLeads.map((lead) => {
                    const cell = noShows.find((one) => one.source === source && one.lead === lead);
                    return (
                      <td key={lead} className="py-1 pe-4">
                        {cell === undefined
                          ? '–'
                          : t('cell', { share: percentOf(cell.missed, cell.due), due: cell.due })}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </SettingGroup>
  );
}
