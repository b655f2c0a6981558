import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../../shared/result';
import { useCommand } from '../../data/useCommand';
import { i18n } from '../../i18n';
import { Button } from '../../ui/Button';
import { PinField } from './PinField';
import { pinProblem } from './pinProblem';

/** One's own PIN, by who knows the old one. */
export function OwnPinForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('people');
  const { busy, runBare } = useCommand();
  const [pin, setPin] = useState('');
  const [newPin, setNewPin] = useState('');
  const [problem, setProblem] = useState<{ readonly old: string | null; readonly fresh: string | null }>({
    old: null,
    fresh: null,
  });

  async function change(event: FormEvent): Promise<void> {
    event.preventDefault();
    const fresh = pinProblem(newPin);
    setProblem({ old: null, fresh });
    if (fresh !== null) return;
    const done = (): string => i18n.t('people:ownPin.done');
    await runBare('persons.changeOwnPin', { pin, newPin }, { done, after: onDone, refused: sayWhy });
  }

  function sayWhy({ code, details }: AppError): boolean {
    if (code !== 'FORBIDDEN' && code !== 'TOO_EARLY') return false;
    const text =
      code === 'TOO_EARLY' ? t('signIn.paused', { minutes: Number(details?.minutes) }) : t('signIn.wrong');
    setProblem({ old: text, fresh: null });
    setPin('');
    return true;
  }

  return (
    <form
      noValidate
      autoComplete="off"
      onSubmit={(event) => void change(event)}
      className="flex flex-col gap-3"
    >
      <div className="grid grid-cols-2 gap-3">
        <PinField
          label={t('ownPin.old')}
          value={pin}
          error={problem.old}
          testId="own-pin-old"
          starts
          onChange={setPin}
        />
        <PinField
          label={t('ownPin.new')}
          value={newPin}
          error={problem.fresh}
          testId="own-pin-new"
          onChange={setNewPin}
        />
      </div>
      <p className="text-small text-ink-soft">{t('form.pinText')}</p>
      <Button type="submit" tone="primary" busy={busy} className="self-end" data-testid="own-pin-save">
        {t('ownPin.save')}
      </Button>
    </form>
  );
}
