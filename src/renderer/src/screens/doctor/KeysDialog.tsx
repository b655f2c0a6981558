import { useTranslation } from 'react-i18next';
import { KeyList } from '../../ui/KeyList';
import { Overlay } from '../../ui/Overlay';

const patient = [
  ['space', 'Space'],
  ['mark', '↑ ↓'],
  ['recall', 'R'],
  ['hold', 'H'],
  ['noShow', 'N'],
  ['call', 'C'],
  ['transfer', 'T'],
  ['cancel', 'Del'],
  ['checkIn', 'I'],
  ['why', 'W'],
  ['need', 'F'],
  ['notEmergency', 'D'],
  ['giveBack', 'G'],
  ['undo', 'U · Ctrl Z'],
] as const;
const wholeDay = [
  ['late', 'L'],
  ['break', 'B'],
  ['leave', 'E'],
  ['tell', 'A'],
  ['close', 'Q'],
  ['reopen', 'O'],
  ['sound', 'M'],
  ['known', 'X'],
  ['keys', '?'],
] as const;

/** `?`: every key there is, on one page. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['doctor', 'common']);
  return (
    <Overlay
      title={t('keys.title')}
      closeLabel={t('callOne.back')}
      place="center"
      width="wide"
      testId="doctor-keys"
      onClose={onClose}
    >
      <div className="grid gap-x-10 gap-y-5 min-[640px]:grid-cols-2">
        <KeyList
          title={t('keys.patient')}
          rows={patient.map(([name, key]) => ({ key, text: t(`keys.${name}`) }))}
        />
        <KeyList
          title={t('keys.day')}
          rows={wholeDay.map(([name, key]) => ({ key, text: t(`keys.${name}`) }))}
        />
      </div>
    </Overlay>
  );
}
