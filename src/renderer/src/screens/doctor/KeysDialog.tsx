import { useTranslation } from 'react-i18next';
import { Key } from '../../ui/Key';
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
  ['undo', 'U · Ctrl Z'],
] as const;
const wholeDay = [
  ['late', 'L'],
  ['break', 'B'],
  ['leave', 'E'],
  ['tell', 'A'],
  ['close', 'Q'],
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
        <Keys title={t('keys.patient')} rows={patient.map(([name, key]) => [key, t(`keys.${name}`)])} />
        <Keys title={t('keys.day')} rows={wholeDay.map(([name, key]) => [key, t(`keys.${name}`)])} />
      </div>
    </Overlay>
  );
}

interface KeysProps {
  readonly title: string;
  readonly rows: readonly (readonly [key: string, text: string])[];
}

function Keys({ title, rows }: KeysProps) {
  return (
    <section aria-label={title}>
      <h3 className="mb-1.5 font-bold">{title}</h3>
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-1.5 text-small">
        {rows.map(([key, text]) => (
          <div key={key} className="contents">
            <dt>
              <Key>{key}</Key>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
