import { memo, type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { timeZoneNow } from '../../../data/status';
import { i18n } from '../../../i18n';
import { slotText } from '../../../i18n/format';
import { shortWaitText } from '../../../i18n/waits';
import { latinOf } from '../../../keys/position';
import { changeDraft, doctorOf, useDraft } from '../../../stores/deskDraft';
import { ComboField, type ComboOption } from '../../../ui/ComboField';
import {
  ANY_DOCTOR,
  type Candidate,
  chosenOf,
  matches,
  NO_CHOICE,
  onlyOf,
  sharedSpecializations,
  specializationOf,
} from './doctorChoice';

interface Props {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly candidates: readonly Candidate[];
  readonly error: string | null;
}

/** Whom to see: a doctor, a specialization, or whoever is soonest. Typing finds by letter, name or trade. */
export const DoctorField = memo(function DoctorField({ inputRef, candidates, error }: Props) {
  const { t } = useTranslation(['desk', 'common']);
  const choice = useDraft(doctorOf);
  /** What is being typed; null: the choice stands there. */
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const choices = choicesOf(candidates, isOpen);
  const options =
    typed === null
      ? choices
      : choices
          .filter(({ texts }) => matches(typed, texts))
          .sort((a, b) => Number(isLetterOf(b, typed)) - Number(isLetterOf(a, typed)));

  return (
    <ComboField
      label={t('issue.doctor')}
      listLabel={t('issue.doctors')}
      id="desk-doctor"
      testId="desk-doctor"
      inputRef={inputRef}
      error={error}
      errorTestId="desk-error"
      value={typed ?? choiceText(choice, candidates)}
      isOpen={isOpen}
      passesEscape
      startAt={typed === null ? options.findIndex(({ key }) => key === choice) : 0}
      options={options}
      placeholder={t('issue.doctorHint')}
      onFocus={() => {
        inputRef.current?.select();
        if (choice === NO_CHOICE) setOpen(true);
      }}
      onChange={(text) => {
        // Who was chosen is not meant any more: left with Tab, the field must not say so again.
        changeDraft({ doctor: NO_CHOICE });
        setTyped(text);
        setOpen(true);
      }}
      onOpenChange={(open) => {
        setOpen(open);
        if (!open) setTyped(null);
      }}
      onPick={(key) => {
        changeDraft({ doctor: key });
        setTyped(null);
        setOpen(false);
      }}
    />
  );
});

interface Choice extends ComboOption {
  readonly texts: readonly string[];
}

/** The letter on the door was typed: that door first. */
function isLetterOf({ texts: [letter] }: Choice, typed: string): boolean {
  const wanted = typed.trim().toLowerCase();
  return letter?.toLowerCase() === wanted || letter?.toLowerCase() === latinOf(wanted);
}

/** @param isOpen what each says is made for whoever looks at the list, not with every change of a doctor's day */
function choicesOf(candidates: readonly Candidate[], isOpen: boolean): Choice[] {
  const soonest = (choice: string, text: string, search: readonly string[]): Choice => ({
    key: choice,
    texts: search,
    content: isOpen && <Soonest title={text} candidate={chosenOf(choice, candidates)} />,
  });
  return [
    ...candidates.map((candidate) => {
      const { doctor } = candidate;
      return {
        key: doctor.id,
        testId: `desk-doctor-${doctor.prefix}`,
        texts: [doctor.prefix, doctor.name, doctor.specialization],
        content: isOpen && (
          <Line
            title={`${doctor.prefix}  ${doctor.name}`}
            detail={doctor.specialization}
            note={standing(candidate)}
          />
        ),
      };
    }),
    ...sharedSpecializations(candidates).map((name) =>
      soonest(onlyOf(name), i18n.t('desk:issue.soonestOf', { specialization: name }), [name]),
    ),
    soonest(ANY_DOCTOR, i18n.t('desk:issue.anyDoctor'), [i18n.t('desk:issue.anyDoctor'), '*']),
  ];
}

function Soonest({ title, candidate }: { readonly title: string; readonly candidate: Candidate | null }) {
  const detail = candidate === null ? i18n.t('desk:issue.nobodyToday') : candidate.doctor.name;
  return <Line title={title} detail={detail} note={candidate && standing(candidate)} />;
}

function Line(props: { readonly title: string; readonly detail: string; readonly note: string | null }) {
  return (
    <>
      <bdi className="block truncate font-semibold">{props.title}</bdi>
      <span className="flex gap-2 text-caption">
        <bdi className="min-w-0 grow truncate">{props.detail}</bdi>
        <span className="figures shrink-0">{props.note}</span>
      </span>
    </>
  );
}

function standing({ state, slot, wait }: Candidate): string {
  if (state === 'closed') return i18n.t('desk:issue.closed');
  if (slot === null) return i18n.t('desk:issue.full');
  return wait === null ? slotText(slot) : `${slotText(slot)} · ${shortWaitText(wait, timeZoneNow())}`;
}

function choiceText(choice: string, candidates: readonly Candidate[]): string {
  const candidate = chosenOf(choice, candidates);
  const specialization = specializationOf(choice);
  if (choice === NO_CHOICE && candidate === null) return '';
  if (choice === ANY_DOCTOR || choice === NO_CHOICE) return i18n.t('desk:issue.anyDoctor');
  if (specialization !== null) return i18n.t('desk:issue.soonestOf', { specialization });
  return candidate === null ? '' : `${candidate.doctor.prefix}  ${candidate.doctor.name}`;
}
