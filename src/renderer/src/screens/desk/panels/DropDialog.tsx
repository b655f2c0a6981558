import { useTranslation } from 'react-i18next';
import type { SlotId, TokenId } from '../../../../../shared/model/ids';
import { closeOverlay } from '../../../stores/deskView';
import { Overlay } from '../../../ui/Overlay';
import { MoveStep } from '../token/MoveStep';
import { useFound } from '../token/useFound';

interface Props {
  readonly tokenId: TokenId;
  readonly slotId: SlotId;
}

/** A token dropped on a slot: what that would do, before it is done. */
export function DropDialog({ tokenId, slotId }: Props) {
  const { t } = useTranslation(['desk', 'common']);
  const found = useFound(tokenId);
  return (
    <Overlay
      title={
        found
          ? t('move.title', { number: found.token.number, name: found.token.patientName })
          : t('action.move')
      }
      closeLabel={t('dialog.close')}
      place="center"
      onClose={closeOverlay}
    >
      {found === null && <p>{t('token.missing')}</p>}
      {found && <MoveStep found={found} startAt={slotId} />}
    </Overlay>
  );
}
