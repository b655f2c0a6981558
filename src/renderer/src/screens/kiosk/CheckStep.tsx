import type { DoctorSummary } from '../../../../shared/model/view';
import { t } from '../../i18n';
import { slotText } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { Icon, type IconName } from '../../ui/Icon';
import { Refusal } from './Refusal';
import type { Visit } from './visit';

interface Props {
  readonly visit: Visit;
  readonly summary: DoctorSummary;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onStartOver: () => void;
}

/** The last look before the token is made. */
export function CheckStep({ visit, summary, busy, onConfirm, onStartOver }: Props) {
  const { doctor, nextSlot, state } = summary;
  const seated = state === 'seats' && nextSlot !== null;
  const duplicate = visit.refusal?.code === 'DUPLICATE_TOKEN';
  return (
    <div className="scroll-quiet mx-auto flex w-full max-w-[60rem] grow flex-col gap-5 px-6 pb-6 portrait:justify-center portrait:gap-10 portrait:px-8 portrait:pb-[12vh]">
      <div>
        <h1 className="text-headline font-bold portrait:text-[2.6rem]">{t.kiosk.check}</h1>
        <p className="mt-1 text-lead text-ink-soft">{t.kiosk.checkHint}</p>
      </div>
      <dl className="divide-y divide-line rounded-ticket bg-surface px-6 shadow-card">
        <Fact
          icon="stethoscope"
          name={t.kiosk.summaryDoctor}
          value={doctor.name}
          more={doctor.specialization}
        />
        <Fact
          icon={seated ? 'clock' : 'hourglass'}
          name={t.kiosk.summaryTime}
          value={seated ? slotText(nextSlot) : t.kiosk.waitingList}
          {...(seated ? {} : { more: t.kiosk.waitingListHint })}
        />
        <Fact icon="person" name={t.kiosk.summaryName} value={visit.name} />
        <Fact icon="phone" name={t.kiosk.summaryPhone} value={visit.phone} />
        <Fact
          icon={visit.kind === 'walk_in' ? 'walk' : 'return'}
          name={t.kiosk.summaryKind}
          value={visit.kind === 'walk_in' ? t.kiosk.kindNew : t.kiosk.kindFollowUp}
        />
      </dl>
      {visit.refusal !== null && <Refusal error={visit.refusal} />}
      <div className="flex flex-col gap-4 landscape:mt-auto">
        {duplicate ? (
          <Button tone="primary" size="touch" onPress={onStartOver}>
            {t.kiosk.startOver}
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
            {busy ? t.kiosk.working : visit.refusal === null ? t.kiosk.getToken : t.kiosk.tryAgain}
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
}

function Fact({ icon, name, value, more }: FactProps) {
  return (
    <div className="flex items-center gap-4 py-3 portrait:py-5">
      <Icon name={icon} className="size-7 text-accent" />
      <dt className="w-24 shrink-0 text-ink-soft">{name}</dt>
      <dd className="min-w-0 grow">
        <span dir="auto" className="line-clamp-2 text-lead font-bold wrap-anywhere">
          {value}
        </span>
        {more !== undefined && (
          <span dir="auto" className="block text-ink-soft">
            {more}
          </span>
        )}
      </dd>
    </div>
  );
}
