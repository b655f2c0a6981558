import { type KeyboardEvent, memo, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PreviewInput } from '../../../../../shared/contract/preview';
import type { DoctorId } from '../../../../../shared/model/ids';
import type { KnownPatient } from '../../../../../shared/model/known-patient';
import type { Need } from '../../../../../shared/model/need';
import { patientContactSchema, patientNameSchema } from '../../../../../shared/model/patient';
import { type ServiceDay, serviceDaySchema } from '../../../../../shared/model/time';
import { useBook } from '../../../data/books';
import { staffErrorText } from '../../../i18n/errors';
import { dayText, shortDayText } from '../../../i18n/format';
import { useReasons } from '../../../parts/reasons/useWhy';
import { type PreviewState, usePreview } from '../../../parts/usePreview';
import { changeDraft, doctorOf, emptyForm, useDraft } from '../../../stores/deskDraft';
import { useDeskView } from '../../../stores/deskView';
import { type Draft, isEmpty } from '../../../stores/draft';
import { Alert } from '../../../ui/Alert';
import { Button } from '../../../ui/Button';
import { DayField } from '../../../ui/DayField';
import { FieldFrame, fieldLook } from '../../../ui/FieldFrame';
import { Key } from '../../../ui/Key';
import { useStable } from '../../../ui/useStable';
import { AsideLine } from './AsideLine';
import { type DraftProblem, type DraftProblems, phoneProblem, problemsOf } from './check';
import { DoctorField } from './DoctorField';
import { type Candidate, chosenOf } from './doctorChoice';
import { FollowUpLine } from './FollowUpLine';
import { LastIssued } from './LastIssued';
import { NameField } from './NameField';
import { NeedField } from './NeedField';
import { PhoneField } from './PhoneField';
import { PreviewBox } from './PreviewBox';
import { ReasonField } from './ReasonField';
import { SlotField } from './SlotField';
import { SourceField } from './SourceField';
import { useFollowUp } from './useFollowUp';
import { previewableOf, useIssue, whoseOf } from './useIssue';
import { useKnownPatients } from './useKnownPatients';

interface Props {
  readonly candidates: readonly Candidate[];
  readonly today: ServiceDay;
}

const dayKey = <Key>Alt D</Key>;

