import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type SetUpStep, setUpSteps } from '../../../../../shared/model/set-up';
import { Button } from '../../../ui/Button';
import { cx } from '../../../ui/cx';
import { Icon } from '../../../ui/Icon';

interface Props {
  readonly step: SetUpStep;
  /** The cursor begins in the first field; else on the way on, which Enter takes. */
  readonly startsInFields?: boolean;
  /** Of the way on; default: on, to the next. */
  readonly nextLabel?: string;
  readonly onGo: (step: SetUpStep) => void;
  readonly onNext: () => void;
  readonly children: ReactNode;
}

/** One step of the set-up: where one is, what is asked, and the ways back and on. */
export function StepFrame({ step, startsInFields = false, nextLabel, onGo, onNext, children }: Props) {
  const { t } = useTranslation('setup');
  const content = useRef<HTMLDivElement>(null);
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const field = startsInFields ? content.current?.querySelector('input') : null;
    if (field) {
      field.focus();
      field.select();
    } else next.current?.focus();
  }, [startsInFields]);
  const place = setUpSteps.indexOf(step);
  const before = setUpSteps[place - 1];
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-5" data-testid={`setup-${step}`}>
      <Steps step={step} onGo={onGo} />
      <header>
        <h1 className="text-headline font-bold">{t(`${step}.title`)}</h1>
        <p className="text-lead text-pretty text-ink-soft">{t(`${step}.text`)}</p>
      </header>
      <div ref={content} className="flex flex-col gap-5">
        {children}
      </div>
      <footer className="flex flex-wrap justify-end gap-3 pb-2">
        {before !== undefined && (
          <Button tone="plain" icon="back" className="me-auto" onPress={() => onGo(before)}>
            {t('back')}
          </Button>
        )}
        <Button ref={next} tone="primary" shortcut="Enter" onPress={onNext} data-testid="setup-next">
          {nextLabel ?? t('next')}
        </Button>
      </footer>
    </div>
  );
}

function Steps({ step, onGo }: Pick<Props, 'step' | 'onGo'>) {
  const { t } = useTranslation('setup');
  const place = setUpSteps.indexOf(step);
  return (
    <nav aria-label={t('steps')}>
      <ol className="flex flex-wrap gap-1">
        {setUpSteps.map((one, index) => (
          <li key={one}>
            <button
              type="button"
              tabIndex={-1}
              aria-current={one === step ? 'step' : undefined}
              onClick={() => onGo(one)}
              className={cx(
                'flex cursor-pointer items-center gap-1.5 rounded-pill px-3 py-1 text-small font-semibold',
                one === step ? 'bg-accent text-on-accent' : 'text-ink-soft hover:bg-sunken',
              )}
            >
              {index < place ? (
                <Icon name="check" className="size-4" />
              ) : (
                <span className="figures">{index + 1}</span>
              )}
              {t(`name.${one}`)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
