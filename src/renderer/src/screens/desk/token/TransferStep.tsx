import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundToken } from '../../../../../shared/model/desk';
import type { DoctorId } from '../../../../../shared/model/ids';
import type { Token } from '../../../../../shared/model/token';
import { call } from '../../../api/client';
import { i18n } from '../../../i18n';
import { slotText } from '../../../i18n/format';
import { useDayBooks } from '../../../stores/deskBooks';
import { useSummaries } from '../../../stores/summaries';
import { RadioRows } from '../../../ui/RadioRows';
import { act } from '../act';
import { ConfirmStep } from '../ConfirmStep';

/** R21: to another doctor on the same day, with a new number there. */
export function TransferStep({ found }: { readonly found: FoundToken }) {
  const { t } = useTranslation(['desk', 'common']);
  const { token } = found;
  const summaries = useSummaries((state) => state.doctors) ?? [];
  const others = summaries.filter(({ doctor }) => doctor.id !== token.doctorId);
  const [chosen, setChosen] = useState<string | null>(null);
  const origin = useOrigin(token);
  const target = others.find(({ doctor }) => doctor.id === (chosen ?? origin)) ?? others[0];
  if (target === undefined) return <p className="font-semibold">{t('transfer.nobody')}</p>;
  const { doctor } = target;

  return (
    <ConfirmStep
      preview={{ command: 'transfer', tokenId: token.id, doctorId: doctor.id }}
      revision={token.updatedAt + target.revision}
      showsPlace
      label={t('transfer.to', { doctor: doctor.name })}
      onConfirm={() =>
        act(
          () =>
            call('tokens.transfer', {
              tokenId: token.id,
              doctorId: doctor.id,
              requestId: crypto.randomUUID(),
            }),
          (joined) => i18n.t('desk:said.transferred', { number: token.number, to: joined.number }),
        )
      }
    >
      <RadioRows
        label={t('transfer.choose')}
        autoFocus
        value={doctor.id}
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
function useOrigin({ transferredFrom }: Token): DoctorId | null {
  return useDayBooks(({ byKey }) => {
    if (transferredFrom === null) return null;
    const from = Object.values(byKey).find(({ view }) =>
      view?.tokens.some(({ id }) => id === transferredFrom),
    );
    return from?.view?.doctor.id ?? null;
  });
}
