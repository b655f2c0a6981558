import { useTranslation } from 'react-i18next';
import { KeyList } from '../../ui/KeyList';
import { Overlay } from '../../ui/Overlay';
import { dayKeys, patientKeys } from './sheetKeys';

/** `?`: every key there is, on one page. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['doctor', 'common']);
  return (
    <Overlay
      title={t('keys.title')}
      closeLabel={t('callOne.back')}
      place="center"
      width="wide"
      isRead
      testId="doctor-keys"
      onClose={onClose}
    >
      <div className="grid gap-x-10 gap-y-5 min-[640px]:grid-cols-2">
        <KeyList
          title={t('keys.patient')}
          rows={patientKeys.map(([name, key]) => ({ key, text: t(`keys.${name}`) }))}
        />
        <KeyList
          title={t('keys.day')}
          rows={dayKeys.map(([name, key]) => ({ key, text: t(`keys.${name}`) }))}
        />
      </div>
    </Overlay>
  );
}
