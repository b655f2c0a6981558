import { type Dispatch, type FormEvent, type SetStateAction, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStatus } from '../../data/status';
import type { Language } from '../../i18n/languages';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/TextField';
import { LetterPad, NumberPad } from './keyboard/Keyboard';
import { useKeys } from './useKeys';
import { checkDetails, edit, type Field, nameProblem, type Visit } from './visit';

interface Props {
  readonly visit: Visit;
  readonly setVisit: Dispatch<SetStateAction<Visit>>;
  readonly language: Language;
}

/** Name and phone: with our own keyboard in the patient's script, or one that is plugged in. */
export function DetailsStep({ visit, setVisit, language }: Props) {
  const { t } = useTranslation('kiosk');
  const asksNeed = useStatus()?.asksNeed === true;
  const [active, setActive] = useState<Field>(
    visit.problems.phone !== null && visit.problems.name === null ? 'phone' : 'name',
  );
  const inputs = { name: useRef<HTMLInputElement>(null), phone: useRef<HTMLInputElement>(null) };
  const keys = useKeys(inputs[active], visit[active], (value) => setVisit((now) => edit(now, active, value)));
  const firstProblem = visit.problems.name !== null ? 'name' : 'phone';

  /** From a good name to the empty phone, and from there on. */
  function next(event: FormEvent): void {
    event.preventDefault();
    if (active === 'name' && visit.phone === '' && nameProblem(visit.name) === null) {
      inputs.phone.current?.focus();
      return;
    }
    const checked = checkDetails(visit, asksNeed);
    setVisit(checked);
    if (checked.step !== 'details') return;
    inputs[checked.problems.name !== null ? 'name' : 'phone'].current?.focus();
  }

  const field = (name: Field) => {
    const problem = visit.problems[name];
    return {
      value: visit[name],
      error: problem === null ? null : t(`problem.${problem}`),
      onChange: (value: string) => setVisit((now) => edit(now, name, value)),
      onFocus: () => setActive(name),
      inputRef: inputs[name],
      inputTestId: `kiosk-${name}`,
      errorTestId: firstProblem === name ? 'kiosk-error' : undefined,
      // Ours is on the screen already; the system's would cover it.
      inputMode: 'none' as const,
      autoComplete: 'off',
      spellCheck: 'false' as const,
      validationBehavior: 'aria' as const,
      autoFocus: active === name,
    };
  };

  return (
    <form
      noValidate
      autoComplete="off"
      onSubmit={next}
      className="flex min-h-0 grow flex-col justify-between gap-3"
    >
      <div className="scroll-quiet flex min-h-0 grow flex-col gap-4 px-6 pb-1 portrait:justify-center portrait:gap-10 portrait:px-8">
        <h1 className="text-title font-bold portrait:text-headline">{t('details.title')}</h1>
        <div className="grid gap-x-4 gap-y-6 landscape:grid-cols-[3fr_2fr_auto]">
          <TextField label={t('details.name')} {...field('name')} />
          <TextField label={t('details.phone')} type="tel" {...field('phone')} />
          <Button
            type="submit"
            tone="primary"
            size="touch"
            icon="forward"
            className="min-w-40 self-start landscape:mt-[1.9rem] portrait:min-h-24 portrait:w-full portrait:text-title"
            data-testid="kiosk-next"
          >
            {t('details.next')}
          </Button>
        </div>
      </div>
      {active === 'name' ? (
        <LetterPad keys={keys} language={language} />
      ) : (
        <NumberPad keys={keys} extras={['+']} />
      )}
    </form>
  );
}
