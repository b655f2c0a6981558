import { memo, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { KnownPatient } from '../../../../../shared/model/known-patient';
import { useCountry } from '../../../data/status';
import { shortDayText } from '../../../i18n/format';
import { Contact } from '../../../parts/Contact';
import { changeDraft, takeLikely, useDraft } from '../../../stores/deskDraft';
import { FieldFrame, fieldLook } from '../../../ui/FieldFrame';
import { Key } from '../../../ui/Key';
import { focusName } from '../useDeskKeys';
import { type Likely, type LikelyPatient, likelyOf, soughtByName } from './likely';
import { useNamesakes } from './useNamesakes';

interface Props {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly error: string | null;
  /** On this phone. */
  readonly known: readonly KnownPatient[];
}

/** The name, and who it may be in the register: said, never in the way. */
export const NameField = memo(function NameField({ inputRef, error, known }: Props) {
  const { t } = useTranslation(['desk', 'common']);
  const draft = useDraft();
  const country = useCountry();
  const namesakes = useNamesakes(soughtByName(draft));
  const likely = likelyOf(draft, known, namesakes, country);
  return (
    <>
      <FieldFrame
        label={t('issue.name')}
        id="desk-name"
        error={error}
        errorTestId="desk-error"
        doubt={draft.cardName !== '' && draft.cardName === draft.name ? t('issue.fromCard') : null}
      >
        {(ids) => (
          <input
            {...ids}
            ref={inputRef}
            data-testid="desk-name"
            type="text"
            dir="auto"
            autoComplete="off"
            spellCheck={false}
            value={draft.name}
            onChange={(event) => changeDraft({ name: event.target.value })}
            className={fieldLook}
          />
        )}
      </FieldFrame>
      {likely !== null && <LikelyLine likely={likely} isPhoneSaid={draft.phone !== ''} />}
    </>
  );
});

interface LineProps {
  readonly likely: Likely;
  /** Then it is theirs. */
  readonly isPhoneSaid: boolean;
}

function LikelyLine({ likely, isPhoneSaid }: LineProps) {
  const { t } = useTranslation(['desk', 'common']);
  if (likely.kind === 'same') return <MaybeSame patient={likely.patient} isPhoneSaid={isPhoneSaid} />;
  return (
    <p data-testid="desk-new-on-phone" aria-live="polite" className="text-small text-pretty text-ink-soft">
      {t('issue.newOnPhone', { owner: likely.owner, count: likely.others })}
    </p>
  );
}

/** One press takes whoever stands there, the doctor that was chosen already aside. */
function MaybeSame({
  patient,
  isPhoneSaid,
}: Omit<LineProps, 'likely'> & { readonly patient: LikelyPatient }) {
  const { t } = useTranslation(['desk', 'common']);
  const { patientName, patientContact, lastDay } = patient;
  return (
    <div aria-live="polite">
      <button
        type="button"
        tabIndex={-1}
        id="desk-likely"
        data-testid="desk-likely"
        onClick={() => {
          flushSync(() => takeLikely(patient));
          focusName();
        }}
        className="flex w-full min-w-0 cursor-pointer items-baseline gap-2 rounded-small text-start text-small text-ink-soft hover:bg-sunken"
      >
        <span className="min-w-0 grow">
          {t('issue.maybeSame')} <bdi className="font-semibold text-ink">{patientName}</bdi>
          {' · '}
          {!isPhoneSaid && patientContact !== '' && (
            <>
              <span className="whitespace-nowrap">
                <Contact text={patientContact} />
              </span>
              {' · '}
            </>
          )}
          <span className="whitespace-nowrap">{shortDayText(lastDay)}</span>
        </span>
        <Key>Alt M</Key>
      </button>
    </div>
  );
}
