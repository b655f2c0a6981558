import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoctorId } from '../../../../../shared/model/ids';
import type { ServiceDay } from '../../../../../shared/model/time';
import { useBook } from '../../../data/books';
import { useSummaries } from '../../../data/summaries';
import { closeOverlay } from '../../../stores/deskView';
import { Overlay } from '../../../ui/Overlay';
import { SelectField } from '../../../ui/SelectField';
import { PaperList } from './PaperList';

interface Props {
  readonly doctorId: DoctorId;
  readonly day: ServiceDay;
}

/** R25: the paper blanks of an outage, entered afterwards as one list a doctor. */
export function PaperDialog({ doctorId, day }: Props) {
  const { t } = useTranslation(['paper', 'desk']);
  const [chosen, setChosen] = useState(doctorId);
  const book = useBook(chosen, day).value;
  const doctors = (useSummaries() ?? []).map(({ doctor }) => doctor);
  return (
    <Overlay
      title={t('title')}
      closeLabel={t('desk:dialog.close')}
      place="center"
      width="full"
      testId="desk-paper-dialog"
      onClose={closeOverlay}
    >
      <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,2fr)] items-end gap-4">
        <SelectField
          label={t('doctor')}
          value={chosen}
          choices={doctors.map(({ id, prefix, name }) => ({ key: id, text: `${prefix} · ${name}` }))}
          testId="desk-paper-doctor"
          onChange={(key) => setChosen(doctors.find(({ id }) => id === key)?.id ?? chosen)}
        />
        <p className="text-small text-ink-soft">{t('hint')}</p>
      </div>
      {book !== undefined && <PaperList key={`${chosen} ${book.serviceDay}`} book={book} />}
    </Overlay>
  );
}
