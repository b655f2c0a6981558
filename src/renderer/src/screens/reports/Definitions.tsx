import { useTranslation } from 'react-i18next';
import { figureNames, reportNames, reports } from '../../../../shared/model/report-figures';

const rules = ['waitBegins', 'waitEnds', 'median', 'hours', 'before', 'undone', 'day', 'names'] as const;

/** What every figure is, and how it is counted. */
export function Definitions() {
  const { t } = useTranslation('reports');
  return (
    <article className="mx-auto flex max-w-4xl flex-col gap-5 p-5" data-testid="reports-text">
      <header>
        <h2 className="text-title font-bold">{t('definitions.title')}</h2>
        <p className="text-ink-soft">{t('definitions.text')}</p>
      </header>
      <section className="flex flex-col gap-2 rounded-card border border-line bg-surface p-4">
        <h3 className="text-lead font-bold">{t('definitions.rules')}</h3>
        <ul className="flex list-disc flex-col gap-1.5 ps-5">
          {rules.map((name) => (
            <li key={name} className="text-pretty">
              {t(`definitions.${name}`)}
            </li>
          ))}
        </ul>
      </section>
      {reportNames.map((report) => (
        <section key={report} className="flex flex-col gap-2 rounded-card border border-line bg-surface p-4">
          <h3 className="text-lead font-bold">{t(`tab.${report}`)}</h3>
          <p className="text-small text-ink-soft">{t(`about.${report}`)}</p>
          <dl className="grid gap-x-4 gap-y-1.5 min-[860px]:grid-cols-[16rem_1fr]">
            {figureNames
              .filter((name) => (reports[report].figures as readonly string[]).includes(name))
              .map((name) => (
                <div key={name} className="contents">
                  <dt className="font-semibold">{t(`figure.${name}`)}</dt>
                  <dd className="text-pretty">{t(`formula.${name}`)}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </article>
  );
}
