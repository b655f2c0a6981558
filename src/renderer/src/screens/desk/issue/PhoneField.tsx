import { memo, type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { tokenIdSchema } from '../../../../../shared/model/ids';
import type { KnownPatient } from '../../../../../shared/model/known-patient';
import { doubtfulDigits } from '../../../../../shared/model/phone';
import { useCountry } from '../../../data/status';
import { alsoWithText } from '../../../i18n/alsoWith';
import { shortDayText } from '../../../i18n/format';
import { Contact } from '../../../parts/Contact';
import { changeDraft, fillKnown, useDraft } from '../../../stores/deskDraft';
import { show } from '../../../stores/deskView';
import { ComboField } from '../../../ui/ComboField';
import { Key } from '../../../ui/Key';
import { isScannedId, isWholePhone } from './check';

interface Props {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly error: string | null;
  /** Who was here before on this phone, and whether that is still being asked. */
  readonly patients: readonly KnownPatient[];
  readonly asking: boolean;
  readonly doctorName: (patient: KnownPatient) => string;
  /** The phone is done, or somebody known was taken: on to the name, which is then marked to be typed over. */
  readonly onDone: () => void;
  /** Enter on what cannot be a phone number. */
  readonly onWrong: () => void;
}

/** The phone comes first: it finds who was here before, and families share one. */
export const PhoneField = memo(function PhoneField(props: Props) {
  const { inputRef, error, patients, asking, doctorName, onDone, onWrong } = props;
  const { t } = useTranslation(['desk', 'common']);
  const phone = useDraft((draft) => draft.phone);
  const name = useDraft((draft) => draft.name);
  const [isOpen, setOpen] = useState(false);
  /** Enter came before the answer. */
  const [entered, setEntered] = useState(false);
  /** Enter on nothing: how to go on without a phone is said. */
  const [none, setNone] = useState(false);
  /** Nobody is typing here: what looks odd may be said. */
  const [isLeft, setLeft] = useState(true);
  const country = useCountry();
  const whole = isWholePhone(phone);
  const [only] = patients;
  const digits = isLeft ? doubtfulDigits(phone, country) : null;

  function take(patient: KnownPatient): void {
    // At once, not after the next frame: what is typed next must meet the name, marked to be typed over.
    flushSync(() => {
      setOpen(false);
      fillKnown(patient);
    });
    onDone();
  }

  useEffect(() => {
    if (!entered || asking) return;
    setEntered(false);
    const certain = !whole || (patients.length === 1 && name === '');
    if (only !== undefined && certain) queueMicrotask(() => take(only));
    else if (!whole) onWrong();
  });

  function enter(): void {
    if (isScannedId(phone)) {
      changeDraft({ phone: '' });
      show({ kind: 'token', tokenId: tokenIdSchema.parse(phone.trim().toLowerCase()), action: null });
    } else if (asking) {
      setEntered(true);
      if (whole) onDone();
    } else if (whole) onDone();
    else if (phone.trim() !== '') onWrong();
    else setNone(true);
  }

  return (
    <ComboField
      label={t('issue.phone')}
      listLabel={t('issue.known')}
      id="desk-phone"
      testId="desk-phone"
      hint={<Key>F2</Key>}
      inputRef={inputRef}
      inputMode="tel"
      error={error}
      doubt={
        none && phone === ''
          ? t('issue.doubt.noPhone')
          : digits === null
            ? null
            : t('issue.doubt.digits', { digits })
      }
      errorTestId="desk-error"
      value={phone}
      placeholder={t('issue.phoneHint')}
      isOpen={isOpen}
      passesEscape
      startAt={patients.length === 1 || !whole ? 0 : -1}
      options={patients.map((patient) => ({
        key: String(patient.patientId),
        testId: 'desk-known',
        content: <Known patient={patient} doctorName={doctorName(patient)} />,
      }))}
      onChange={(text) => {
        setEntered(false);
        setNone(false);
        setOpen(true);
        changeDraft({ phone: text });
      }}
      onFocus={() => setLeft(false)}
      onOpenChange={(open) => {
        setOpen(open);
        if (open) return;
        setNone(false);
        setLeft(document.activeElement !== inputRef.current);
      }}
      onPick={(key) => {
        const patient = patients.find((one) => String(one.patientId) === key);
        if (patient !== undefined) take(patient);
      }}
      onEnter={(event) => {
        event.preventDefault();
        event.stopPropagation();
        enter();
      }}
    />
  );
});

function Known({ patient, doctorName }: { readonly patient: KnownPatient; readonly doctorName: string }) {
  const { t } = useTranslation(['desk', 'common']);
  return (
    <>
      <span className="flex items-baseline gap-2">
        <bdi className="min-w-0 grow truncate font-semibold">{patient.patientName}</bdi>
        <span className="shrink-0 text-caption">
          <Contact text={patient.patientContact} />
        </span>
      </span>
      <span className="block truncate text-caption">
        {t('issue.lastVisit', { day: shortDayText(patient.lastDay), doctor: doctorName })}
      </span>
      {patient.today.map((also) => (
        <span key={also.tokenId} className="block truncate text-caption font-semibold">
          {alsoWithText(also, 'today')}
        </span>
      ))}
    </>
  );
}
