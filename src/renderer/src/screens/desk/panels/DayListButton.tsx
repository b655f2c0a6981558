import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoctorId } from '../../../../../shared/model/ids';
import type { ServiceDay } from '../../../../../shared/model/time';
import { useCommand } from '../../../data/useCommand';
import { makeDocument } from '../../../parts/makeDocument';
import { Button } from '../../../ui/Button';
import { SettingSwitch } from '../../../ui/Setting';

interface Props {
  readonly doctorId: DoctorId;
  readonly serviceDay: ServiceDay;
}

/** The doctor's day on A4, for a day without a computer, with or without the phone numbers. */
export function DayListButton({ doctorId, serviceDay }: Props) {
  const { t } = useTranslation(['document', 'common']);
  const command = useCommand();
  const [maskPhones, setMaskPhones] = useState(false);
  return (
    <div className="flex flex-wrap items-center gap-4">
      <Button
        icon="list"
        busy={command.busy}
        data-testid="desk-day-list"
        onPress={() => void makeDocument(command, { kind: 'dayList', doctorId, serviceDay, maskPhones })}
      >
        {t('make.dayList')}
      </Button>
      <SettingSwitch
        label={t('make.hidePhones')}
        value={maskPhones}
        testId="desk-day-list-mask"
        onChange={setMaskPhones}
      />
    </div>
  );
}
