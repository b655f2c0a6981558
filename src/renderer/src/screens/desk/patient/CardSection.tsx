import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TokenId } from '../../../../../shared/model/ids';
import { LABEL_SHEET, LABELS_ON_SHEET, labelPlaceSchema } from '../../../../../shared/model/patient-card';
import { printProblemSchema } from '../../../../../shared/model/print-job';
import type { AppError } from '../../../../../shared/result';
import { useCommand } from '../../../data/useCommand';
import { useMay } from '../../../data/who';
import { i18n } from '../../../i18n';
import { staffErrorText } from '../../../i18n/errors';
import { makeDocument } from '../../../parts/makeDocument';
import { Alert } from '../../../ui/Alert';
import { Button } from '../../../ui/Button';
import { cx } from '../../../ui/cx';
import { Section } from './Section';

/** The next label of the sheet that lies at this desk. */
const KEY = 'desk.labelPlace';
const places = Array.from({ length: LABELS_ON_SHEET }, (_none, index) => index + 1);

/** The patient's card: on the printer for slips, or on a sheet of labels, of which some may be gone. */
export function CardSection({ tokenId }: { readonly tokenId: TokenId }) {
  const { t } = useTranslation(['patient', 'common']);
  const may = useMay();
  const command = useCommand();
  const [problem, setProblem] = useState<AppError | null>(null);
  const [place, setPlace] = useState(remembered);
  const [isSheetShown, showSheet] = useState(false);
  if (!may('patients.card')) return null;

  function choose(next: number): void {
    setPlace(next);
    localStorage.setItem(KEY, String(next));
  }

  async function print(): Promise<void> {
    setProblem(null);
    await command.runBare(
      'patients.card',
      { tokenId },
      {
        done: ({ pdfPath }) =>
          pdfPath === null ? i18n.t('patient:card.printed') : i18n.t('patient:card.saved', { path: pdfPath }),
        refused: (error) => {
          setProblem(error);
          return true;
        },
      },
    );
  }

  async function makeSheet(): Promise<void> {
    setProblem(null);
    const isMade = await makeDocument(command, { kind: 'card', tokenId, place });
    if (isMade) choose((place % LABELS_ON_SHEET) + 1);
  }

  return (
    <Section title={t('card.title')}>
      <div className="flex flex-wrap gap-2">
        <Button
          icon="printer"
          busy={command.busy}
          onPress={() => void print()}
          data-testid="patient-card-print"
        >
          {t('card.print')}
        </Button>
        <Button
          aria-expanded={isSheetShown}
          onPress={() => showSheet(!isSheetShown)}
          data-testid="patient-card-sheet"
        >
          {t('card.sheet')}
        </Button>
      </div>
      {problem !== null && <Alert tone="danger" title={inWords(problem)} />}
      {isSheetShown && may('documents.make') && (
        <div className="flex flex-wrap items-end gap-4">
          <LabelPlaces place={place} onChoose={choose} />
          <Button
            icon="list"
            busy={command.busy}
            onPress={() => void makeSheet()}
            data-testid="patient-card-make"
          >
            {t('card.make')}
          </Button>
        </div>
      )}
    </Section>
  );
}

interface PlacesProps {
  readonly place: number;
  readonly onChoose: (place: number) => void;
}

/** The sheet as it lies in the printer; the arrow keys go over it. */
function LabelPlaces({ place, onChoose }: PlacesProps) {
  const { t } = useTranslation('patient');
  return (
    <fieldset>
      <legend className="mb-1 text-small text-ink-soft">{t('card.place')}</legend>
      <div
        dir="ltr"
        className="grid w-fit gap-1 rounded-control border border-line p-1.5"
        style={{ gridTemplateColumns: `repeat(${LABEL_SHEET.columns}, 3.2rem)` }}
      >
        {places.map((one) => (
          <label
            key={one}
            className={cx(
              'figures flex h-6 cursor-pointer items-center justify-center rounded-sm border text-caption',
              'has-focus-visible:outline-3 has-focus-visible:outline-focus',
              one === place ? 'border-accent bg-accent font-bold text-on-accent' : 'border-line-strong',
              one < place && 'border-dashed text-ink-soft',
            )}
          >
            <input
              type="radio"
              name="label-place"
              className="sr-only"
              aria-label={t('card.placeOf', { place: one })}
              checked={one === place}
              onChange={() => onChoose(one)}
              data-testid={`patient-card-place-${one}`}
            />
            {one}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** What is wrong with a printer is said in the language of staff. */
function inWords(error: AppError): string {
  const problem = printProblemSchema.safeParse(error.details?.problem).data;
  if (problem === undefined) return staffErrorText(error);
  return i18n.t('patient:card.notPrinted', { problem: i18n.t(`common:printProblem.${problem}`) });
}

function remembered(): number {
  return labelPlaceSchema.safeParse(Number(localStorage.getItem(KEY))).data ?? 1;
}
