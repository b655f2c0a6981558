import { useTranslation } from 'react-i18next';
import type { AppStatus } from '../../../../shared/model/app-status';
import { useNow } from '../../data/useNow';
import { dayText, timeText } from '../../i18n/format';
import { ManualButton } from '../../parts/manual/ManualButton';
import { PersonChip } from '../../parts/people/PersonChip';
import { isClockOff, StateChips } from '../../ui/Chips';
import { Icon } from '../../ui/Icon';
import { StaffLanguageSwitch } from './StaffLanguageSwitch';

interface Props {
  readonly status: AppStatus;
  readonly lost: boolean;
}

/** Which clinic, which day, what time: read across the room. */
export function HomeAside({ status, lost }: Props) {
  const { t } = useTranslation(['home', 'common']);
  const now = useNow();
  return (
    <aside className="flex shrink-0 flex-col gap-4 bg-ticket p-6 text-on-ticket min-[860px]:w-[22rem] min-[860px]:justify-between min-[860px]:p-9">
      <p className="flex items-center gap-2.5 font-bold">
        <Icon name="ticket" className="size-7 text-signal" />
        {t('common:appName')}
      </p>
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-2 min-[860px]:flex-col min-[860px]:items-start min-[860px]:gap-y-5">
        <p className="text-headline font-bold text-balance" dir="auto">
          {status.clinicName}
        </p>
        <div>
          <p className="text-lead text-ticket-soft">{dayText(status.serviceDay)}</p>
          <time className="signage text-display">{timeText(now, status.timeZone)}</time>
        </div>
      </div>
      <div className="flex flex-col gap-3">
        <div className="flex flex-wrap gap-2">
          <StateChips clockShifted={isClockOff(status)} lost={lost} />
        </div>
        <PersonChip onDark />
        <StaffLanguageSwitch />
        <ManualButton />
        <p className="hidden text-caption text-ticket-soft min-[860px]:block">
          {t('version', { version: status.version })} · {t('offline')}
        </p>
      </div>
    </aside>
  );
}
