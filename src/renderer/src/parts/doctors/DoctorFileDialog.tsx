import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DateOrder } from '../../../../shared/model/doctor-file';
import { useCommand } from '../../data/useCommand';
import { i18n } from '../../i18n';
import { staffErrorText } from '../../i18n/errors';
import { Alert } from '../../ui/Alert';
import { Button } from '../../ui/Button';
import { Overlay } from '../../ui/Overlay';
import { RadioRows } from '../../ui/RadioRows';
import { DialogForm } from '../DialogForm';
import { type ChosenFile, FilePick } from '../files/FilePick';
import { useLook } from '../useLook';
import { DoctorFileTable } from './DoctorFileTable';
import { PlanEffects } from './PlanEffects';
import { useDoctorFile } from './useDoctorFile';

/** Doctors and their weeks from a CSV file: what it would do is in view before it is done, all of it or nothing. */
export function DoctorFileDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['files', 'day']);
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [dateOrder, setDateOrder] = useState<DateOrder | null>(null);
  const { busy, run } = useCommand();
  const example = useDoctorFile();
  const wish = file && { data: file.data, ...(dateOrder !== null && { dateOrder }) };
  const state = useLook('doctors.previewCsv', wish, '', 0);
  const preview = state.kind === 'known' ? state.preview : null;
  const others = preview?.doctors.filter(({ kind }) => kind === 'new' || kind === 'changed') ?? [];
  const question = t('doctors.dates', { day: preview?.ambiguousDate ?? '' });
  const isReady = preview !== null && preview.faults.length === 0 && others.length > 0;

  function confirm(): void {
    if (wish === null) return;
    void run('doctors.importCsv', wish, {
      done: ({ added, changed }) =>
        [
          ...(added > 0 ? [i18n.t('files:doctors.added', { count: added })] : []),
          ...(changed > 0 ? [i18n.t('files:doctors.changed', { count: changed })] : []),
        ].join(' '),
      after: onClose,
    });
  }

  return (
    <Overlay
      title={t('doctors.title')}
      closeLabel={t('day:close')}
      place="center"
      width="wide"
      testId="doctor-file-dialog"
      onClose={onClose}
    >
      <DialogForm
        label={isReady ? t('doctors.do', { count: others.length }) : t('doctors.doNone')}
        busy={busy}
        isDisabled={!isReady}
        reach={{ people: preview?.plan?.moved ?? 0 }}
        testId="doctor-file-confirm"
        onConfirm={confirm}
        onClose={onClose}
      >
        <p className="text-pretty text-ink-soft">{t('doctors.text')}</p>
        <FilePick
          label={t('doctors.file')}
          accept=".csv,.tsv,.txt,text/csv"
          chosen={file}
          testId="doctor-file"
          onChoose={(chosen) => {
            setDateOrder(null);
            setFile(chosen);
          }}
        >
          <Button
            size="small"
            tone="plain"
            busy={example.busy}
            onPress={() => example.save(true)}
            data-testid="doctor-file-example"
          >
            {t('doctors.example')}
          </Button>
        </FilePick>
        {state.kind === 'asking' && <p className="text-ink-soft">{t('reading')}</p>}
        {state.kind === 'refused' && (
          <Alert tone="danger" title={staffErrorText(state.error)} testId="doctor-file-refused" />
        )}
        {preview !== null && preview.ambiguousDate !== null && (
          <div className="flex flex-col gap-1">
            <p className="font-semibold">{question}</p>
            <RadioRows
              label={question}
              value={dateOrder}
              rows={[
                { key: 'day_first', text: t('doctors.day_first'), testId: 'dates-day-first' },
                { key: 'month_first', text: t('doctors.month_first'), testId: 'dates-month-first' },
              ]}
              onChange={(key) => setDateOrder(key === 'month_first' ? 'month_first' : 'day_first')}
            />
          </div>
        )}
        {preview !== null && <DoctorFileTable preview={preview} />}
        {preview?.plan && preview.plan.days.length > 0 && (
          <PlanEffects state={{ kind: 'known', preview: preview.plan }} namesDoctors />
        )}
      </DialogForm>
    </Overlay>
  );
}
