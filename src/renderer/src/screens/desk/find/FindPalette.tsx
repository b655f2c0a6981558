import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundToken } from '../../../../../shared/model/found-token';
import type { FoundPatientRow } from '../../../../../shared/model/patient-page';
import { useTimeZone } from '../../../data/status';
import { birthAsRead, dayText, shortDayText } from '../../../i18n/format';
import { waitText } from '../../../i18n/waits';
import { Contact } from '../../../parts/Contact';
import { closeOverlay, show } from '../../../stores/deskView';
import { SourceBadge } from '../../../ui/Badges';
import { ComboField } from '../../../ui/ComboField';
import { Icon } from '../../../ui/Icon';
import { Overlay } from '../../../ui/Overlay';
import { TokenNumber } from '../../../ui/TokenNumber';
import { standingText, whereOfToken } from '../sentences';
import { useFocusFirst } from '../useFocusFirst';
import { useFind } from './useFind';

/** The last line of a list that goes on. */
const MORE = 'more';

/** F3: one field for whatever the patient can say or show: number, name, phone, or the slip under the scanner. */
export function FindPalette({ today }: { readonly today: string }) {
  const { t } = useTranslation(['desk', 'patient', 'common']);
  const field = useFocusFirst();
  const [query, setQuery] = useState('');
  const { tokens, patients, hasMore, seen, asking, more } = useFind(query);
  /** Enter came before the answer, as it does from a scanner. */
  const [entered, setEntered] = useState(false);
  const [first] = tokens;
  const [somebody] = patients;

  useEffect(() => {
    if (!entered || asking) return;
    setEntered(false);
    if (first !== undefined) open(first);
    else if (somebody !== undefined) openPatient(somebody);
  });

  return (
    <Overlay
      title={t('find.title')}
      closeLabel={t('dialog.close')}
      place="top"
      width="wide"
      onClose={closeOverlay}
    >
      <ComboField
        label={t('find.label')}
        listLabel={t('find.results')}
        id="desk-find"
        testId="desk-find"
        passesEscape
        inputRef={field}
        value={query}
        isOpen
        inFlow
        startAt={asking ? -1 : seen}
        options={[
          ...tokens.map((found) => ({
            key: found.token.id,
            testId: `desk-find-result-${found.token.number}`,
            content: <Result found={found} today={today} />,
          })),
          ...(hasMore
            ? [{ key: MORE, testId: 'desk-find-more', content: <strong>{t('find.more')}</strong> }]
            : []),
          ...patients.map((patient) => ({
            key: keyOf(patient),
            testId: `desk-find-patient-${patient.patientId}`,
            content: <Patient patient={patient} />,
          })),
        ]}
        onChange={(text) => {
          setEntered(false);
          setQuery(text);
        }}
        onOpenChange={() => undefined}
        onPick={(key) => {
          if (key === MORE) more();
          const found = tokens.find(({ token }) => token.id === key);
          if (found !== undefined) open(found);
          const patient = patients.find((one) => keyOf(one) === key);
          if (patient !== undefined) openPatient(patient);
        }}
        onEnter={(event) => {
          event.preventDefault();
          setEntered(asking);
        }}
      />
      <p role="status" className="text-small text-ink-soft">
        {query.trim() === '' || asking
          ? t('find.hint')
          : tokens.length === 0
            ? t(patients.length === 0 ? 'find.nobody' : 'find.onlyPatients')
            : t(hasMore ? 'find.countOfMore' : 'find.count', { count: tokens.length })}
      </p>
    </Overlay>
  );
}

function open({ token }: FoundToken): void {
  show({ kind: 'token', tokenId: token.id, action: null });
}

const keyOf = ({ patientId }: FoundPatientRow): string => `patient ${patientId}`;

function openPatient({ tokenId }: FoundPatientRow): void {
  show({ kind: 'patient', tokenId });
}

function Patient({ patient }: { readonly patient: FoundPatientRow }) {
  const { t } = useTranslation(['patient', 'common']);
  const { patientId, name, secondName, contacts, birth, address, visits, lastDay } = patient;
  const born = birth === null ? '' : birthAsRead(birth);
  const facts = [secondName, born, address, contacts[0]].filter(Boolean).join(' · ');
  return (
    <span className="flex items-center gap-4">
      <span className="figures flex w-20 shrink-0 items-center gap-1 text-small text-ink-soft">
        <Icon name="person" className="size-[1.1em]" />
        {patientId}
      </span>
      <span className="min-w-0 grow">
        <bdi className="block truncate font-semibold">{name}</bdi>
        <bdi className="figures block truncate text-caption">{facts}</bdi>
      </span>
      <span className="figures flex shrink-0 flex-col items-end gap-0.5 text-caption">
        <span>{t('visits', { count: visits })}</span>
        <span className="font-semibold">{shortDayText(lastDay)}</span>
      </span>
    </span>
  );
}

function Result({ found, today }: { readonly found: FoundToken; readonly today: string }) {
  const timeZone = useTimeZone();
  const { token, doctor, slot, wait } = found;
  return (
    <span className="flex items-center gap-4">
      <TokenNumber className="w-20 shrink-0 text-lead!">{token.number}</TokenNumber>
      <span className="min-w-0 grow">
        <bdi className="block truncate font-semibold">{token.patientName}</bdi>
        <span className="figures block truncate text-caption">
          {token.serviceDay !== today && <strong>{dayText(token.serviceDay)} · </strong>}
          <bdi>{doctor.name}</bdi> · {whereOfToken(token, slot)} · <Contact text={token.patientContact} />
          {wait !== null && ` · ${waitText(wait, timeZone)}`}
        </span>
      </span>
      <span className="flex shrink-0 flex-col items-end gap-0.5">
        <SourceBadge source={token.source} />
        <span className="text-caption font-semibold">{standingText(token)}</span>
      </span>
    </span>
  );
}
