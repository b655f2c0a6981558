import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoctorSchedule } from '../../../../shared/model/doctor-schedule';
import { languageFacts, languages } from '../../i18n/languages';
import { ComboField } from '../../ui/ComboField';
import { DoctorText } from './DoctorText';
import { type DoctorDraft, type DraftField, freeLetter } from './draft';
import { FollowUpFields } from './FollowUpFields';
import { PhotoField } from './PhotoField';
import type { PhotoDraft } from './usePhoto';

interface Props {
  readonly draft: DoctorDraft;
  readonly others: readonly DoctorSchedule[];
  readonly isNew: boolean;
  readonly photo: PhotoDraft;
  readonly errorOf: (field: DraftField) => string | null;
  readonly onChange: (draft: DoctorDraft) => void;
}

/** Name, department, room; what is seldom asked for is folded away. */
export function DoctorFields({ draft, others, isNew, photo, errorOf, onChange }: Props) {
  const { t } = useTranslation('doctors');
  const letter = freeLetter(others);
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)_7rem] items-start gap-4">
        <DoctorText
          label={t('field.name')}
          value={draft.name}
          placeholder={t('field.nameExample')}
          error={errorOf('name')}
          testId="doctor-name"
          autoFocus={isNew}
          onChange={(name) => onChange({ ...draft, name })}
        />
        <Specialization
          value={draft.specialization}
          error={errorOf('specialization')}
          others={others}
          onChange={(specialization) => onChange({ ...draft, specialization })}
        />
        <DoctorText
          label={t('field.room')}
          value={draft.room}
          error={errorOf('room')}
          testId="doctor-room"
          onChange={(room) => onChange({ ...draft, room })}
        />
      </div>
      <details>
        <summary className="cursor-pointer text-small font-semibold text-ink-soft" data-testid="doctor-more">
          {t('field.more')}
        </summary>
        <div className="mt-3 flex flex-col gap-4">
          <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_minmax(0,1.5fr)] items-start gap-4">
            <DoctorText
              label={t('field.letter')}
              value={draft.prefix}
              placeholder={letter}
              error={errorOf('prefix')}
              testId="doctor-letter"
              onChange={(prefix) => onChange({ ...draft, prefix: prefix.toUpperCase() })}
            />
            <DoctorText
              label={t('field.minutes')}
              value={draft.minutes}
              error={errorOf('minutes')}
              testId="doctor-minutes"
              isNumeric
              onChange={(minutes) => onChange({ ...draft, minutes })}
            />
            <p className="pt-6 text-small text-pretty text-ink-soft">{t('field.letterText')}</p>
          </div>
          <FollowUpFields
            draft={draft.followUp}
            errorOf={errorOf}
            onChange={(followUp) => onChange({ ...draft, followUp })}
          />
          <PhotoField name={draft.name} src={photo.src} onChange={photo.change} />
          <NamesIn draft={draft} error={errorOf('nameIn')} onChange={onChange} />
        </div>
      </details>
    </>
  );
}

function NamesIn({ draft, error, onChange }: Pick<Props, 'draft' | 'onChange'> & { error: string | null }) {
  const { t } = useTranslation('doctors');
  return (
    <div className="flex flex-col gap-2">
      <p className="text-small text-pretty text-ink-soft">{t('field.namesText')}</p>
      <div className="grid grid-cols-2 items-start gap-4">
        {languages.map((language) => (
          <DoctorText
            key={language}
            label={languageFacts[language].name}
            value={draft.nameIn[language]}
            placeholder={draft.name}
            error={draft.nameIn[language].trim().length > 80 ? error : null}
            testId={`doctor-name-${language}`}
            onChange={(name) => onChange({ ...draft, nameIn: { ...draft.nameIn, [language]: name } })}
          />
        ))}
      </div>
    </div>
  );
}

interface SpecializationProps {
  readonly value: string;
  readonly error: string | null;
  readonly others: readonly DoctorSchedule[];
  readonly onChange: (value: string) => void;
}

/** Departments are the specializations in use: those come first, so that nobody makes a second of the same. */
function Specialization({ value, error, others, onChange }: SpecializationProps) {
  const { t } = useTranslation('doctors');
  const [isOpen, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const used = others.map(({ specialization }) => specialization).sort();
  const known = [...new Set([...used, ...t('field.usualSpecializations').split(', ')])];
  const typed = value.trim().toLowerCase();
  const options = known
    .filter((one) => one.toLowerCase().includes(typed) && one.toLowerCase() !== typed)
    .slice(0, 8);
  return (
    <ComboField
      label={t('field.specialization')}
      listLabel={t('field.specializations')}
      testId="doctor-specialization"
      error={error}
      inputRef={input}
      value={value}
      options={options.map((one) => ({ key: one, content: one }))}
      isOpen={isOpen}
      startAt={-1}
      onChange={(text) => {
        onChange(text);
        setOpen(true);
      }}
      onOpenChange={setOpen}
      onPick={(key) => {
        onChange(key);
        setOpen(false);
      }}
    />
  );
}
