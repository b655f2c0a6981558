import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { printProblemSchema } from '../../../../shared/model/print-job';
import type { PrintTarget, StationName } from '../../../../shared/model/print-settings';
import type { AppError } from '../../../../shared/result';
import { type Sending, useCommand } from '../../data/useCommand';
import { i18n } from '../../i18n';
import { staffErrorText } from '../../i18n/errors';
import { Alert, type AlertTone } from '../../ui/Alert';
import { Button } from '../../ui/Button';

interface Props {
  readonly station: StationName;
  readonly target: PrintTarget;
  /** Resolves when what was typed last is saved. */
  readonly settled: () => Promise<void>;
}

interface Outcome {
  readonly tone: AlertTone;
  readonly title: string;
  readonly text?: string;
  /** Of these settings; others have not been tried. */
  readonly target: string;
}

/** One key that tells whether a slip would come out, and if not, why. */
export function TestPrint({ station, target, settled }: Props) {
  const { t } = useTranslation(['printing', 'common']);
  const { busy, together } = useCommand();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const tried = JSON.stringify(target);
  // As they are when the answer comes: what was being typed was saved meanwhile.
  const latest = useRef(tried);
  useEffect(() => {
    latest.current = tried;
  }, [tried]);

  async function test({ runBare }: Sending): Promise<void> {
    // A press moves no focus: what is being typed is saved first.
    const { activeElement } = document;
    if (activeElement instanceof HTMLInputElement) activeElement.blur();
    await settled();
    await runBare(
      'printers.test',
      { station },
      {
        after: ({ printer, pdfPath }) =>
          setOutcome({
            tone: 'success',
            target: latest.current,
            title: printer === null ? t('test.saved') : t('test.sent', { printer }),
            ...(printer !== null ? { text: t('test.sentText') } : pdfPath === null ? {} : { text: pdfPath }),
          }),
        refused: (error) => {
          setOutcome({ tone: 'danger', target: latest.current, ...problemOf(error) });
          return true;
        },
      },
    );
  }

  if (target.way === 'none') return null;
  return (
    <div className="flex flex-col gap-3">
      <Button
        icon="printer"
        busy={busy}
        className="self-start"
        onPress={() => void together(test)}
        data-testid={`printing-${station}-test`}
      >
        {t('test.print')}
      </Button>
      {outcome !== null && outcome.target === tried && (
        <Alert
          tone={outcome.tone}
          title={outcome.title}
          text={outcome.text}
          testId={`printing-${station}-test-result`}
          className="wrap-anywhere"
        />
      )}
    </div>
  );
}

/** What went wrong, and what to do about it where there is something to do. */
function problemOf(error: AppError): Pick<Outcome, 'title' | 'text'> {
  const problem = printProblemSchema.safeParse(error.details?.problem).data;
  if (problem === undefined) return { title: i18n.t('printing:test.failed'), text: staffErrorText(error) };
  return {
    title: i18n.t('printing:test.failedBecause', { problem: i18n.t(`common:printProblem.${problem}`) }),
    text: i18n.t('printing:test.failedText'),
  };
}
