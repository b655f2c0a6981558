import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedCopy } from '../../../../../shared/model/backups';
import { clinicNow } from '../../../data/clock';
import { askAgain, useCall } from '../../../data/query';
import { useTimeZone } from '../../../data/status';
import { useCommand } from '../../../data/useCommand';
import { i18n } from '../../../i18n';
import { dateTimeText, shortDayText } from '../../../i18n/format';
import { bytesText } from '../../../parts/backups/bytes';
import { Button } from '../../../ui/Button';
import { SettingGroup } from '../../../ui/Setting';
import { Spinner } from '../../../ui/Spinner';

/** More are one press away: nobody reads two hundred lines to find this morning's. */
const SHOWN = 20;
const SLACK_MS = 5 * 60_000;

/** Every copy in every place, with what is in it. */
export function CopyList() {
  const { t } = useTranslation('backups');
  const copies = useCall('backups.list', {}).value;
  const [isWhole, setWhole] = useState(false);
  const columns = ['made', 'days', 'tokens', 'size', 'why', 'state'] as const;
  return (
    <SettingGroup title={t('list.title')}>
      {copies === undefined && <Spinner />}
      {copies?.length === 0 && <p className="text-ink-soft">{t('list.none')}</p>}
      {copies !== undefined && copies.length > 0 && (
        <div className="overflow-x-auto">
          <table className="w-full text-small" data-testid="backup-list">
            <thead>
              <tr className="border-b border-line text-start">
                {columns.map((column) => (
                  <th key={column} scope="col" className="px-2 py-1.5 text-start font-semibold">
                    {t(`list.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {copies.slice(0, isWhole ? copies.length : SHOWN).map((copy) => (
                <CopyRow key={`${copy.folder}/${copy.file}`} copy={copy} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {copies !== undefined && copies.length > SHOWN && !isWhole && (
        <Button className="self-start" onPress={() => setWhole(true)} data-testid="backup-list-all">
          {t('list.more', { all: copies.length })}
        </Button>
      )}
    </SettingGroup>
  );
}

function CopyRow({ copy }: { readonly copy: ListedCopy }) {
  const { t } = useTranslation('backups');
  const timeZone = useTimeZone();
  const { busy, runBare } = useCommand();
  const { folder, file, madeAt, size, facts } = copy;
  async function prove(): Promise<void> {
    await runBare('backups.prove', { folder, file }, { done: () => i18n.t('backups:list.proved') });
    askAgain('backups.list');
  }
  const cell = 'px-2 py-1.5 align-top';
  const isOfFuture = madeAt > clinicNow() + SLACK_MS;
  return (
    <tr className="border-b border-line last:border-0" data-testid="backup-copy">
      <td className={cell}>
        <span className="block font-semibold whitespace-nowrap">
          {dateTimeText(madeAt, timeZone)}
          {isOfFuture && `, ${new Date(madeAt).getFullYear()}`}
        </span>
        <bdi dir="ltr" className="block text-caption break-all text-ink-soft">
          {folder}
        </bdi>
        {isOfFuture && <span className="block text-caption text-warn">{t('list.future')}</span>}
      </td>
      {facts === null ? (
        <td className={cell} colSpan={2}>
          {t('list.unknown')}
        </td>
      ) : (
        <>
          <td className={cell}>{facts.lastDay === null ? '' : daysText(facts.firstDay, facts.lastDay)}</td>
          <td className={`${cell} figures`}>{facts.tokens}</td>
        </>
      )}
      <td className={`${cell} figures whitespace-nowrap`}>{bytesText(size)}</td>
      <td className={cell}>{facts?.reason == null ? '' : t(`list.reason.${facts.reason}`)}</td>
      <td className={cell}>
        {facts?.provedAt == null ? (
          <Button size="small" busy={busy} onPress={() => void prove()} data-testid="backup-prove">
            {t('list.prove')}
          </Button>
        ) : (
          t('list.yes', { time: dateTimeText(facts.provedAt, timeZone) })
        )}
      </td>
    </tr>
  );
}

function daysText(from: string | null, to: string): string {
  return from === null || from === to ? shortDayText(to) : `${shortDayText(from)} – ${shortDayText(to)}`;
}
