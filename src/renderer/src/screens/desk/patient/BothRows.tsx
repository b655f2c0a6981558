import { useTranslation } from 'react-i18next';
import type { TokenId } from '../../../../../shared/model/ids';
import {
  type FoundPatientRow,
  isVisitOpen,
  type PatientPage,
} from '../../../../../shared/model/patient-page';
import type { RegisterSaved } from '../../../../../shared/model/register-saved';
import type { RegisteredPatient } from '../../../../../shared/model/registered-patient';
import { useCommand } from '../../../data/useCommand';
import { i18n } from '../../../i18n';
import { birthAsRead, shortDayText } from '../../../i18n/format';
import { Alert } from '../../../ui/Alert';
import { Button } from '../../../ui/Button';
import { cx } from '../../../ui/cx';
import { onPage } from '../act';
import { followedText } from './followedText';

interface Props {
  readonly tokenId: TokenId;
  readonly patient: RegisteredPatient;
  readonly twin: FoundPatientRow;
  readonly page: PatientPage;
  readonly onDone: () => void;
}

/** Two rows side by side: what differs stands out, and somebody says whether they are one person. */
export function BothRows({ tokenId, patient, twin, page, onDone }: Props) {
  const { t } = useTranslation(['patient', 'common']);
  const { busy, run } = useCommand();
  const [latest] = page.visits;
  const sexOf = ({ sex }: Pick<FoundPatientRow, 'sex'>): string => (sex === null ? '' : t(`sex.${sex}`));
  const bornOf = ({ birth }: Pick<FoundPatientRow, 'birth'>): string =>
    birth === null ? '' : birthAsRead(birth);
  const lines = [
    [t('field.name'), patient.name, twin.name],
    [t('field.secondName'), patient.secondName, twin.secondName],
    [t('field.sex'), sexOf(patient), sexOf(twin)],
    [t('both.born'), bornOf(patient), bornOf(twin)],
    [t('field.contact', { n: '' }), patient.contacts.join(', '), twin.contacts.join(', ')],
    [t('field.address'), patient.address, twin.address],
    [t('field.clinicNumber'), patient.clinicNumber, twin.clinicNumber],
    [t('field.visits'), String(page.visits.length), String(twin.visits)],
    [t('field.lastDay'), latest ? shortDayText(latest.serviceDay) : '', shortDayText(twin.lastDay)],
  ] as const;

  async function merge(): Promise<void> {
    const done = (answer: RegisterSaved): string =>
      followedText(i18n.t('patient:both.merged', { name: patient.name, other: twin.name }), answer);
    await run('patients.merge', { tokenId, otherId: twin.patientId }, onPage(tokenId, done, onDone));
  }

  return (
    <div className="flex flex-col gap-3" data-testid="patient-both">
      <h3 className="text-title font-bold">{t('both.title')}</h3>
      <table className="w-full table-fixed border-collapse text-start">
        <thead>
          <tr>
            <th scope="col" className="w-48" />
            <th scope="col" className="p-1.5 text-start text-small text-ink-soft">
              {t('both.this')}
            </th>
            <th scope="col" className="p-1.5 text-start text-small text-ink-soft">
              {t('both.other')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(([label, own, other]) => (
            <tr key={label} className="border-t border-line">
              <th scope="row" className="p-1.5 text-start text-small font-semibold text-ink-soft">
                {label}
              </th>
              <Cell text={own} differs={own !== other} />
              <Cell text={other} differs={own !== other} />
            </tr>
          ))}
        </tbody>
      </table>
      {bothOpen(page, twin).map(({ own, other, doctor, day }) => (
        <Alert
          key={other}
          tone="warn"
          title={t('both.twoTokens', { doctor, day: shortDayText(day), own, other })}
          testId="patient-two-tokens"
        />
      ))}
      <p className="text-small">{t('both.text')}</p>
      <div className="sticky bottom-0 flex flex-wrap gap-2 bg-surface py-2">
        <Button tone="primary" busy={busy} onPress={() => void merge()} data-testid="patient-merge">
          {t('both.merge')}
        </Button>
        <Button autoFocus onPress={onDone} data-testid="patient-keep">
          {t('both.keep')}
        </Button>
      </div>
    </div>
  );
}

/** R17: open tokens of both with one doctor on one day; merging closes neither. */
function bothOpen({ visits }: PatientPage, { open }: FoundPatientRow) {
  return open.flatMap(({ number: other, doctorId, serviceDay: day }) =>
    visits
      .filter((one) => isVisitOpen(one) && one.doctorId === doctorId && one.serviceDay === day)
      .map(({ number: own, doctorName: doctor }) => ({ own, other, doctor, day })),
  );
}

function Cell({ text, differs }: { readonly text: string; readonly differs: boolean }) {
  const { t } = useTranslation('patient');
  return (
    <td className={cx('figures p-1.5 wrap-anywhere', differs && 'font-bold')}>
      {text === '' ? (
        <span className="font-normal text-ink-faint">{t('both.nothing')}</span>
      ) : (
        <bdi>{text}</bdi>
      )}
    </td>
  );
}
