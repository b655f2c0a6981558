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
import { useCall } from '../../data/query';
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
  readonly pad?: (field: PadField) => ReactNode;
}

/** What the keys on the screen type into. */
export interface PadField {
  readonly kind: 'letters' | 'digits';
  readonly input: RefObject<HTMLInputElement | null>;
  readonly value: string;
  readonly type: (text: string) => void;
}

/**
 * Staff close a kiosk or a board: with the clinic's PIN, or where it works with persons with initials and their own. Main
 * compares it; the window is gone when it was right.
 */
export function LeaveDialog({ screen, onBack, pad }: Props) {
  const { t } = useTranslation(['common', 'kiosk', 'board']);
  const asks = useCall('kiosk.door', {}).value?.asks ?? null;
  const [pin, setPin] = useState('');
  const [initials, setInitials] = useState('');
  const [field, setField] = useState<'initials' | 'pin' | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { busy, runBare } = useCommand();
  const input = useRef<HTMLInputElement>(null);
  const initialsInput = useRef<HTMLInputElement>(null);
  const byPerson = asks === 'person';
  const hasField = byPerson || asks === 'pin';
  const typesInitials = byPerson && field !== 'pin';

  function type(text: string): void {
    setPin(text);
    setProblem(null);
    waitAnew();
  }
  function typeInitials(text: string): void {
    setInitials(text.trim().toUpperCase().slice(0, 4));
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
    if (byPerson && pin === '' && typesInitials) return void input.current?.focus();
    await runBare('kiosk.leave', byPerson ? { initials, pin } : { pin }, { refused: sayWhy });
  }

  function sayWhy({ code, details }: AppError): boolean {
    setPin('');
    if (details?.reason === 'role') setProblem(t('leave.notYours'));
    else if (code === 'FORBIDDEN') setProblem(t(byPerson ? 'leave.wrongPerson' : 'leave.wrong'));
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
            {asks === 'staff' && <p className="text-lead">{t('leave.staff')}</p>}
            {asks === 'nothing' && <p className="text-lead">{t('leave.practice')}</p>}
            {byPerson && <p>{t('leave.person')}</p>}
            {hasField && (
              <div className={byPerson ? 'grid grid-cols-[9rem_minmax(0,1fr)] items-start gap-3' : ''}>
                {byPerson && (
                  <TextField
                    label={t('leave.initials')}
                    inputMode="none"
                    autoComplete="off"
                    maxLength={4}
                    autoFocus
                    value={initials}
                    onChange={typeInitials}
                    onFocus={() => setField('initials')}
                    error={null}
                    inputRef={initialsInput}
                    inputTestId="leave-initials"
                  />
                )}
                <TextField
                  label={byPerson ? t('leave.pin') : `${t('leave.pin')} (${t('leave.text')})`}
                  type="password"
                  inputMode="none"
                  autoComplete="off"
                  maxLength={20}
                  autoFocus={!byPerson}
                  value={pin}
                  onChange={type}
                  onFocus={() => setField('pin')}
                  error={problem}
                  validationBehavior="aria"
                  inputRef={input}
                  inputTestId="leave-pin"
                  errorTestId="leave-error"
                />
              </div>
            )}
            <div className="grid grid-cols-2 gap-3">
              <Button size="touch" onPress={onBack} data-testid="leave-back">
                {t(`${screen}:leave.no`)}
              </Button>
              {asks !== 'staff' && (
                <Button type="submit" tone="primary" size="touch" busy={busy} data-testid="leave-yes">
                  {t(`${screen}:leave.title`)}
                </Button>
              )}
            </div>
          </form>
          {typesInitials &&
            pad?.({ kind: 'letters', input: initialsInput, value: initials, type: typeInitials })}
          {!typesInitials && hasField && pad?.({ kind: 'digits', input, value: pin, type })}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
