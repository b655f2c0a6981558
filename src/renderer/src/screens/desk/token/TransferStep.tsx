import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundToken } from '../../../../../shared/model/found-token';
import type { DoctorId } from '../../../../../shared/model/ids';
import type { Token } from '../../../../../shared/model/token';
import { useBooks } from '../../../data/books';
import { useDoctorIds, useSummaries } from '../../../data/summaries';
import { i18n } from '../../../i18n';
import { slotText } from '../../../i18n/format';
import { RadioRows } from '../../../ui/RadioRows';
import { onToken } from '../act';
import { ConfirmStep } from '../ConfirmStep';

/** R21: to another doctor on the same day, with a new number there. Of several none is chosen beforehand. */
export function TransferStep({ found }: { readonly found: FoundToken }) {
  const { t } = useTranslation(['desk', 'common']);
  const { token } = found;
  const summaries = useSummaries() ?? [];
  const others = summaries.filter(({ doctor }) => doctor.active && doctor.id !== token.doctorId);
  const [chosen, setChosen] = useState<string | null>(null);
  const origin = useOrigin(token);
  const wanted = chosen ?? origin;
  const target = others.length === 1 ? others[0] : others.find(({ doctor }) => doctor.id === wanted);
  if (others.length === 0) return <p className="font-semibold">{t('transfer.nobody')}</p>;
  const doctor = target?.doctor;

  return (
    <ConfirmStep
      preview={
        doctor === undefined ? null : { command: 'tokens.transfer', tokenId: token.id, doctorId: doctor.id }
      }
      revision={token.updatedAt + (target?.revision ?? 0)}
      showsPlace
      label={doctor === undefined ? t('transfer.choose') : t('transfer.to', { doctor: doctor.name })}
      isDisabled={doctor === undefined}
      onConfirm={async ({ run }) => {
        if (doctor === undefined) return false;
        const ways = onToken(({ number: to }) =>
          i18n.t('desk:said.transferred', { number: token.number, to }),
        );
        return (await run('tokens.transfer', { tokenId: token.id, doctorId: doctor.id }, ways)) !== null;
      }}
    >
      <RadioRows
        label={t('transfer.choose')}
        autoFocus
        value={doctor?.id ?? null}
        onChange={setChosen}
        rows={others.map(({ doctor: other, state, nextSlot }) => ({
          key: other.id,
          text: `${other.prefix}  ${other.name} · ${other.specialization}`,
          note:
            state === 'closed' ? t('issue.closed') : nextSlot === null ? t('issue.full') : slotText(nextSlot),
          testId: `desk-transfer-${other.prefix}`,
        }))}
      />
    </ConfirmStep>
  );
}

/** R21: with whom the patient was before: the likeliest to be sent to. */
function useOrigin({ transferredFrom, serviceDay }: Token): DoctorId | null {
  const books = useBooks(useDoctorIds(), serviceDay);
  if (transferredFrom === null) return null;
  const from = books.find(({ value }) => value?.tokens.some(({ id }) => id === transferredFrom));
  return from?.value?.doctor.id ?? null;
}
