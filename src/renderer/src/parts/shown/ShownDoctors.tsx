import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoctorId } from '../../../../shared/model/ids';
import { useCall } from '../../data/query';
import { Button } from '../../ui/Button';
import { cx } from '../../ui/cx';
import { ChooseDoctors } from './ChooseDoctors';
import { shownOf } from './shown';

interface Props {
  readonly chosen: readonly DoctorId[];
  readonly testId: string;
  readonly small?: boolean;
  readonly onChoose: (chosen: readonly DoctorId[]) => void;
}

/** Whom a board or a kiosk shows, in a few words, and the way to choose others. */
export function ShownDoctors({ chosen, testId, small = false, onChoose }: Props) {
  const { t } = useTranslation('shown');
  const [isOpen, setOpen] = useState(false);
  const doctors = useCall('doctors.list', {}).value?.filter(({ active }) => active);
  if (doctors === undefined) return null;
  const shown = shownOf(doctors, chosen);
  const isNone = shown.length === 0 && chosen.length > 0;
  const text =
    chosen.length === 0 ? t('all') : t('some', { count: shown.length, all: String(doctors.length) });
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <p
        data-testid={`${testId}-shown`}
        className={cx('font-semibold', small && 'text-small', isNone && 'text-danger')}
      >
        {isNone ? t('none') : text}
      </p>
      <Button size={small ? 'small' : 'medium'} onPress={() => setOpen(true)} data-testid={testId}>
        {t('choose')}
      </Button>
      {isOpen && (
        <ChooseDoctors doctors={doctors} chosen={chosen} onChoose={onChoose} onClose={() => setOpen(false)} />
      )}
    </div>
  );
}
