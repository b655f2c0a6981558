import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../../../shared/contract';
import type { Pairing } from '../../../../../shared/model/device';
import { sendBare } from '../../../data/command';
import { useCall } from '../../../data/query';
import { useCommand } from '../../../data/useCommand';
import { Alert } from '../../../ui/Alert';
import { Button } from '../../../ui/Button';
import { Overlay } from '../../../ui/Overlay';
import { PairCode } from './PairCode';
import { PairForm } from './PairForm';

type Wish = CallInput<'devices.startPairing'>;

/** Lets one device in: what it is called and for, then the code to type there, until it is done. */
export function PairDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['devices', 'common']);
  const [wish, setWish] = useState<Wish | null>(null);
  const [pairing, setPairing] = useState<Pairing | null>(null);
  const paired = useCall('devices.list', {}).value?.find(({ id }) => id === pairing?.deviceId);
  const { busy, runBare } = useCommand();

  // A code nobody looks at is worth nothing.
  useEffect(() => () => void sendBare('devices.stopPairing', {}, { refused: () => true }), []);

  async function start(wished: Wish): Promise<void> {
    const started = await runBare('devices.startPairing', wished);
    if (started === null) return;
    setWish(wished);
    setPairing(started);
  }

  return (
    <Overlay
      title={t('pair.title')}
      closeLabel={t('pair.close')}
      place="center"
      width="wide"
      testId="pair-dialog"
      onClose={onClose}
    >
      {wish === null || pairing === null ? (
        <PairForm busy={busy} onStart={(wished) => void start(wished)} />
      ) : paired === undefined ? (
        <PairCode pairing={pairing} role={wish.role} busy={busy} onAgain={() => void start(wish)} />
      ) : (
        <>
          <Alert
            tone="success"
            title={t('pair.done', { name: paired.name })}
            text={t(`pair.doneText.${paired.role}`)}
            testId="pair-done"
          />
          <div className="flex flex-wrap justify-end gap-3">
            <Button onPress={() => setPairing(null)} data-testid="pair-another">
              {t('pair.another')}
            </Button>
            <Button tone="primary" autoFocus onPress={onClose} data-testid="pair-close">
              {t('pair.ready')}
            </Button>
          </div>
        </>
      )}
    </Overlay>
  );
}
