import { useTranslation } from 'react-i18next';
import type { DoctorId } from '../../../../../shared/model/ids';
import { useCommand } from '../../../data/useCommand';
import { makeDocument } from '../../../parts/makeDocument';
import { Button } from '../../../ui/Button';

/** R25: a sheet of paper blanks of this doctor, to lie ready for an outage. */
export function BlanksButton({ doctorId }: { readonly doctorId: DoctorId }) {
  const { t } = useTranslation('paper');
  const command = useCommand();
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button
        icon="printer"
        busy={command.busy}
        data-testid="desk-blanks"
        onPress={() => void makeDocument(command, { kind: 'blanks', doctorId, sheets: 1 })}
      >
        {t('make.button')}
      </Button>
      <span className="text-small text-ink-soft">{t('make.hint')}</span>
    </div>
  );
}
