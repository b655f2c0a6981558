import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { FoundToken } from '../../../../../shared/model/found-token';
import type { TokenId } from '../../../../../shared/model/ids';
import { useTimeZone } from '../../../data/status';
import { useCommand } from '../../../data/useCommand';
import { dayText } from '../../../i18n/format';
import { waitText } from '../../../i18n/waits';
import { useDialogKeys } from '../../../keys/useDialogKeys';
import { AlsoWithLine } from '../../../parts/AlsoWithLine';
import { Contact } from '../../../parts/Contact';
import { ClaimMark } from '../../../parts/follow-up/ClaimMark';
import { NeedMark } from '../../../parts/need/NeedMark';
import { linkOf } from '../../../parts/transferLink';
import { useAlsoWith } from '../../../parts/useAlsoWith';
import { closeOverlay, closeWhenDone, type TokenAction, tokenActions } from '../../../stores/deskView';
import { Alert } from '../../../ui/Alert';
import { SourceBadge } from '../../../ui/Badges';
import { Icon } from '../../../ui/Icon';
import { Key } from '../../../ui/Key';
import { Overlay } from '../../../ui/Overlay';
import { TokenNumber } from '../../../ui/TokenNumber';
import { standingText, whereOfToken } from '../sentences';
import { actionFacts, actionOfKey, mayDoOn } from './actions';
import { LinkLine } from './LinkLine';
import { PaymentLine } from './PaymentLine';
import { perform } from './perform';
import { TokenStep } from './TokenStep';
import { useFound } from './useFound';
import { useRemark } from './useRemark';

interface Props {
  readonly tokenId: TokenId;
  readonly action: TokenAction | null;
  readonly today: string;
}

/** Everything about one token, and everything that can be done with it, each by one key. */
export function TokenCard({ tokenId, action, today }: Props) {
  const { t } = useTranslation(['desk', 'common']);
  const found = useFound(tokenId);
  if (found === undefined || found === null) {
    return (
      <Overlay title={t('token.title')} closeLabel={t('dialog.close')} place="center" onClose={closeOverlay}>
        <p data-testid="desk-token-missing">{found === null ? t('token.missing') : t('common:loading')}</p>
      </Overlay>
    );
  }
  return <Known key={tokenId} found={found} start={action} today={today} />;
}

interface KnownProps {
  readonly found: FoundToken;
  readonly start: TokenAction | null;
  readonly today: string;
}

function Known({ found, start, today }: KnownProps) {
  const { t } = useTranslation(['desk', 'common']);
  const [step, setStep] = useState(start);
  const command = useCommand();
  const { token } = found;
  const also = useAlsoWith(token);
  const hasOther = also.length > 0 || linkOf(token) !== null;

  async function choose(action: TokenAction): Promise<void> {
    if (!mayDoOn(today, action, token)) return;
    if (command.busy) return;
    // Where it leads is another card.
    if (!(await closeWhenDone(perform(command, action, token))) && action !== 'linked') setStep(action);
  }

  const actions = useDialogKeys((event) => {
    const action = step === null ? actionOfKey(event) : undefined;
    if (action !== undefined) void choose(action);
    return action !== undefined;
  });

  return (
    <Overlay
      title={`${token.number} ${token.patientName}`}
      head={<Head found={found} today={today} />}
      closeLabel={t('dialog.close')}
      place="center"
      testId="desk-card"
      onClose={closeOverlay}
    >
      {token.serviceDay < today && (
        <Alert tone="info" icon="calendar" title={t('token.past')} testId="desk-card-past" />
      )}
      {step === null ? (
        <div ref={actions} role="toolbar" aria-label={t('token.actions')} className="grid grid-cols-2 gap-2">
          {tokenActions
            .filter((action) => mayDoOn(today, action, token) && (action !== 'linked' || hasOther))
            .map((action, index) => (
              <Button
                key={action}
                autoFocus={index === 0}
                onPress={() => void choose(action)}
                className="flex min-h-11 cursor-pointer items-center gap-3 rounded-control border border-line-strong bg-surface px-3 py-1 text-start leading-tight font-semibold data-hovered:bg-sunken"
                data-testid={`desk-action-${action}`}
              >
                <Icon name={actionFacts[action].icon} directional={action === 'move'} />
                <span className="min-w-0 grow">{t(`action.${action}`)}</span>
                <Key>{actionFacts[action].key.toUpperCase()}</Key>
              </Button>
            ))}
        </div>
      ) : (
        <TokenStep step={step} found={found} />
      )}
    </Overlay>
  );
}

function Head({ found, today }: { readonly found: FoundToken; readonly today: string }) {
  const timeZone = useTimeZone();
  const { t } = useTranslation(['desk', 'common']);
  const { token, doctor, slot, wait } = found;
  const remark = useRemark(token);
  return (
    <div className="flex flex-col gap-1">
      <p className="flex items-baseline gap-3">
        <TokenNumber className="text-headline! leading-none">{token.number}</TokenNumber>
        <bdi className="line-clamp-2 min-w-0 text-title leading-tight font-bold wrap-anywhere">
          {token.patientName}
        </bdi>
      </p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small">
        <SourceBadge source={token.source} />
        <NeedMark token={token} size="medium" />
        <ClaimMark token={token} size="medium" />
        <span className="font-bold">{standingText(token)}</span>
        <span className="figures flex items-center gap-1">
          <Icon name="phone" className="size-[1.1em]" />
          {token.patientContact === '' ? t('preview.noPhone') : <Contact text={token.patientContact} />}
        </span>
      </p>
      <p className="figures text-small text-ink-soft">
        <bdi>{doctor.name}</bdi> · {token.serviceDay !== today && `${dayText(token.serviceDay)}, `}
        {whereOfToken(token, slot)}
        {wait !== null && ` · ${waitText(wait, timeZone)}`}
      </p>
      {remark !== null && (
        <p data-testid="desk-card-remark" className="text-small font-semibold text-warn">
          {remark}
        </p>
      )}
      <AlsoWithLine token={token} />
      <PaymentLine token={token} />
      <LinkLine token={token} />
      {token.note !== '' && (
        <p dir="auto" className="text-small font-semibold wrap-anywhere">
          {token.note}
        </p>
      )}
    </div>
  );
}