/** F2: a token of any source. Phone, Enter, name, Enter; everything else has a default or a key of its own. */
export const IssuePanel = memo(function IssuePanel({ candidates, today }: Props) {
  const { t } = useTranslation(['desk', 'common']);
  const draft = useDraft();
  const issued = useDeskView((state) => state.issued);
  const phoneRef = useRef<HTMLInputElement | null>(null);
  const nameRef = useRef<HTMLInputElement | null>(null);
  const doctorRef = useRef<HTMLInputElement | null>(null);
  const submitRef = useRef<HTMLButtonElement | null>(null);
  const mend = (found: DraftProblems): void => {
    if (found.phone) phoneRef.current?.focus();
    else if (found.name) nameRef.current?.focus();
    else if (found.doctor) doctorRef.current?.focus();
  };
  const issue = useIssue(() => phoneRef.current?.focus(), mend);
  const day = draft.day ?? today;
  const chosen = chosenOf(doctorOf(draft), candidates);
  // While the doctors of another day are not known yet, it is as before.
  const isChosen = useRef(false);
  useEffect(() => {
    if (candidates.length > 0) isChosen.current = chosen !== null;
  });
  const book = useBook(chosen?.doctor.id ?? null, day).value;
  const preview = usePreview(
    chosen === null ? null : previewInputOf(draft, chosen.doctor.id),
    book?.revision ?? 0,
  );
  const { usual } = useReasons('emergency');
  const known = useKnownPatients(draft.phone);
  /** Escape once: once more empties the form. */
  const [isArmed, setArmed] = useState(false);
  const { problems, refusal } = issue;
  // A twin is said where it was foreseen, with the way to go on.
  const refused = refusal !== null && refusal.code !== 'DUPLICATE_TOKEN';
  const { followUp, isAsking } = useFollowUp(draft, chosen?.doctor.id ?? null);
  /** Enter came before it was known what kind of visit it is. */
  const [entered, setEntered] = useState<{ readonly allowDuplicate: boolean } | null>(null);
  const submit = (allowDuplicate: boolean): void => setEntered({ allowDuplicate });
  useEffect(() => {
    if (entered === null || isAsking) return;
    setEntered(null);
    void issue.submit(chosen?.doctor.id ?? null, { ...entered, usualReason: usual });
  });

  // What was wrong is wrong no longer, or will be said again.
  const { clear } = issue;
  useEffect(() => useDraft.subscribe(clear), [clear]);

  /** A time, day or need was chosen: on to what is missing; nothing is, so Enter issues. */
  const goOn = useStable(() => {
    const missing = problemsOf(draft, isChosen.current);
    if (draft.phone === '' && missing.name) phoneRef.current?.focus();
    else if (Object.keys(missing).length > 0) mend(missing);
    else submitRef.current?.focus();
  });
  // The fields are rendered again only when what they show changes, not with every event.
  const lastDoctorName = useStable(
    ({ lastDoctorId }: KnownPatient) =>
      candidates.find(({ doctor }) => doctor.id === lastDoctorId)?.doctor.name ?? '',
  );
  const toName = useStable(() => {
    nameRef.current?.focus();
    nameRef.current?.select();
  });
  const onWrongPhone = useStable(() => issue.complain({ phone: phoneProblem(draft.phone) ?? 'phone' }));
  const onDay = useStable((day: string) =>
    changeDraft({ day: day === today ? null : serviceDaySchema.parse(day) }),
  );

  function onEscape(event: KeyboardEvent<HTMLElement>): void {
    if (event.repeat || event.nativeEvent.isComposing || event.defaultPrevented || isEmpty(draft)) return;
    event.preventDefault();
    setArmed(!isArmed);
    if (!isArmed) return;
    emptyForm();
    phoneRef.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.key === 'Escape') {
      onEscape(event);
      return;
    }
    setArmed(false);
    if (event.key !== 'Enter' || event.repeat || event.nativeEvent.isComposing || event.defaultPrevented)
      return;
    const onButton = event.target instanceof Element && event.target.closest('button') !== null;
    if (onButton && !event.ctrlKey) return;
    event.preventDefault();
    // From the name on to the doctor is the usual way, and nothing to complain of.
    const { phone, name } = problemsOf(draft, chosen !== null);
    const isOnWay = event.target === nameRef.current && chosen === null && !phone && !name;
    if (isOnWay) doctorRef.current?.focus();
    else submit(event.ctrlKey);
  }

  const says = (problem: DraftProblem | undefined): string | null =>
    problem === undefined ? null : t(`issue.problem.${problem}`);

  return (
    <section
      aria-label={t('issue.title')}
      onKeyDown={onKeyDown}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setArmed(false);
      }}
      className="scroll-quiet relative flex min-h-0 flex-col gap-1.5 rounded-card border border-line bg-surface p-3 shadow-card"
    >
      <PhoneField
        inputRef={phoneRef}
        error={says(problems.phone)}
        patients={known.patients}
        asking={known.asking}
        doctorName={lastDoctorName}
        onDone={toName}
        onWrong={onWrongPhone}
      />
      <AsideLine isArmed={isArmed} />
      <NameField inputRef={nameRef} error={says(problems.name)} known={known.patients} />
      {followUp !== null && chosen !== null && (
        <FollowUpLine
          followUp={followUp}
          doctorName={chosen.doctor.name}
          isFollowUp={draft.source === 'follow_up'}
        />
      )}
      <DoctorField inputRef={doctorRef} candidates={candidates} error={says(problems.doctor)} />
      <SourceField />
      {draft.source === 'emergency' && (
        <FieldFrame label={t('issue.note')} error={null}>
          {(ids) => (
            <input
              {...ids}
              data-testid="desk-note"
              type="text"
              dir="auto"
              autoComplete="off"
              maxLength={500}
              placeholder={t('issue.noteHint')}
              value={draft.note}
              onChange={(event) => changeDraft({ note: event.target.value })}
              className={fieldLook}
            />
          )}
        </FieldFrame>
      )}
      <div className="grid grid-cols-[1.25fr_1fr] gap-2">
        <SlotField doctorId={chosen?.doctor.id ?? null} slots={book?.slots} onClosed={goOn} />
        <DayField
          label={t('issue.day')}
          text={draft.day === null ? t('issue.today') : shortDayText(draft.day)}
          hint={dayKey}
          value={day}
          first={today}
          testId="desk-day"
          buttonId="desk-day"
          onClosed={goOn}
          onChange={onDay}
        />
      </div>
      {/* R18: an emergency goes before every need. */}
      {draft.source === 'emergency' ? (
        <ReasonField onClosed={goOn} />
      ) : (
        <NeedField known={knownNeed(preview)} onClosed={goOn} />
      )}
      {refused ? (
        <Alert tone="danger" title={staffErrorText(refusal)} testId="desk-error" />
      ) : (
        <PreviewBox
          state={preview}
          day={draft.day}
          isPatientKnown={draft.name.trim() !== ''}
          onIssueAnyway={() => submit(true)}
        />
      )}
      <Button
        ref={submitRef}
        tone="primary"
        busy={issue.busy}
        shortcut="Enter"
        icon="ticket"
        onPress={() => submit(false)}
        className="sticky bottom-0 shrink-0"
        data-testid="desk-issue"
      >
        {draft.day === null ? t('issue.submit') : t('issue.book', { day: dayText(draft.day) })}
      </Button>
      {issued !== null && <LastIssued ticket={issued} today={today} />}
    </section>
  );
});

/** R26: while it is asked again, as it was. */
function knownNeed(preview: PreviewState): Need | null {
  if (preview.kind === 'known') return preview.preview.need;
  return preview.kind === 'asking' ? (preview.last?.need ?? null) : null;
}

/** The patient only counts once whole: half a phone number is nobody's. */
function previewInputOf(draft: Draft, doctorId: DoctorId): PreviewInput {
  const name = patientNameSchema.safeParse(draft.name);
  const contact = patientContactSchema.safeParse(draft.phone);
  const patient =
    name.success && contact.success
      ? { patientName: name.data, patientContact: contact.data, ...whoseOf(draft) }
      : {};
  return { command: 'tokens.issue', ...previewableOf(draft, doctorId, draft.day), ...patient };
}
