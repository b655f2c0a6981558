import { useTranslation } from 'react-i18next';
import { useSummaries } from '../../../data/summaries';
import { ChooseDoctors } from '../../../parts/shown/ChooseDoctors';
import { showDoctors, useDeskShown } from '../../../stores/deskShown';
import { closeOverlay } from '../../../stores/deskView';

/** Which doctors stand in this desk's columns. */
export function ShownPanel() {
  const { t } = useTranslation('shown');
  const doctors = (useSummaries() ?? []).map(({ doctor }) => doctor);
  const chosen = useDeskShown((state) => state.chosen).filter((id) => doctors.some((one) => one.id === id));
  return (
    <ChooseDoctors
      title={t('desk.title')}
      text={t('desk.text')}
      doctors={doctors}
      chosen={chosen}
      onChoose={showDoctors}
      onClose={closeOverlay}
    />
  );
}
