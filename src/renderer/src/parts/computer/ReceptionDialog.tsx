import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type StationKind, stationKinds } from '../../../../shared/model/computer';
import { useCommand } from '../../data/useCommand';
import { Overlay } from '../../ui/Overlay';
import { RadioRows } from '../../ui/RadioRows';
import { TextField } from '../../ui/TextField';
import { DialogForm } from '../DialogForm';

const refusals = ['no_reception', 'itself'] as const;

/** This computer is to show the screens of the one that keeps the clinic’s data: where that is, and which of them. */
export function ReceptionDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['computer', 'common']);
  const { busy, runBare } = useCommand();
  const [address, setAddress] = useState('');
  const [station, setStation] = useState<StationKind>('kiosk');
  const [problem, setProblem] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const isWritten = address.trim() !== '';

  function connect(): void {
    const wish = { reception: address, station };
    void runBare('computer.change', wish, {
      done: () => t('other.starts'),
      refused: ({ details }) => {
        const reason = refusals.find((one) => one === details?.reason);
        if (reason === undefined) return false;
        setProblem(t(`other.${reason}`));
        input.current?.focus();
        return true;
      },
    });
  }

  return (
    <Overlay
      title={t('other.dialog')}
      closeLabel={t('common:dismiss')}
      place="center"
      testId="reception-dialog"
      onClose={onClose}
    >
      <DialogForm
        label={t('other.confirm')}
        busy={busy}
        isDisabled={!isWritten}
        testId="reception-confirm"
        onConfirm={connect}
        onClose={onClose}
      >
        <p className="text-pretty text-ink-soft">{t('other.text')}</p>
        <TextField
          label={`${t('other.address')} (${t('other.addressHint')})`}
          autoFocus
          autoComplete="off"
          spellCheck="false"
          inputMode="url"
          maxLength={200}
          value={address}
          onChange={(typed) => {
            setAddress(typed);
            setProblem(null);
          }}
          error={problem}
          validationBehavior="aria"
          inputRef={input}
          inputTestId="reception-address"
          errorTestId="reception-problem"
        />
        <div className="flex flex-col gap-2">
          <p className="font-semibold">{t('other.shows')}</p>
          <RadioRows
            label={t('other.shows')}
            value={station}
            rows={stationKinds.map((key) => ({
              key,
              text: t(`stations.${key}`),
              testId: `reception-${key}`,
            }))}
            onChange={(key) => setStation(stationKinds.find((one) => one === key) ?? station)}
          />
        </div>
      </DialogForm>
    </Overlay>
  );
}
