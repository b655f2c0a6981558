import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoctorSchedule } from '../../../../shared/model/doctor-schedule';
import type { AppError } from '../../../../shared/result';
import { type Sending, useCommand } from '../../data/useCommand';
import { i18n } from '../../i18n';
import { Alert } from '../../ui/Alert';
import { Button } from '../../ui/Button';
import { cx } from '../../ui/cx';
import { SettingGroup } from '../../ui/Setting';
import { useLook } from '../useLook';
import { isSureKey, useSure } from '../useSure';
import { DoctorFields } from './DoctorFields';
import { type DoctorDraft, type DraftField, type DraftProblem, draftOf, fieldsOf, problemsOf } from './draft';
import { keepDraft, keptDraft } from './keptDrafts';
import { PlanEffects } from './PlanEffects';
import { usePhoto } from './usePhoto';
import { WeekFields } from './WeekFields';
import { readWeek } from './week';

interface Props {
  /** Null: a new one. */
  readonly doctor: DoctorSchedule | null;
  readonly doctors: readonly DoctorSchedule[];
  readonly dayStartsAtMinute: number;
  readonly onSaved: (doctor: DoctorSchedule) => void;
  readonly onCancel?: (() => void) | undefined;
  /** Enter where nothing was typed: there is nobody more to add. */
  readonly onNobody?: (() => void) | undefined;
}

/**
 * Who a doctor is, and when the doctor works. Another week reaches the days that have tokens: whom it would move is in
 * view before it is saved, and their number is typed first.
 */
export function DoctorForm({ doctor, doctors, dayStartsAtMinute, onSaved, onCancel, onNobody }: Props) {
  const { t } = useTranslation('doctors');
  const others = doctors.filter(({ id }) => id !== doctor?.id);
  const [found] = useState(() => keptDraft(doctor));
  const [draft, setDraft] = useState(() => found?.draft ?? draftOf(doctor, others));
  const [before] = useState(found?.before ?? draft);
  // What main refused, until that field is changed.
  const [refused, setRefused] = useState<{ field: DraftField; text: string } | null>(null);
  const [tried, setTried] = useState(false);
  const photo = usePhoto(doctor);
  const { busy, together } = useCommand();
  const form = useRef<HTMLFormElement>(null);

  const problems = problemsOf(draft, others);
  const read = readWeek(draft.rows, dayStartsAtMinute);
  const isUntouched = draft === before && photo.changed === undefined;
  const weekChanged = draft.rows !== before.rows;
  const state = useLook(
    'plans.preview',
    doctor !== null && weekChanged && read.isRight
      ? { command: 'doctors.save', doctorId: doctor.id, schedule: [...read.lines] }
      : null,
    '',
  );
  const people = state.kind === 'known' ? state.preview.moved : 0;
  const [sure, sureField] = useSure({ people });
  const isRight = Object.keys(problems).length === 0 && read.isRight;
  const isReady = sure && state.kind !== 'asking' && state.kind !== 'refused';

  async function save({ run }: Sending): Promise<void> {
    const isNew = doctor === null;
    const saved = await run(
      'doctors.save',
      {
        ...fieldsOf(draft),
        ...(isNew ? {} : { doctorId: doctor.id }),
        ...(isNew || weekChanged ? { schedule: [...read.lines] } : {}),
      },
      {
        done: ({ name }) => i18n.t(isNew ? 'doctors:said.added' : 'doctors:said.saved', { name }),
        refused: sayByField,
      },
    );
    if (saved === null) return;
    keepDraft(doctor, null);
    if (photo.changed !== undefined) {
      await run('doctors.setPhoto', { doctorId: saved.id, data: photo.changed });
    }
    onSaved(saved);
  }

  function change(changed: DoctorDraft): void {
    setDraft(changed);
    keepDraft(doctor, { before, draft: changed });
  }

  function giveUp(): void {
    keepDraft(doctor, null);
    onCancel?.();
  }

  function sayByField(error: AppError): boolean {
    const field = error.details?.field;
    if (field !== 'name' && field !== 'prefix' && field !== 'specialization') return false;
    setRefused({ field, text: error.message });
    return true;
  }

  function submit(event?: FormEvent): void {
    event?.preventDefault();
    if (onNobody !== undefined && isUntouched) {
      onNobody();
      return;
    }
    setTried(true);
    if (isRight && isReady && !busy) void together(save);
    else if (!isRight) requestAnimationFrame(() => focusFirstWrong(form.current));
  }

  const errorOf = (field: DraftField): string | null => {
    if (refused?.field === field) return refused.text;
    const problem = problems[field];
    if (problem === undefined || (problem.code === 'noName' && !tried)) return null;
    return problemText(problem);
  };

  return (
    <form
      ref={form}
      noValidate
      onSubmit={submit}
      onKeyDownCapture={(event) => {
        if (!isSureKey(event)) return;
        event.preventDefault();
        event.stopPropagation();
        submit();
      }}
      className="flex flex-col gap-5"
      data-testid="doctor-form"
    >
      {found !== undefined && <Alert tone="info" title={t('form.kept')} testId="doctor-kept" />}
      <SettingGroup title={t(doctor === null ? 'form.new' : 'form.who')}>
        <DoctorFields
          draft={draft}
          others={others}
          isNew={doctor === null}
          photo={photo}
          errorOf={errorOf}
          onChange={(changed) => {
            setRefused(null);
            change(changed);
          }}
        />
      </SettingGroup>
      <SettingGroup title={t('form.week')} text={t('form.weekText')}>
        <WeekFields
          rows={draft.rows}
          read={read}
          others={others}
          onChange={(rows) => change({ ...draft, rows })}
        />
        <PlanEffects state={state} />
      </SettingGroup>
      <div
        className={cx(
          'flex flex-wrap items-end justify-end gap-3',
          // In the settings it is in view however long the week is; the set-up has its own foot.
          onCancel !== undefined && 'sticky -bottom-6 z-10 -mb-6 bg-page pt-2 pb-6',
        )}
      >
        {sureField !== null && <div className="me-auto">{sureField}</div>}
        {onCancel !== undefined && <Button onPress={giveUp}>{t('form.cancel')}</Button>}
        <Button
          type="submit"
          tone="primary"
          busy={busy}
          shortcut="Enter"
          isDisabled={!isReady}
          data-testid="doctor-save"
        >
          {t(doctor === null ? 'form.add' : 'form.save')}
        </Button>
      </div>
    </form>
  );
}

function focusFirstWrong(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}

function problemText(problem: DraftProblem): string {
  if (problem.code === 'letterTaken') {
    return i18n.t('doctors:problem.letterTaken', { letter: problem.letter, name: problem.name });
  }
  return i18n.t(`doctors:problem.${problem.code}`);
}
