import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client';
import { useLock } from '../../api/useLock';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/TextField';
import { NumberPad } from './keyboard/Keyboard';
import { useKeys } from './useKeys';

/** Ms without a key until the kiosk shows itself again. */
const PATIENCE_MS = 15_000;

/** Staff close the kiosk with their PIN. Main knows it; the window is gone when it was right. */
export function LeaveDialog({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation('kiosk');
  const [pin, setPin] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const lock = useLock();
  const input = useRef<HTMLInputElement>(null);
  const keys = useKeys(input, pin, type);

  function type(text: string): void {
    setPin(text);
    setProblem(null);
    waitAnew();
  }

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waitAnew = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(onBack, PATIENCE_MS);
  }, [onBack]);
  useEffect(() => {
    waitAnew();
    return () => clearTimeout(timer.current);
  }, [waitAnew]);

  async function leave(event: FormEvent): Promise<void> {
    event.preventDefault();
    const answer = await lock.run(() => call('kiosk.leave', { pin }));
    if (answer === null || answer.ok) return;
    setPin('');
    const { code } = answer.error;
    if (code === 'FORBIDDEN') setProblem(t('leave.wrong'));
    else setProblem(code === 'TOO_EARLY' ? t('leave.paused') : t('leave.failed'));
  }

  return (
    <ModalOverlay
      isOpen
      className="fixed inset-0 z-50 flex animate-fade items-center justify-center overflow-y-auto bg-[rgb(var(--shadow-tone)/0.65)] p-4"
    >
      <Modal className="max-h-full w-full max-w-[34rem] animate-rise overflow-y-auto rounded-ticket bg-surface shadow-overlay">
        <Dialog role="alertdialog" className="flex flex-col">
          <form
            noValidate
            autoComplete="off"
            onSubmit={(event) => void leave(event)}
            className="flex flex-col gap-3 p-5"
          >
            <Heading slot="title" className="text-title font-bold">
              {t('leave.title')}
            </Heading>
            <TextField
              label={`${t('leave.pin')} (${t('leave.text')})`}
              type="password"
              inputMode="none"
              autoComplete="off"
              maxLength={20}
              autoFocus
              value={pin}
              onChange={type}
              error={problem}
              validationBehavior="aria"
              inputRef={input}
              inputTestId="kiosk-leave-pin"
              errorTestId="kiosk-leave-error"
            />
            <div className="grid grid-cols-2 gap-3">
              <Button size="touch" onPress={onBack} data-testid="kiosk-leave-back">
                {t('leave.no')}
              </Button>
              <Button
                type="submit"
                tone="primary"
                size="touch"
                busy={lock.busy}
                data-testid="kiosk-leave-yes"
              >
                {t('leave.yes')}
              </Button>
            </div>
          </form>
          <NumberPad keys={keys} extras={[]} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
