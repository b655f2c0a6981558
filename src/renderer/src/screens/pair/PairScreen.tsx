import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wasShutOut } from '../../api/place';
import { askSession, pairWith } from '../../api/session';
import { useLock } from '../../data/useLock';
import { setLanguage } from '../../i18n';
import { type Language, languages } from '../../i18n/languages';
import { Alert } from '../../ui/Alert';
import { Icon } from '../../ui/Icon';
import { useTitle } from '../../ui/useTitle';
import { CodeField } from './CodeField';
import { DigitPad } from './DigitPad';
import { PairLanguages } from './PairLanguages';
import { type PairProblem, problemOf } from './problem';

const CODE_LENGTH = 6;

/** A browser that the app does not know yet: the code from the reception PC lets it in. */
export default function PairScreen() {
  const { t } = useTranslation(['pair', 'common']);
  useTitle(t('title'));
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<PairProblem | null>(null);
  const [clinicName, setClinicName] = useState('');
  /** Boot has looked for the PC by its name, and this device did not find it. */
  const [atNumber, setAtNumber] = useState(false);
  const [removed] = useState(wasShutOut);
  const { busy, run } = useLock();
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    setLanguage(ownLanguage());
    void askSession().then((session) => {
      if (session === null || session.paired) return;
      setClinicName(session.clinicName);
      setAtNumber(session.byName !== undefined);
    });
  }, []);

  async function submit(whole: string): Promise<void> {
    const work = await run(async () => ({ answer: await pairWith(whole) }));
    if (work === null) return;
    // Boot asks anew what this device may show.
    if (work.answer === 'paired') return location.replace('/');
    setProblem(problemOf(work.answer));
    setCode('');
    input.current?.focus();
  }

  function type(typed: string): void {
    const digits = typed.replace(/\D/g, '').slice(0, CODE_LENGTH);
    if (busy || digits === code) return;
    setCode(digits);
    setProblem(null);
    if (digits.length === CODE_LENGTH) void submit(digits);
  }

  const typeScanned = useEffectEvent(() => type(codeInAddress()));
  useEffect(() => {
    // Typing the code is all there is to do here.
    input.current?.focus();
    typeScanned();
  }, []);

  return (
    <main className="scroll-quiet flex h-full flex-col items-center gap-6 bg-page p-6 min-[900px]:p-10">
      <header className="flex w-full max-w-5xl flex-wrap items-center justify-between gap-4">
        <p className="flex min-w-0 items-center gap-2.5 text-lead font-bold">
          <Icon name="ticket" className="size-7 text-accent" />
          <bdi className="min-w-0 truncate">{clinicName === '' ? t('common:appName') : clinicName}</bdi>
        </p>
        <PairLanguages />
      </header>
      <div className="my-auto grid w-full max-w-5xl items-center gap-8 min-[900px]:grid-cols-2 min-[900px]:gap-14">
        <section className="flex min-w-0 flex-col gap-5">
          <h1 className="text-headline font-bold">{t('title')}</h1>
          <p className="text-lead text-pretty text-ink-soft">{t('text')}</p>
          {removed && problem === null && (
            <Alert tone="warn" title={t('removed')} text={t('removedText')} testId="pair-removed" />
          )}
          {atNumber && !removed && (
            <Alert
              tone="info"
              title={t('atNumber')}
              text={t('atNumberText', { host: location.hostname })}
              testId="pair-at-number"
            />
          )}
          <CodeField
            label={t('code')}
            code={code}
            length={CODE_LENGTH}
            inputRef={input}
            busy={busy}
            isWrong={problem !== null}
            onType={type}
          />
          <p role="status" className="min-h-7 text-lead font-semibold" data-testid="pair-status">
            {busy && t('working')}
            {problem !== null && <span className="text-danger">{t(`problem.${problem}`)}</span>}
          </p>
        </section>
        <DigitPad
          label={t('digits')}
          erase={t('erase')}
          isDisabled={busy}
          onDigit={(digit) => type(code + digit)}
          onErase={() => type(code.slice(0, -1))}
        />
      </div>
      <p className="max-w-5xl self-center text-small text-pretty text-ink-faint">{t('where')}</p>
    </main>
  );
}

/** The first of the browser's languages that we have. */
function ownLanguage(): Language {
  const wanted = navigator.languages.map((tag) => tag.split('-')[0]);
  return wanted.flatMap((tag) => languages.filter((one) => one === tag))[0] ?? 'en';
}

/** Scanned at the desk: the address brought the code, in the part of it that is never sent. Read once. */
function codeInAddress(): string {
  const code = /^#pair=(\d{6})$/.exec(location.hash)?.[1] ?? '';
  if (location.hash !== '') history.replaceState(null, '', location.pathname);
  return code;
}
