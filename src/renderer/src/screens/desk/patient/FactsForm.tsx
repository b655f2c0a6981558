import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TokenId } from '../../../../../shared/model/ids';
import type { Need } from '../../../../../shared/model/need';
import type { PatientVisit } from '../../../../../shared/model/patient-page';
import type { RegisterSaved } from '../../../../../shared/model/register-saved';
import { type RegisteredPatient, sexes } from '../../../../../shared/model/registered-patient';
import { precedences } from '../../../../../shared/model/token';
import { useCommand } from '../../../data/useCommand';
import { useMay } from '../../../data/who';
import { birthAsRead } from '../../../i18n/format';
import { setUnsaved } from '../../../stores/deskView';
import { Button } from '../../../ui/Button';
import { FieldFrame, fieldLook } from '../../../ui/FieldFrame';
import { SelectField } from '../../../ui/SelectField';
import { onPage } from '../act';
import { knownNeedText } from '../needText';
import { readBirth } from './birth';
import { draftOf, type FactsDraft, factsOf, fieldsWithWords, isFromCard } from './facts';
import { savedText } from './followedText';

interface Props {
  readonly tokenId: TokenId;
  readonly patient: RegisteredPatient | null;
  readonly said: { readonly patientName: string; readonly patientContact: string };
  /** By what is known. */
  readonly need: Need | null;
  readonly today: string;
  readonly visits: readonly PatientVisit[];
}

export const FACTS_FORM = 'patient-facts';

type Text = Exclude<keyof FactsDraft, 'sex' | 'contacts' | 'precedence'>;

/** What is known of a patient, to be changed. */
export function FactsForm({ tokenId, patient, said, need, today, visits }: Props) {
  const { t } = useTranslation(['patient', 'desk', 'common']);
  const { busy, run } = useCommand();
  const may = useMay();
  const [draft, setDraft] = useState(() => draftOf(patient, said));
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const places = draft.contacts.map((_contact, place) => place);
  const change = (part: Partial<FactsDraft>): void => setDraft((now) => ({ ...now, ...part }));

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    const checked = factsOf(draft, patient?.identifiers ?? [], today);
    if ('wrong' in checked) return setWrong(checked.wrong);
    setWrong(new Set());
    const seen = patient === null ? {} : { seen: patient.updatedAt };
    const { facts } = checked;
    const done = (answer: RegisterSaved): string =>
      savedText({ name: facts.name, was: patient?.name }, visits, answer);
    const ways = onPage(tokenId, done, () => setUnsaved('no'));
    await run('patients.save', { tokenId, facts, ...seen }, ways);
  }

  const isChanged = JSON.stringify(draft) !== JSON.stringify(draftOf(patient, said));
  useEffect(() => {
    setUnsaved(isChanged ? 'yes' : 'no');
    return () => setUnsaved('no');
  }, [isChanged]);

  const birth = readBirth(draft.birth, today);
  const birthText = 'birth' in birth && birth.birth !== null ? birthAsRead(birth.birth) : null;
  const byAge = draft.precedence === null && need?.age ? need : null;
  const problemOf = (name: string): string | null => {
    if (!wrong.has(name)) return null;
    if (name === 'birth') return 'wrong' in birth ? t(`wrong.${birth.wrong}`) : null;
    return t(`wrong.${fieldsWithWords.find((one) => one === name) ?? 'other'}`);
  };
  const text = (name: Text) => (
    <FieldFrame
      label={t(`field.${name}`)}
      error={problemOf(name === 'abha' ? 'identifiers' : name)}
      doubt={isFromCard(draft, name, patient?.identifiers ?? []) ? t('fromCard') : null}
      note={name === 'birth' && birthText !== null ? t('read', { birth: birthText }) : null}
    >
      {(ids) => (
        <input
          {...ids}
          type="text"
          dir="auto"
          data-testid={`patient-${name}`}
          value={draft[name]}
          onChange={(event) => change({ [name]: event.target.value })}
          className={fieldLook}
        />
      )}
    </FieldFrame>
  );

  return (
    <form
      id={FACTS_FORM}
      onSubmit={(event) => void save(event)}
      className="grid grid-cols-2 content-start gap-x-3 gap-y-2"
    >
      {text('name')}
      {text('secondName')}
      <SelectField
        label={t('field.sex')}
        testId="patient-sex"
        value={draft.sex ?? 'unknown'}
        choices={['unknown' as const, ...sexes].map((key) => ({ key, text: t(`sex.${key}`) }))}
        onChange={(key) => change({ sex: sexes.find((one) => one === key) ?? null })}
      />
      {text('birth')}
      {places.map((place) => (
        <FieldFrame key={place} label={t('field.contact', { n: place + 1 })} error={problemOf('contacts')}>
          {(ids) => (
            <input
              {...ids}
              type="text"
              inputMode="tel"
              dir="auto"
              data-testid={`patient-contact-${place + 1}`}
              value={draft.contacts[place]}
              onChange={(event) => change({ contacts: draft.contacts.with(place, event.target.value) })}
              className={fieldLook}
            />
          )}
        </FieldFrame>
      ))}
      {text('address')}
      {text('clinicNumber')}
      {text('abha')}
      {text('abhaAddress')}
      <SelectField
        label={t('field.precedence')}
        testId="patient-precedence"
        value={draft.precedence ?? 'none'}
        choices={['none' as const, ...precedences].map((key) => ({
          key,
          text:
            key === 'none' && byAge !== null
              ? t('byAge', { need: knownNeedText(byAge) })
              : t(`desk:rules.need.${key}`),
        }))}
        onChange={(key) => change({ precedence: precedences.find((one) => one === key) ?? null })}
      />
      {draft.precedence !== null && text('precedenceUntil')}
      <div className="col-span-2">{text('note')}</div>
      {may('patients.save') && (
        <Button
          type="submit"
          tone="primary"
          icon="check"
          busy={busy}
          className="col-span-2 justify-self-start"
          data-testid="patient-save"
        >
          {t(patient === null ? 'add' : 'save')}
        </Button>
      )}
    </form>
  );
}
