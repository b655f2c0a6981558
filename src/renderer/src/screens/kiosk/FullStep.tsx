import { useTranslation } from 'react-i18next';
import { nameFor } from '../../../../shared/model/doctor';
import type { DoctorSummary } from '../../../../shared/model/doctor-summary';
import { currentLanguage } from '../../i18n';
import { isolated } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';

interface Props {
  readonly summary: DoctorSummary;
  readonly onJoin: () => void;
  readonly onLeave: () => void;
}

/** Asked before anything is typed: will the waiting list do? */
export function FullStep({ summary, onJoin, onLeave }: Props) {
  const { t } = useTranslation(['kiosk', 'common']);
  return (
    <div
      data-testid="kiosk-full"
      className="scroll-quiet mx-auto flex w-full max-w-[60rem] grow flex-col justify-center gap-8 px-6 pb-8 portrait:px-8 portrait:pb-[12vh]"
    >
      <div className="flex flex-col items-center gap-5 text-center">
        <span className="flex size-24 items-center justify-center rounded-pill bg-warn-soft text-warn">
          <Icon name="hourglass" className="size-12" />
        </span>
        <h1 className="text-headline font-bold">
          {t('full.title', { doctor: isolated(nameFor(summary.doctor, currentLanguage())) })}
        </h1>
        <p className="text-title font-semibold">{t('full.question')}</p>
        <p className="text-lead text-ink-soft">
          {t('full.onList', { count: summary.waiting })} {t('full.text')}
        </p>
        {summary.wait !== null && summary.wait.today !== 'yes' && (
          <p className="text-lead font-semibold text-warn">{t('common:otherwise.notEnough')}</p>
        )}
      </div>
      <div className="grid gap-4 landscape:grid-cols-2">
        <Button size="touch" onPress={onLeave} className="portrait:min-h-28" data-testid="kiosk-full-no">
          {t('full.no')}
        </Button>
        <Button
          tone="primary"
          size="touch"
          onPress={onJoin}
          className="portrait:order-first portrait:min-h-28"
          data-testid="kiosk-full-yes"
        >
          {t('full.yes')}
        </Button>
      </div>
    </div>
  );
}
