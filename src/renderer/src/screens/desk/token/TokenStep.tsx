import { useTranslation } from 'react-i18next';
import type { FoundToken } from '../../../../../shared/model/found-token';
import { i18n } from '../../../i18n';
import type { TokenAction } from '../../../stores/deskView';
import { onToken } from '../act';
import { ConfirmStep } from '../ConfirmStep';
import { CancelStep } from './CancelStep';
import { CorrectStep } from './CorrectStep';
import { MoveStep } from './MoveStep';
import { MoveToDayStep } from './MoveToDayStep';
import { PaymentStep } from './PaymentStep';
import { PrecedenceStep } from './PrecedenceStep';
import { TakeBackStep } from './TakeBackStep';
import { Timeline } from './Timeline';
import { TransferStep } from './TransferStep';
import { NotEmergencyStep, UpgradeStep } from './UpgradeStep';
import { WalkInStep } from './WalkInStep';

interface Props {
  readonly step: TokenAction;
  readonly found: FoundToken;
}

/** The part of a token's card that one action needs. */
export function TokenStep({ step, found }: Props) {
  const { t } = useTranslation(['desk', 'common']);
  const { token } = found;
  const { id: tokenId, number } = token;
  switch (step) {
    case 'move':
      return <MoveStep found={found} startAt={null} />;
    case 'transfer':
      return <TransferStep found={found} />;
    case 'upgrade':
      return <UpgradeStep token={token} />;
    case 'takeBackUpgrade':
      return <NotEmergencyStep token={token} />;
    case 'precedence':
      return <PrecedenceStep token={token} />;
    case 'moveToDay':
      return <MoveToDayStep found={found} />;
    case 'takeBackTransfer':
      return <TakeBackStep token={token} />;
    case 'correct':
      return <CorrectStep token={token} />;
    case 'walkIn':
      return <WalkInStep token={token} />;
    case 'history':
      return <Timeline token={token} />;
    case 'payment':
      return <PaymentStep token={token} />;
    case 'cancel':
      return <CancelStep token={token} />;
    case 'noShow':
      return (
        <ConfirmStep
          preview={{ command: 'tokens.noShow', tokenId }}
          revision={token.updatedAt}
          label={t('confirm.noShow', { number })}
          tone="danger"
          hasNoFields
          onConfirm={async ({ run }) => {
            const ways = onToken(() => i18n.t('desk:said.noShow', { number }));
            return (await run('tokens.noShow', { tokenId }, ways)) !== null;
          }}
        >
          <p>{t('confirm.noShowText')}</p>
        </ConfirmStep>
      );
    // Done at once; if one was refused, why is said in a message.
    default:
      return null;
  }
}
