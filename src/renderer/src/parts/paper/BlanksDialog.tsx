import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BLANKS_ON_SHEET } from '../../../../shared/model/blanks';
import type { DoctorId } from '../../../../shared/model/ids';
import { printProblemSchema } from '../../../../shared/model/print-job';
import { printsBlanks } from '../../../../shared/model/print-settings';
import type { AppError } from '../../../../shared/result';
import { askAgain } from '../../data/query';
import { useSettings } from '../../data/settings';
import { useCommand } from '../../data/useCommand';
import { i18n } from '../../i18n';
import { staffErrorText } from '../../i18n/errors';
import { Alert } from '../../ui/Alert';
import { Button } from '../../ui/Button';
import { Overlay } from '../../ui/Overlay';
import { RadioRows } from '../../ui/RadioRows';
import { SelectField } from '../../ui/SelectField';
import { DialogForm } from '../DialogForm';
import { makeDocument } from '../makeDocument';
import { usePrintBlanks } from './usePrintBlanks';

const sheetCounts = [1, 2, 3, 5, 10] as const;
const slipCounts = [5, 10, 20, 50] as const;

interface Props {
  /** For each of them. */
  readonly doctorIds: readonly DoctorId[];
  /** Lists can be made where this window is; else only the roll is offered. */
  readonly makesSheets: boolean;
  readonly onClose: () => void;
}

/** R25: paper blanks to lie ready for an outage, on sheets of A4 or on the desk's roll. */
export function BlanksDialog({ doctorIds, makesSheets, onClose }: Props) {
  const { t } = useTranslation('paper');
  const desk = useSettings()?.print.desk;
  const command = useCommand();
  const { printing, print, stop } = usePrintBlanks();
  const hasRoll = desk !== undefined && printsBlanks(desk);
  const [chosen, setChosen] = useState<'sheets' | 'roll' | null>(null);
  const [sheets, setSheets] = useState(1);
  const [slips, setSlips] = useState(10);
  const way = chosen ?? (makesSheets ? 'sheets' : 'roll');
  const rows = [
    ...(makesSheets ? [{ key: 'sheets', text: t('make.sheets'), testId: 'blanks-sheets' }] : []),
    ...(hasRoll ? [{ key: 'roll', text: t('make.roll'), testId: 'blanks-roll' }] : []),
  ];
  const each = way === 'sheets' ? sheets * BLANKS_ON_SHEET : slips;

  function close(): void {
    stop();
    onClose();
  }

  async function makeSheets(): Promise<void> {
    const [only] = doctorIds;
    const wish = doctorIds.length === 1 && only !== undefined ? { doctorId: only } : {};
    if (!(await makeDocument(command, { kind: 'blanks', sheets, ...wish }))) return;
    askAgain('app.status');
    onClose();
  }

  return (
    <Overlay
      title={t('make.button')}
      closeLabel={t('close')}
      place="center"
      testId="blanks-dialog"
      onClose={close}
    >
      <DialogForm
        label={way === 'sheets' ? t('make.sheetsDo') : t('make.rollDo', { blanks: each * doctorIds.length })}
        busy={command.busy || printing?.busy === true}
        isDisabled={rows.length === 0 || doctorIds.length === 0}
        testId="blanks-do"
        onConfirm={() => (way === 'sheets' ? void makeSheets() : print(doctorIds, slips))}
        onClose={close}
      >
        <p>{t('make.hint')}</p>
        {rows.length === 0 && <Alert tone="warn" title={t('make.noWay')} />}
        {rows.length > 1 && (
          <RadioRows
            label={t('make.way')}
            rows={rows}
            value={way}
            autoFocus
            onChange={(key) => setChosen(key === 'roll' ? 'roll' : 'sheets')}
          />
        )}
        <SelectField
          label={doctorIds.length > 1 ? t('make.each', { count: doctorIds.length }) : t('make.count')}
          choices={
            way === 'sheets'
              ? sheetCounts.map((count) => ({
                  key: String(count),
                  text: t('make.sheetCount', { count, blanks: count * BLANKS_ON_SHEET }),
                }))
              : slipCounts.map((count) => ({
                  key: String(count),
                  text: t('make.slipCount', { blanks: count }),
                }))
          }
          value={String(way === 'sheets' ? sheets : slips)}
          testId="blanks-count"
          onChange={(key) => (way === 'sheets' ? setSheets(Number(key)) : setSlips(Number(key)))}
        />
        {printing !== null && <Progress {...printing} onStop={stop} />}
      </DialogForm>
    </Overlay>
  );
}

type ProgressProps = NonNullable<ReturnType<typeof usePrintBlanks>['printing']> & {
  readonly onStop: () => void;
};

function Progress({ numbers, wanted, problem, busy, onStop }: ProgressProps) {
  const { t } = useTranslation('paper');
  const done = numbers.length;
  const [first] = numbers;
  const range = first === undefined ? '' : t('make.range', { first, last: numbers.at(-1) ?? first });
  if (busy) {
    return (
      <div className="flex items-center gap-3" role="status" data-testid="blanks-progress">
        <progress className="grow accent-accent" max={wanted} value={done} aria-label={t('make.button')} />
        <span className="figures">{t('make.progress', { done, wanted })}</span>
        <Button size="small" onPress={onStop} data-testid="blanks-stop">
          {t('make.stop')}
        </Button>
      </div>
    );
  }
  return (
    <Alert
      tone={problem === null ? 'success' : 'danger'}
      testId="blanks-result"
      title={problem === null ? t('make.printed', { count: done }) : t('make.ended', { done, wanted })}
      text={[range, problem === null ? '' : problemText(problem)].filter((text) => text !== '').join(' ')}
    />
  );
}

/** What kept the printer from it, in the words that slips have for it. */
function problemText(error: AppError): string {
  const problem = printProblemSchema.safeParse(error.details?.problem).data;
  return problem === undefined
    ? staffErrorText(error)
    : i18n.t('paper:make.because', { problem: i18n.t(`common:printProblem.${problem}`) });
}
