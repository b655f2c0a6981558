import { useTranslation } from 'react-i18next';
import type { Token } from '../../../../../shared/model/token';
import { useCall } from '../../../data/query';
import { useTimeZone } from '../../../data/status';
import { staffErrorText } from '../../../i18n/errors';
import { dateTimeText } from '../../../i18n/format';
import { happenedText } from '../../../parts/happened';
import { Besides } from '../../../parts/need/Besides';
import { reasonSentence } from '../../../parts/reason';
import { Alert } from '../../../ui/Alert';
import { whereText } from '../sentences';

/** R20: why here? What happened to a token, the latest first, each with its reason in a sentence. */
export function Timeline({ token }: { readonly token: Token }) {
  const { t } = useTranslation(['desk', 'common']);
  const timeZone = useTimeZone();
  const { value: lines, error } = useCall('tokens.history', { tokenId: token.id });

  if (error !== undefined) return <Alert tone="danger" title={staffErrorText(error)} />;
  if (lines === undefined) return <p className="text-ink-soft">{t('common:loading')}</p>;
  return (
    <>
      <Besides token={token} testId="desk-why-besides" />
      <ol
        aria-label={t('action.history')}
        data-testid="desk-why"
        className="flex flex-col gap-3 border-s-2 border-line ps-4"
      >
        {lines.toReversed().map((line) => (
          <li key={`${line.at} ${line.type}`} className="relative">
            <span
              aria-hidden="true"
              className="absolute -start-[1.4rem] top-1.5 size-2.5 rounded-pill bg-accent"
            />
            <p className="flex flex-wrap items-baseline gap-x-3">
              <strong>{happenedText(line)}</strong>
              <time className="figures text-small text-ink-soft">{dateTimeText(line.at, timeZone)}</time>
              {line.slot !== null && <span className="figures text-small">{whereText(line.slot)}</span>}
              {line.personName !== null && <bdi className="text-small text-ink-soft">{line.personName}</bdi>}
            </p>
            <p className="text-small text-ink-soft">{reasonSentence(line, timeZone)}</p>
          </li>
        ))}
      </ol>
    </>
  );
}
