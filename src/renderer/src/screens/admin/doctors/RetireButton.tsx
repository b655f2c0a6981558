import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Doctor } from '../../../../../shared/model/doctor';
import { send } from '../../../data/command';
import { useCommand } from '../../../data/useCommand';
import { i18n } from '../../../i18n';
import { DialogForm } from '../../../parts/DialogForm';
import { Button } from '../../../ui/Button';
import { Overlay } from '../../../ui/Overlay';
import { RadioRows } from '../../../ui/RadioRows';

/** Somebody leaves, or comes back. Whoever still has patients is asked what becomes of them. */
export function RetireButton({ doctor }: { readonly doctor: Doctor }) {
  const { t } = useTranslation('doctors');
  const { busy, run } = useCommand();
  // How many patients are left, and on how many days; null: nothing is asked.
  const [left, setLeft] = useState<{ open: number; days: number } | null>(null);
  const { id: doctorId, name, active } = doctor;

  function toggle(): void {
    void run(
      'doctors.save',
      { doctorId, active: !active },
      {
        done: () => i18n.t(active ? 'doctors:said.retired' : 'doctors:said.back', { name }),
        undo: () =>
          void send(
            'doctors.save',
            { doctorId, active },
            { done: () => i18n.t(active ? 'doctors:said.back' : 'doctors:said.retired', { name }) },
          ),
        refused: ({ details }) => {
          const { open, days } = details ?? {};
          if (typeof open !== 'number') return false;
          setLeft({ open, days: Array.isArray(days) ? days.length : 1 });
          return true;
        },
      },
    );
  }

  return (
    <>
      <Button
        size="small"
        busy={busy}
        onPress={toggle}
        data-testid={`doctor-${doctor.prefix}-${active ? 'retire' : 'return'}`}
      >
        {t(active ? 'retire.button' : 'retire.back')}
      </Button>
      {left !== null && <RetireDialog doctor={doctor} left={left} onClose={() => setLeft(null)} />}
    </>
  );
}

interface DialogProps {
  readonly doctor: Doctor;
  readonly left: { readonly open: number; readonly days: number };
  readonly onClose: () => void;
}

function RetireDialog({ doctor, left, onClose }: DialogProps) {
  const { t } = useTranslation(['doctors', 'day']);
  const [chosen, setChosen] = useState<'keep' | 'cancel'>('keep');
  const { busy, run } = useCommand();
  const { id: doctorId, name } = doctor;
  return (
    <Overlay
      title={t('retire.title', { name })}
      closeLabel={t('day:close')}
      place="center"
      testId="retire-dialog"
      onClose={onClose}
    >
      <DialogForm
        label={t('retire.button')}
        tone="danger"
        busy={busy}
        reach={{ people: chosen === 'cancel' ? left.open : 0 }}
        testId="retire-confirm"
        onConfirm={() =>
          void run(
            'doctors.save',
            { doctorId, active: false, openTokens: chosen },
            { done: () => i18n.t('doctors:said.retired', { name }), after: onClose },
          )
        }
        onClose={onClose}
      >
        <p className="font-semibold text-pretty">
          {t('retire.left', { count: left.open })} {t('retire.days', { count: left.days })}
        </p>
        <RadioRows
          label={t('retire.what')}
          value={chosen}
          autoFocus
          rows={[
            { key: 'keep', text: t('retire.keep'), testId: 'retire-keep' },
            { key: 'cancel', text: t('retire.cancel'), testId: 'retire-cancel' },
          ]}
          onChange={(key) => setChosen(key === 'cancel' ? 'cancel' : 'keep')}
        />
        <p className="text-small text-pretty text-ink-soft">
          {t(chosen === 'keep' ? 'retire.keepText' : 'retire.cancelText')}
        </p>
      </DialogForm>
    </Overlay>
  );
}
