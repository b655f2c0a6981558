import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ReasonKind, type ReasonsSettings, reasonKinds } from '../../../../../shared/model/reasons';
import type { ServiceDay } from '../../../../../shared/model/time';
import { dayPlus } from '../../../data/days';
import { useCall } from '../../../data/query';
import { SettingGroup } from '../../../ui/Setting';
import { DayRange } from './DayRange';
import { codeText, kindOfReason } from './words';

interface Props {
  readonly lists: ReasonsSettings | undefined;
  readonly today: ServiceDay;
}

interface Count {
  readonly code: string;
  readonly name: string;
  readonly count: number;
}

/** How often each reason was given, as bars with their figures. */
export function CountsGroup({ lists, today }: Props) {
  const { t } = useTranslation('audit');
  const [days, setDays] = useState<{ from: ServiceDay | null; to: ServiceDay | null }>({
    from: dayPlus(today, -29),
    to: today,
  });
  const { from, to } = days;
  const counted = useCall('audit.reasons', { ...(from && { from }), ...(to && { to }) }).value ?? [];
  return (
    <SettingGroup title={t('counts.title')} text={t('counts.text')}>
      <div className="grid max-w-lg grid-cols-2 gap-3">
        <DayRange {...days} today={today} testId="counts" onChange={setDays} />
      </div>
      {counted.length === 0 ? (
        <p className="text-ink-soft" data-testid="counts-none">
          {t('counts.none')}
        </p>
      ) : (
        <div className="grid grid-cols-3 items-start gap-6" data-testid="counts">
          {reasonKinds.map((kind) => (
            <Bars key={kind} kind={kind} counts={sumOf(kind)} />
          ))}
        </div>
      )}
    </SettingGroup>
  );

  /** Issued as one or made one: both are emergencies. */
  function sumOf(kind: ReasonKind): Count[] {
    const sums = new Map<string, Count>();
    for (const { kind: deed, code, count } of counted) {
      if (kindOfReason(deed) !== kind) continue;
      const known = sums.get(code)?.count ?? 0;
      sums.set(code, { code, name: codeText(deed, code, lists), count: known + count });
    }
    return [...sums.values()].sort((one, other) => other.count - one.count);
  }
}

function Bars({ kind, counts }: { readonly kind: ReasonKind; readonly counts: readonly Count[] }) {
  const { t } = useTranslation('audit');
  if (counts.length === 0) return null;
  const most = Math.max(...counts.map(({ count }) => count));
  return (
    <table className="w-full text-small">
      <caption className="pb-1 text-start font-bold">{t(`reasons.kind.${kind}`)}</caption>
      <tbody>
        {counts.map(({ code, name, count }) => (
          <tr key={code} data-testid={`count-${kind}-${code}`}>
            <th scope="row" className="py-1 pe-3 text-start font-normal">
              <bdi>{name}</bdi>
              <span aria-hidden="true" className="block h-2 rounded-pill bg-sunken">
                <span
                  className="block h-2 rounded-pill bg-accent"
                  style={{ width: `${(100 * count) / most}%` }}
                />
              </span>
            </th>
            <td className="figures w-10 text-end align-top font-bold">{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
