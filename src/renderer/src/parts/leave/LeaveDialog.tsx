import {
  type FormEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../../shared/result';
import { useCommand } from '../../data/useCommand';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/TextField';

/** Ms without a key until the kiosk shows itself again. */
const PATIENCE_MS = 15_000;

interface Props {
  /** Its own texts are of this screen. */
  readonly screen: 'kiosk' | 'board';
  readonly onBack: () => void;
  /** Keys on the screen, where there are no others. */
  readonly pad?: (input: RefObject<HTMLInputElement | null>, pin: string, type: Type) => ReactNode;
}

type Type = (text: string) => void;

/** Staff close a kiosk or a board with their PIN. Main compares it; the window is gone when it was right. */
export function LeaveDialog({ screen, onBack, pad }: Props) {
  const { t } = useTranslation(['common', 'kiosk', 'board']);
  const [pin, setPin] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const { busy, runBare } = useCommand();
  const input = useRef<HTMLInputElement>(null);

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
    await runBare('kiosk.leave', { pin }, { refused: sayWhy });
  }

  function sayWhy({ code, details }: AppError): boolean {
    setPin('');
    if (code === 'FORBIDDEN') setProblem(t('leave.wrong'));
    else if (code === 'TOO_EARLY') setProblem(t('leave.paused', { minutes: Number(details?.minutes) }));
    else setProblem(t(`${screen}:leave.failed`));
    return true;
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
              {t(`${screen}:leave.title`)}
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
              inputTestId="leave-pin"
              errorTestId="leave-error"
            />
            <div className="grid grid-cols-2 gap-3">
              <Button size="touch" onPress={onBack} data-testid="leave-back">
                {t(`${screen}:leave.no`)}
              </Button>
              <Button type="submit" tone="primary" size="touch" busy={busy} data-testid="leave-yes">
                {t(`${screen}:leave.title`)}
              </Button>
            </div>
          </form>
          {pad?.(input, pin, type)}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
