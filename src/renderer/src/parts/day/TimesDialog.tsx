import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PreviewInput } from '../../../../shared/contract/preview';
import type { BookView } from '../../../../shared/model/book-view';
import type { DoctorId, SlotId } from '../../../../shared/model/ids';
import type { SlotView } from '../../../../shared/model/slot';
import { useCommand } from '../../data/useCommand';
import { i18n } from '../../i18n';
import { slotText } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { FieldFrame, fieldLook } from '../../ui/FieldFrame';
import { Overlay } from '../../ui/Overlay';
import { RadioRows } from '../../ui/RadioRows';
import { DialogForm } from '../DialogForm';
import { usePreview } from '../usePreview';
import { Effects } from './Effects';

export type TimesKind = 'late' | 'break' | 'leave';

interface Props {
  readonly kind: TimesKind;
  readonly view: BookView;
  readonly onClose: () => void;
}

/** R22, R15: late, a break, leaving early: what it would do is in view before it is done. */
export function TimesDialog({ kind, view, onClose }: Props) {
  const { t } = useTranslation(['day', 'common']);
  return (
    <Overlay
      title={t(`times.${kind}`, { doctor: view.doctor.name })}
      closeLabel={t('close')}
      place="center"
      testId={`day-${kind}`}
      onClose={onClose}
    >
      {kind === 'leave' ? (
        <Leave view={view} onClose={onClose} />
      ) : (
        <Minutes kind={kind} view={view} onClose={onClose} />
      )}
    </Overlay>
  );
}

const MOST_MINUTES = 720;
const usual = { late: [0, 10, 20, 30, 45, 60], break: [5, 10, 15, 20, 30, 45, 60] } as const;

interface MinutesProps extends Omit<Props, 'kind'> {
  readonly kind: 'late' | 'break';
}

function Minutes({ kind, view, onClose }: MinutesProps) {
  const { t } = useTranslation(['day', 'common']);
  const { busy, run } = useCommand();
  const { id: doctorId } = view.doctor;
  const lateNow = Math.max(0, ...view.slots.filter(isAhead).map(({ delayMinutes }) => delayMinutes));
  const [text, setText] = useState(kind === 'late' ? String(lateNow) : '15');
  const minutes = /^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN;
  const valid = minutes >= (kind === 'late' ? 0 : 1) && minutes <= MOST_MINUTES;
  const command = kind === 'late' ? 'doctors.setDelay' : 'doctors.takeBreak';
  const changes = kind === 'break' || minutes !== lateNow;
  const state = usePreview(valid && changes ? { command, doctorId, minutes } : null, view.revision);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);

  function confirm(): void {
    const done = (): string =>
      kind === 'break'
        ? i18n.t('day:said.break', { minutes })
        : minutes === 0
          ? i18n.t('day:said.onTime')
          : i18n.t('day:said.late', { minutes });
    void run(command, { doctorId, minutes }, { done, after: onClose });
  }

  return (
    <DialogForm
      label={kind === 'late' && minutes === 0 ? t('times.onTime') : t(`times.${kind}Set`, { minutes: text })}
      busy={busy}
      isDisabled={!valid || !changes || state.kind === 'refused'}
      onConfirm={confirm}
      onClose={onClose}
    >
      <FieldFrame
        label={t('times.minutes')}
        error={valid ? null : t('times.wrong', { most: MOST_MINUTES })}
        errorTestId="day-error"
      >
        {(ids) => (
          <input
            {...ids}
            ref={field}
            data-testid="day-minutes"
            type="text"
            inputMode="numeric"
            value={text}
            onChange={(event) => setText(event.target.value)}
            className={`${fieldLook} figures`}
          />
        )}
      </FieldFrame>
      <div className="flex flex-wrap gap-2">
        {usual[kind].map((one) => (
          <Button key={one} onPress={() => setText(String(one))}>
            {one === 0 ? t('times.onTime') : t('times.min', { minutes: one })}
          </Button>
        ))}
      </div>
      <Effects state={state} />
    </DialogForm>
  );
}

const NOW = 'now';

function Leave({ view, onClose }: Omit<Props, 'kind'>) {
  const { t } = useTranslation(['day', 'common']);
  const { busy, run } = useCommand();
  const ahead = view.slots.filter(isAhead);
  // Nothing is chosen for anybody: each choice sends people away.
  const [chosen, setChosen] = useState<string | null>(null);
  const last: SlotId | null = ahead.find(({ id }) => id === chosen)?.id ?? null;
  const request = chosen === null ? null : leaveRequest(view.doctor.id, last);
  const state = usePreview(request, view.revision, 0);
  if (ahead.length === 0) return <p>{t('times.nothingLeft')}</p>;

  function confirm(): void {
    if (request === null) return;
    const { doctorId, lastSlotId } = request;
    const done = (): string => i18n.t('day:said.leave');
    void run('doctors.leaveEarly', { doctorId, lastSlotId }, { done, after: onClose });
  }

  return (
    <DialogForm
      label={t('times.leaveSet')}
      tone="danger"
      busy={busy}
      isDisabled={state.kind !== 'known'}
      reach={{ people: state.kind === 'known' ? state.preview.moved.length : 0 }}
      onConfirm={confirm}
      onClose={onClose}
    >
      <RadioRows
        label={t('times.leaveWhen')}
        autoFocus
        value={chosen}
        onChange={setChosen}
        rows={[
          { key: NOW, text: t('times.leaveNow'), testId: 'day-leave-now' },
          ...ahead.slice(0, -1).map((slot) => ({
            key: slot.id as string,
            text: t('times.leaveAfter', { slot: slotText(slot) }),
          })),
        ]}
      />
      <Effects state={state} />
    </DialogForm>
  );
}

type LeaveRequest = Extract<PreviewInput, { command: 'doctors.leaveEarly' }> & { doctorId: DoctorId };

function leaveRequest(doctorId: DoctorId, lastSlotId: SlotId | null): LeaveRequest {
  return { command: 'doctors.leaveEarly', doctorId, lastSlotId };
}

/** Neither over nor closed. */
function isAhead({ phase }: SlotView): boolean {
  return phase === 'upcoming' || phase === 'running';
}
