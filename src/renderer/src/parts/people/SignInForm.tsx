import { type FormEvent, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../shared/contract';
import type { AppError } from '../../../../shared/result';
import { tell, useCall } from '../../data/query';
import { useCommand } from '../../data/useCommand';
import { staffErrorText } from '../../i18n/errors';
import { Button } from '../../ui/Button';
import { FieldFrame, fieldLook } from '../../ui/FieldFrame';
import { Initials } from './Initials';

interface Props {
  /** Whose PIN is expected first; anybody else's will do. */
  readonly expected: string | null;
  readonly onDone?: () => void;
}

interface Problem {
  readonly field: 'initials' | 'pin';
  readonly text: string;
}

type PersonName = CallOutput<'persons.names'>[number];

const nobody: readonly PersonName[] = [];

/** Initials, PIN, Enter: the cursor goes on by itself. Or a name from the list, by arrow keys or a touch. */
export function SignInForm({ expected, onDone }: Props) {
  const { t } = useTranslation('people');
  const names = useCall('persons.names', {}).value ?? nobody;
  const [initials, setInitials] = useState(expected ?? '');
  const [pin, setPin] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const { busy, runBare } = useCommand();
  const initialsField = useRef<HTMLInputElement>(null);
  const pinField = useRef<HTMLInputElement>(null);
  // Whoever opens it types at once.
  useEffect(() => (expected === null ? initialsField : pinField).current?.focus(), [expected]);
  const listId = useId();
  // Initials may be typed before it is known whose there are.
  const hear = useEffectEvent((among: readonly PersonName[]) => {
    if (document.activeElement === initialsField.current) goOnFrom(initials, among);
  });
  useEffect(() => hear(names), [names]);

  function typeInitials(text: string): void {
    const typed = text.trim().toUpperCase();
    setInitials(typed);
    setProblem(null);
    goOnFrom(typed, names);
  }

  function goOnFrom(typed: string, among: readonly PersonName[]): void {
    const begun = among.filter((one) => one.initials.startsWith(typed));
    if (begun.length === 1 && begun[0]?.initials === typed) pinField.current?.focus();
  }

  async function signIn(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (pin === '') return void pinField.current?.focus();
    await runBare(
      'persons.signIn',
      { initials, pin },
      {
        refused: sayWhy,
        after: (who) => {
          tell('persons.who', {}, who);
          onDone?.();
        },
      },
    );
  }

  function sayWhy(error: AppError): boolean {
    const { code, details } = error;
    setPin('');
    if (code === 'NOT_FOUND' || code === 'INVALID_INPUT')
      setProblem({ field: 'initials', text: t('signIn.unknown') });
    else if (code === 'TOO_EARLY') {
      setProblem({ field: 'pin', text: t('signIn.paused', { minutes: Number(details?.minutes) }) });
    } else if (details?.reason === 'pin') setProblem({ field: 'pin', text: t('signIn.wrong') });
    else if (details?.reason === 'role') setProblem({ field: 'pin', text: t('signIn.otherDoctor') });
    else setProblem({ field: 'pin', text: staffErrorText(error) });
    return true;
  }

  return (
    <div className="flex flex-col gap-4">
      <form
        noValidate
        autoComplete="off"
        onSubmit={(event) => void signIn(event)}
        className="grid grid-cols-[7rem_minmax(0,1fr)_auto] items-start gap-3"
      >
        <FieldFrame label={t('signIn.initials')} error={problem?.field === 'initials' ? problem.text : null}>
          {(ids) => (
            <input
              {...ids}
              ref={initialsField}
              data-testid="signin-initials"
              maxLength={4}
              autoComplete="off"
              autoCapitalize="characters"
              value={initials}
              className={fieldLook}
              onChange={(event) => typeInitials(event.currentTarget.value)}
              onFocus={(event) => event.currentTarget.select()}
              onKeyDown={(event) => {
                if (event.key !== 'ArrowDown') return;
                event.preventDefault();
                document.getElementById(listId)?.querySelector<HTMLElement>('[role=option]')?.focus();
              }}
            />
          )}
        </FieldFrame>
        <FieldFrame
          label={t('signIn.pin')}
          error={problem?.field === 'pin' ? problem.text : null}
          errorTestId="signin-error"
        >
          {(ids) => (
            <input
              {...ids}
              ref={pinField}
              data-testid="signin-pin"
              type="password"
              inputMode="numeric"
              autoComplete="off"
              maxLength={20}
              value={pin}
              className={fieldLook}
              onChange={(event) => {
                setPin(event.currentTarget.value);
                setProblem(null);
              }}
            />
          )}
        </FieldFrame>
        <Button
          type="submit"
          tone="primary"
          busy={busy}
          shortcut="Enter"
          className="mt-6"
          data-testid="signin-go"
        >
          {t('signIn.go')}
        </Button>
      </form>
      <ListBox
        id={listId}
        aria-label={t('signIn.names')}
        items={names}
        layout="grid"
        selectionMode="none"
        onAction={(key) => {
          const chosen = names.find(({ id }) => id === key);
          if (chosen) typeInitials(chosen.initials);
          pinField.current?.focus();
        }}
        className="scroll-quiet grid max-h-60 grid-cols-2 gap-1.5 p-0.5"
      >
        {(one) => (
          <ListBoxItem
            id={one.id}
            textValue={one.name}
            data-testid={`signin-name-${one.initials}`}
            className="flex min-h-11 cursor-pointer items-center gap-2.5 rounded-control border border-line px-2 data-focus-visible:outline-3 data-focus-visible:outline-focus data-hovered:bg-sunken"
          >
            <Initials initials={one.initials} />
            <bdi className="min-w-0 truncate font-semibold">{one.name}</bdi>
          </ListBoxItem>
        )}
      </ListBox>
    </div>
  );
}
