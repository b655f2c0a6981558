import { useTranslation } from 'react-i18next';
import { nameFor } from '../../../../shared/model/doctor';
import type { DoctorSummary } from '../../../../shared/model/doctor-summary';
import { cleanText } from '../../../../shared/model/fold';
import { doubtfulDigits, shownPhone } from '../../../../shared/model/phone';
import { useCountry, useTimeZone } from '../../data/status';
import { currentLanguage } from '../../i18n';
import { slotText } from '../../i18n/format';
import { waitText } from '../../i18n/waits';
import { Alert } from '../../ui/Alert';
import { Button } from '../../ui/Button';
import { Icon, type IconName } from '../../ui/Icon';
import { RadioCards } from '../../ui/RadioCards';
import { PrinterAlert } from './PrinterAlert';
import { Refusal } from './Refusal';
import type { Visit, VisitKind } from './visit';

interface Props {
  readonly visit: Visit;
  readonly summary: DoctorSummary;
  readonly busy: boolean;
  readonly onKind: (kind: VisitKind) => void;
  readonly onConfirm: () => void;
  readonly onStartOver: () => void;
}

/** The last look before the token is made. */
export function CheckStep({ visit, summary, busy, onKind, onConfirm, onStartOver }: Props) {
  const { t } = useTranslation('kiosk');
  const timeZone = useTimeZone();
  const country = useCountry();
  const { doctor, nextSlot, state, wait, delayMinutes } = summary;
  const seated = state === 'seats' && nextSlot !== null;
  const digits = doubtfulDigits(visit.phone, country);
  const duplicate = visit.refusal?.code === 'DUPLICATE_TOKEN';
  function moreOf(): { readonly more?: string } {
    const isSure = wait === null || wait.today === 'yes';
    if (!seated && isSure) return { more: t('check.listHint') };
    return wait === null ? {} : { more: waitText(wait, timeZone) };
  }

  return (
    <div className="scroll-quiet mx-auto flex w-full max-w-[60rem] grow flex-col gap-4 px-6 portrait:justify-center portrait:gap-9 portrait:px-8 portrait:pb-[12vh]">
      <div>
        <h1 className="text-headline font-bold portrait:text-[2.6rem]">{t('check.title')}</h1>
        <p className="mt-1 text-lead text-ink-soft">{t('check.hint')}</p>
      </div>
      <dl className="divide-y divide-line rounded-ticket bg-surface px-6 shadow-card">
        <Fact
          icon="stethoscope"
          name={t('check.doctor')}
          value={nameFor(doctor, currentLanguage())}
          more={doctor.specialization}
        />
        <Fact
          icon={seated ? 'clock' : 'hourglass'}
          name={t('check.time')}
          value={seated ? slotText(nextSlot) : t('check.list')}
          {...moreOf()}
        />
        <Fact icon="person" name={t('check.name')} value={cleanText(visit.name)} />
        <Fact icon="phone" name={t('check.phone')} value={shownPhone(visit.phone, country)} ltr />
      </dl>
      {digits !== null && (
        <Alert
          tone="warn"
          icon="phone"
          className="text-lead"
          testId="kiosk-phone-doubt"
          title={t('check.phoneDoubt', { digits })}
        />
      )}
      {!duplicate && (
        <>
          <RadioCards<VisitKind>
            label={t('check.kind')}
            value={visit.kind}
            onChange={onKind}
            cards={[
              { value: 'walk_in', label: t('check.kindNew'), icon: 'walk', testId: 'kiosk-kind-new' },
              {
                value: 'follow_up',
                label: t('check.kindFollowUp'),
                icon: 'return',
                testId: 'kiosk-kind-follow-up',
              },
            ]}
          />
          {delayMinutes > 0 && (
            <Alert
              tone="warn"
              icon="clock"
              className="text-lead"
              testId="kiosk-late"
              title={t('late', { count: delayMinutes })}
            />
          )}
        </>
      )}
      {!duplicate && <PrinterAlert />}
      {visit.refusal !== null && <Refusal error={visit.refusal} />}
      {/* However much is said above it, the way on is in view. */}
      <div className="sticky bottom-0 flex shrink-0 flex-col gap-4 bg-page pt-2 pb-5 landscape:mt-auto">
        {duplicate ? (
          <Button tone="primary" size="touch" onPress={onStartOver} data-testid="kiosk-start-over">
            {t('startOver')}
          </Button>
        ) : (
          <Button
            tone="primary"
            size="touch"
            icon="ticket"
            busy={busy}
            onPress={onConfirm}
            className="text-title portrait:min-h-28"
            data-testid="kiosk-confirm"
          >
            {busy ? t('check.working') : visit.refusal === null ? t('check.getToken') : t('tryAgain')}
          </Button>
        )}
      </div>
    </div>
  );
}

interface FactProps {
  readonly icon: IconName;
  readonly name: string;
  readonly value: string;
  readonly more?: string;
  /** A number: never mirrored. */
  readonly ltr?: boolean;
}

function Fact({ icon, name, value, more, ltr = false }: FactProps) {
  return (
    <div className="flex items-center gap-4 py-2.5 portrait:py-5">
      <Icon name={icon} className="size-7 text-accent" />
      <dt className="w-[25%] max-w-44 shrink-0 leading-tight text-ink-soft">{name}</dt>
      <dd className="min-w-0 grow">
        <span dir="auto" className="block text-lead/[1.4] font-bold wrap-anywhere">
          {ltr ? <bdi dir="ltr">{value}</bdi> : value}
        </span>
        {more !== undefined && (
          <span dir="auto" className="block leading-tight text-ink-soft">
            {more}
          </span>
        )}
      </dd>
    </div>
  );
}
