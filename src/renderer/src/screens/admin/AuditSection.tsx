import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../data/query';
import { useStatus } from '../../data/status';
import { useCommand } from '../../data/useCommand';
import { useMay } from '../../data/who';
import { i18n } from '../../i18n';
import { dateTimeText } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { SettingGroup } from '../../ui/Setting';
import { Spinner } from '../../ui/Spinner';
import { ChainGroup } from './audit/ChainGroup';
import { CountsGroup } from './audit/CountsGroup';
import { Filters } from './audit/Filters';
import { LineRow } from './audit/LineRow';
import { ReasonsGroup } from './audit/ReasonsGroup';
import { useLines, type Wanted } from './audit/useLines';
import type { SectionProps } from './section';

/** Who did and looked at what, whether the record of it holds, and the reasons that were given. */
export function AuditSection({ settings }: SectionProps) {
  const { t } = useTranslation(['audit', 'common']);
  const [wanted, setWanted] = useState<Wanted>({});
  const { shown, busy, more } = useLines(wanted);
  const exporting = useCommand();
  const may = useMay();
  const today = useStatus()?.serviceDay;
  const lists = useCall('reasons.list', {}).value;
  const { timeZone } = settings.clinic;
  if (shown === null || today === undefined) return <Spinner />;
  return (
    <>
      {shown.since === null ? (
        <EmptyState icon="list" title={t('list.none')} text={t('list.noneText')} testId="audit-none" />
      ) : (
        <SettingGroup title={t('list.title')} text={t('list.text')}>
          <Filters wanted={wanted} today={today} onChange={setWanted} />
          {shown.lines.length === 0 ? (
            <p className="text-ink-soft" data-testid="audit-no-match">
              {t('list.noMatch')}
            </p>
          ) : (
            <ol className="flex flex-col divide-y divide-line" data-testid="audit-lines">
              {shown.lines.map((line) => (
                <LineRow key={line.id} line={line} lists={lists} timeZone={timeZone} />
              ))}
            </ol>
          )}
          <div className="flex flex-wrap items-center gap-3">
            {shown.hasMore && (
              <Button busy={busy} onPress={more} data-testid="audit-more">
                {t('list.more')}
              </Button>
            )}
            {may('audit.export') && (
              <Button
                icon="folder"
                busy={exporting.busy}
                data-testid="audit-export"
                onPress={() =>
                  void exporting.runBare('audit.export', wanted, {
                    done: ({ lines, path }) => i18n.t('audit:list.exported', { count: lines, path }),
                  })
                }
              >
                {t('list.export')}
              </Button>
            )}
          </div>
          <p className="text-small text-ink-soft">
            {t('list.since', { day: dateTimeText(shown.since, timeZone) })}
          </p>
        </SettingGroup>
      )}
      {may('audit.verify') && <ChainGroup timeZone={timeZone} />}
      {may('audit.reasons') && <CountsGroup lists={lists} today={today} />}
      <div inert={!may('settings.change')} className="contents">
        <ReasonsGroup reasons={settings.reasons} />
      </div>
    </>
  );
}
