import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Closure } from '../../../../shared/model/absence';
import { useCall } from '../../data/query';
import { useStatus } from '../../data/status';
import { shortDayText, slotText } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { SettingGroup } from '../../ui/Setting';
import { Spinner } from '../../ui/Spinner';
import { type TakeBack, TakeBackDialog } from './doctors/TakeBackDialog';
import { CalendarFileDialog } from './holidays/CalendarFileDialog';
import { CloseDialog } from './holidays/CloseDialog';

/** Days on which the whole clinic is closed. */
export function HolidaysSection() {
  const { t } = useTranslation(['doctors', 'files']);
  const [isReading, setReading] = useState(false);
  const [isAdding, setAdding] = useState(false);
  const [taken, setTaken] = useState<TakeBack | null>(null);
  const today = useStatus()?.serviceDay;
  const closures = useCall('closures.list', {}).value;
  return (
    <>
      <SettingGroup title={t('holidays.title')} text={t('holidays.text')}>
        <div className="flex flex-wrap gap-3">
          <Button
            tone="primary"
            isDisabled={today === undefined}
            data-testid="holidays-add"
            onPress={() => setAdding(true)}
          >
            {t('holidays.add')}
          </Button>
          <Button onPress={() => setReading(true)} data-testid="holidays-from-file">
            {t('files:holidays.fromFile')}
          </Button>
        </div>
        {closures === undefined ? (
          <Spinner />
        ) : closures.length === 0 ? (
          <p className="text-ink-soft" data-testid="holidays-none">
            {t('holidays.none')}
          </p>
        ) : (
          <ul className="flex flex-col divide-y divide-line" data-testid="holidays-list">
            {closures.map((closure) => (
              <Line
                key={closure.id}
                closure={closure}
                onTakeBack={() =>
                  setTaken({ command: 'closures.remove', closureId: closure.id, what: closure.name })
                }
              />
            ))}
          </ul>
        )}
      </SettingGroup>
      {isAdding && today !== undefined && <CloseDialog day={today} onClose={() => setAdding(false)} />}
      {isReading && <CalendarFileDialog onClose={() => setReading(false)} />}
      {taken !== null && <TakeBackDialog taken={taken} onClose={() => setTaken(null)} />}
    </>
  );
}

function Line({ closure, onTakeBack }: { readonly closure: Closure; readonly onTakeBack: () => void }) {
  const { t } = useTranslation('doctors');
  const { from, to, name, startMinute, endMinute } = closure;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5" data-testid="holiday">
      <span className="figures min-w-56 font-semibold">
        {shortDayText(from)}
        {to !== from && ` – ${shortDayText(to)}`}
      </span>
      <span className="min-w-40 grow">
        <bdi>{name}</bdi>
        {(startMinute !== null || endMinute !== null) && (
          <span className="figures block text-small text-ink-soft">
            {slotText({ startMinute: startMinute ?? 0, endMinute: endMinute ?? 24 * 60 - 1 })}
          </span>
        )}
      </span>
      <Button size="small" onPress={onTakeBack} data-testid="holiday-remove">
        {t('holidays.remove')}
      </Button>
    </li>
  );
}
