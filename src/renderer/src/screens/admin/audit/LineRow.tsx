import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditView } from '../../../../../shared/contract/audit';
import type { ReasonsSettings } from '../../../../../shared/model/reasons';
import { dateTimeText, shortDayText } from '../../../i18n/format';
import { IconButton } from '../../../ui/IconButton';
import { lineText, reasonText, settingText } from './words';

interface Props {
  readonly line: AuditView;
  readonly lists: ReasonsSettings | undefined;
  readonly timeZone: string;
}

/** One line in a plain sentence; opened, all that stands in it. */
export function LineRow({ line, lists, timeZone }: Props) {
  const { t } = useTranslation(['audit', 'common', 'admin']);
  const { t: ofRules } = useTranslation(['rules', 'common', 'admin']);
  const [isOpen, setOpen] = useState(false);
  const reason = reasonText(t, line, lists);
  const about = [line.doctorName, line.serviceDay && shortDayText(line.serviceDay)]
    .filter(Boolean)
    .join(' · ');
  return (
    <li className="flex flex-col gap-1 py-2" data-testid={`audit-line-${line.id}`}>
      <div className="flex items-start gap-3">
        <span className="figures w-36 shrink-0 text-small text-ink-soft">
          {dateTimeText(line.at, timeZone)}
        </span>
        <div className="min-w-0 grow">
          <p className="font-semibold">
            <bdi>{lineText(t, line)}</bdi>
          </p>
          {about !== '' && <p className="text-small text-ink-soft">{about}</p>}
          {reason !== null && (
            <p className="text-small" data-testid="audit-reason">
              <bdi>{reason}</bdi>
            </p>
          )}
          {changesOf(line).map((change) => (
            <p key={change.path} className="figures text-small">
              {settingText(t, ofRules, change)}
            </p>
          ))}
        </div>
        <IconButton
          label={t('list.open', { id: line.id })}
          icon="chevron"
          aria-expanded={isOpen}
          onPress={() => setOpen(!isOpen)}
          data-testid={`audit-open-${line.id}`}
        />
      </div>
      {isOpen && <Details line={line} timeZone={timeZone} />}
    </li>
  );
}

function changesOf({ details }: AuditView) {
  const { settings } = details;
  return Array.isArray(settings) ? (settings as unknown as Parameters<typeof settingText>[2][]) : [];
}

/** As it is kept: what a program or whoever checks the record would see. */
function Details({ line, timeZone }: Omit<Props, 'lists'>) {
  const { t } = useTranslation('audit');
  const { settings: _shown, ...details } = line.details;
  const rows: [string, string][] = [
    [t('details.line'), `${line.id} · ${line.kind}`],
    [t('details.at'), `${dateTimeText(line.at, timeZone)} · ${new Date(line.at).toISOString()}`],
    [t('details.screen'), line.by.screen],
    ...(line.deviceName === null ? [] : [[t('details.device'), line.deviceName] as [string, string]]),
    ...Object.entries(details).map(([name, value]): [string, string] => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  ];
  return (
    <dl
      className="figures ms-39 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-0.5 rounded-control bg-sunken px-3 py-2 text-small"
      data-testid="audit-details"
    >
      {rows.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-ink-soft">{name}</dt>
          <dd className="break-all select-text">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
