import { type Dispatch, type FormEvent, type SetStateAction, useRef, useState } from 'react';
import { t } from '../../i18n';
import { Button } from '../../ui/Button';
import { RadioCards } from '../../ui/RadioCards';
import { TextField } from '../../ui/TextField';
import { LetterPad, NumberPad } from './Keyboard';
import { useKeys } from './useKeys';
import { checkDetails, edit, type Field, type Visit, type VisitKind } from './visit';

interface Props {
  readonly visit: Visit;
  readonly setVisit: Dispatch<SetStateAction<Visit>>;
}

/** Name, phone and kind of visit, on one page: with our own keyboard, or one that is plugged in. */
export function DetailsStep({ visit, setVisit }: Props) {
  const [active, setActive] = useState<Field>(visit.problems.phone !== null ? 'phone' : 'name');
  const inputs = { name: useRef<HTMLInputElement>(null), phone: useRef<HTMLInputElement>(null) };
  const keys = useKeys(inputs[active], visit[active], (value) => setVisit((now) => edit(now, active, value)));
  const firstProblem = visit.problems.name !== null ? 'name' : 'phone';

  function next(event: FormEvent): void {
    event.preventDefault();
    const checked = checkDetails(visit);
    setVisit(checked);
    if (checked.step !== 'details') return;
    inputs[checked.problems.name !== null ? 'name' : 'phone'].current?.focus();
  }

  const field = (name: Field) => ({
    value: visit[name],
    error: visit.problems[name],
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
  });

  return (
    <form noValidate onSubmit={next} className="flex min-h-0 grow flex-col justify-between gap-3">
      <div className="scroll-quiet flex min-h-0 grow flex-col gap-4 px-6 pb-1 portrait:justify-center portrait:gap-10 portrait:px-8">
        <h1 className="sr-only portrait:not-sr-only portrait:text-headline portrait:font-bold">
          {t.kiosk.you}
        </h1>
        <div className="grid gap-x-4 gap-y-6 landscape:grid-cols-[3fr_2fr]">
          <TextField label={t.kiosk.name} {...field('name')} />
          <TextField label={t.kiosk.phone} type="tel" {...field('phone')} />
        </div>
        <div className="flex items-end gap-4 portrait:flex-col portrait:items-stretch portrait:gap-8">
          <div className="grow">
            <RadioCards<VisitKind>
              label={t.kiosk.kind}
              value={visit.kind}
              onChange={(kind) => setVisit((now) => ({ ...now, kind }))}
              cards={[
                {
                  value: 'walk_in',
                  label: t.kiosk.kindNew,
                  text: t.kiosk.kindNewText,
                  icon: 'walk',
                  testId: 'kiosk-kind-new',
                },
                {
                  value: 'follow_up',
                  label: t.kiosk.kindFollowUp,
                  text: t.kiosk.kindFollowUpText,
                  icon: 'return',
                  testId: 'kiosk-kind-follow-up',
                },
              ]}
            />
          </div>
          <Button
            type="submit"
            tone="primary"
            size="touch"
            icon="forward"
            className="min-w-44 portrait:min-h-24 portrait:text-title"
            data-testid="kiosk-next"
          >
            {t.kiosk.next}
          </Button>
        </div>
      </div>
      {active === 'name' ? <LetterPad keys={keys} /> : <NumberPad keys={keys} />}
    </form>
  );
}
