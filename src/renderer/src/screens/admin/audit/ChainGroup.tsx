import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../../shared/contract';
import type { AuditFault, AuditPlace } from '../../../../../shared/model/audit';
import { call } from '../../../api/client';
import { dateTimeText } from '../../../i18n/format';
import { Alert } from '../../../ui/Alert';
import { Button } from '../../../ui/Button';
import { SettingGroup } from '../../../ui/Setting';
import { sayError } from '../../../ui/toasts';

type Piece = CallOutput<'audit.verify'>;

/** Checks the chain piece by piece, so that the desk goes on meanwhile, and says what came of it. */
export function ChainGroup({ timeZone }: { readonly timeZone: string }) {
  const { t } = useTranslation('audit');
  const [piece, setPiece] = useState<Piece | null>(null);
  const [busy, setBusy] = useState(false);
  const stopped = useRef(false);

  async function check(): Promise<void> {
    stopped.current = false;
    setBusy(true);
    setPiece(null);
    let from: AuditPlace | null = null;
    while (!stopped.current) {
      const answer: Awaited<ReturnType<typeof ask>> = await ask(from);
      if (!answer.ok) {
        sayError(answer.error);
        break;
      }
      setPiece(answer.value);
      if (answer.value.isEnd) break;
      from = answer.value.good;
    }
    setBusy(false);
  }

  return (
    <SettingGroup title={t('chain.title')} text={t('chain.text')}>
      <div className="flex flex-wrap items-center gap-4">
        {busy ? (
          <Button
            data-testid="audit-stop"
            onPress={() => {
              stopped.current = true;
            }}
          >
            {t('chain.stop')}
          </Button>
        ) : (
          <Button tone="primary" icon="check" onPress={() => void check()} data-testid="audit-check">
            {t('chain.check')}
          </Button>
        )}
        {piece !== null && !piece.isEnd && (
          <p role="status" className="figures text-small">
            {t('chain.progress', { n: piece.good.id, all: piece.last.id })}
          </p>
        )}
      </div>
      {piece?.isEnd === true && <Outcome piece={piece} timeZone={timeZone} />}
    </SettingGroup>
  );
}

const ask = (from: AuditPlace | null) => call('audit.verify', { from });

function Outcome({ piece, timeZone }: { readonly piece: Piece; readonly timeZone: string }) {
  const { t } = useTranslation('audit');
  const { fault, good } = piece;
  if (fault !== null) {
    const text = `${t('chain.before', { n: fault.id - 1 })} ${t('chain.broken')}`;
    return <Alert tone="danger" title={faultText(fault)} text={text} testId="audit-outcome" />;
  }
  return (
    <Alert
      tone="success"
      title={t('chain.good', { count: good.id })}
      {...(good.id > 0 && { text: t('chain.last', { id: good.id, hash: good.hash }) })}
      testId="audit-outcome"
    />
  );

  function faultText({ kind, id, at }: AuditFault): string {
    if (kind !== 'changed') return t(`chain.${kind}`, { id });
    if (at === null) return t('chain.changedNoTime', { id });
    return t('chain.changed', { id, at: dateTimeText(at, timeZone) });
  }
}
