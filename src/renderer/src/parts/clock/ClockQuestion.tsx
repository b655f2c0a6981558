import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ClockAnswer, FIRST_YEAR, type ClockQuestion as Question } from '../../../../shared/model/clock';
import { useCommand } from '../../data/useCommand';
import { i18n } from '../../i18n';
import { fullMomentText } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { say } from '../../ui/toasts';
import { TypedTime } from './TypedTime';

interface Props {
  readonly question: Question;
  readonly timeZone: string;
}

/** R35: the two times, and which is right. Patients are served meanwhile. */
export function ClockQuestion({ question, timeZone }: Props) {
  const { t } = useTranslation('clock');
  const { busy, runBare } = useCommand();
  const { kind, computer, ours, lastUsedAt, guess } = question;
  // Without a battery the computer cannot know: there is nothing but typing.
  const isLost = computer < FIRST_YEAR;
  const [isTyping, setTyping] = useState(isLost && kind === 'start');
  const likely = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Enter answers, unless somebody is in the middle of something.
    if (document.activeElement === document.body) likely.current?.focus();
  }, []);

  async function answer(wish: ClockAnswer, time: number): Promise<void> {
    const told = await runBare('clock.answer', { ...wish, computer, ours });
    if (told) say(i18n.t('clock:thanks', { time: fullMomentText(time, timeZone) }));
  }

  return (
    <section
      aria-label={t('title')}
      data-testid="clock-question"
      className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-b-2 border-warn bg-warn-soft px-4 py-2.5"
    >
      <Icon name="clock" className="size-6 text-warn" />
      <div role="alert" className="min-w-80 grow basis-0">
        <p className="font-bold text-warn">{t('title')}</p>
        <p className="figures">{saying()}</p>
        <p className="text-small text-ink-soft">{t(question.dayUnknown ? 'dayUnknown' : 'held')}</p>
      </div>
      {isTyping ? (
        <TypedTime
          start={guess}
          timeZone={timeZone}
          busy={busy}
          onSay={(date, minute, time) => void answer({ right: 'typed', date, minute }, time)}
          onBack={isLost && kind === 'start' ? null : () => setTyping(false)}
        />
      ) : (
        <div className="flex flex-wrap gap-2">
          {kind === 'jump' && (
            <Button
              ref={likely}
              tone="primary"
              busy={busy}
              data-testid="clock-ours"
              onPress={() => void answer({ right: 'ours' }, ours)}
            >
              {t('oursRight', { time: fullMomentText(ours, timeZone) })}
            </Button>
          )}
          {!isLost && (
            // Never the likely one: it is not believed, and may take every patient out of sight.
            <Button
              busy={busy}
              data-testid="clock-computer"
              onPress={() => void answer({ right: 'computer' }, computer)}
            >
              {t('computerRight')}
            </Button>
          )}
          <Button data-testid="clock-type" onPress={() => setTyping(true)}>
            {t(kind === 'jump' ? 'type' : 'typeStart')}
          </Button>
        </div>
      )}
    </section>
  );

  function saying(): string {
    const says = { computer: fullMomentText(computer, timeZone) };
    if (kind === 'jump') return t('jump', { ...says, ours: fullMomentText(ours, timeZone) });
    if (lastUsedAt === null) return t('new', says);
    return t('start', { ...says, last: fullMomentText(lastUsedAt, timeZone) });
  }
}
