import { useTranslation } from 'react-i18next';
import type { DoctorFilePreview, FileFault } from '../../../../shared/model/doctor-file';
import { refusalText } from '../../i18n/errors';
import { Alert } from '../../ui/Alert';
import { cx } from '../../ui/cx';

/** What a file of doctors would do, doctor by doctor; while rows have faults those stand first, by their line. */
export function DoctorFileTable({ preview }: { readonly preview: DoctorFilePreview }) {
  const { t } = useTranslation('files');
  const { doctors, faults, ignored, encoding } = preview;
  const isNothing = faults.length === 0 && doctors.every(({ kind }) => kind === 'unchanged');
  return (
    <>
      {faults.length > 0 && <Faults faults={faults} />}
      {isNothing && <Alert tone="info" title={t('doctors.nothing')} testId="doctor-file-nothing" />}
      {ignored.length > 0 && (
        <p className="text-small text-pretty text-ink-soft" data-testid="doctor-file-ignored">
          {t('doctors.ignored', { columns: ignored.join(', ') })}
        </p>
      )}
      {encoding === 'windows-1252' && (
        <p className="text-small text-pretty text-ink-soft">{t('doctors.oldLetters')}</p>
      )}
      <div className="max-h-72 overflow-y-auto rounded-card border border-line">
        <table className="w-full text-start text-small" data-testid="doctor-file-doctors">
          <thead className="sticky top-0 bg-sunken">
            <tr>
              {(['line', 'letter', 'name', 'what', 'sessions'] as const).map((column) => (
                <th key={column} scope="col" className="px-3 py-1.5 text-start font-semibold">
                  {t(`column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {doctors.map((doctor) => (
              <tr key={doctor.line} data-kind={doctor.kind}>
                <td className="figures px-3 py-1.5 text-ink-soft">{doctor.line}</td>
                <td className="px-3 py-1.5 font-bold">{doctor.letter ?? '–'}</td>
                <td className="px-3 py-1.5">
                  <bdi>{doctor.name === '' ? '–' : doctor.name}</bdi>
                </td>
                <td
                  className={cx(
                    'px-3 py-1.5',
                    doctor.kind === 'faulty' && 'font-semibold text-danger',
                    doctor.kind === 'new' && 'font-semibold text-success',
                    doctor.kind === 'unchanged' && 'text-ink-soft',
                  )}
                >
                  {t(`kind.${doctor.kind}`)}
                  {doctor.changes.length > 0 && ': '}
                  {doctor.changes.map((change) => t(`change.${change}`)).join(', ')}
                </td>
                <td className="figures px-3 py-1.5">{doctor.sessions ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** So many are read; with more the file as a whole is wrong. */
const SHOWN = 50;

function Faults({ faults }: { readonly faults: readonly FileFault[] }) {
  const { t } = useTranslation(['files', 'refusals']);
  const rest = faults.length - SHOWN;
  return (
    <section aria-label={t('faults', { count: faults.length })} className="flex flex-col gap-2">
      <Alert tone="danger" title={t('faults', { count: faults.length })} text={t('faultsText')} />
      <ul
        className="flex max-h-56 flex-col divide-y divide-line overflow-y-auto rounded-card border border-line"
        data-testid="doctor-file-faults"
      >
        {faults.slice(0, SHOWN).map((fault) => (
          <li
            key={`${fault.line} ${fault.column} ${fault.reason}`}
            className="flex gap-3 px-3 py-1.5 text-small"
          >
            <span className="w-40 shrink-0 font-semibold">
              {t('place', { line: fault.line })}
              {fault.column !== null && (
                <>
                  {' · '}
                  <bdi>{fault.column}</bdi>
                </>
              )}
            </span>
            <span className="min-w-0 text-pretty">
              {refusalText({ ...fault.details, reason: fault.reason }) ?? fault.message}
            </span>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="text-small text-ink-soft">{t('moreFaults', { count: rest })}</p>}
    </section>
  );
}
