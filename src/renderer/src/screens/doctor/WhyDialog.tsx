import { useTranslation } from 'react-i18next';
import type { BookView } from '../../../../shared/model/book-view';
import type { Token } from '../../../../shared/model/token';
import type { WaitRange } from '../../../../shared/model/wait';
import { clinicNow } from '../../data/clock';
import { useCall } from '../../data/query';
import { staffErrorText } from '../../i18n/errors';
import { momentText } from '../../i18n/format';
import { waitText } from '../../i18n/waits';
import { happenedText } from '../../parts/happened';
import { Besides } from '../../parts/need/Besides';
import { reasonSentence } from '../../parts/reason';
import { Alert } from '../../ui/Alert';
import { Overlay } from '../../ui/Overlay';
import { heldSentence, whereSentence, whySentence } from './why';

interface Props {
  readonly token: Token;
  readonly view: BookView;
  readonly wait: WaitRange | undefined;
  readonly timeZone: string;
  readonly onClose: () => void;
}

/** R18, R20: why at this place, and everything that happened to the token, the latest first. */
export function WhyDialog({ token, view, wait, timeZone, onClose }: Props) {
  const { t } = useTranslation(['doctor', 'desk', 'common']);
  const { id: tokenId, number, patientName: name } = token;
  const at = view.queue.findIndex((entry) => entry.tokenId === tokenId);
  const entry = view.queue[at];
  const held = view.heldBack.find((one) => one.tokenId === tokenId);
  const where = view.elsewhere.find((one) => one.tokenId === tokenId);
  const { value: lines, error } = useCall('tokens.history', { tokenId });
  return (
    <Overlay
      title={t('whyTitle', { number, name })}
      closeLabel={t('callOne.back')}
      place="center"
      testId="doctor-why-dialog"
      onClose={onClose}
    >
      {entry !== undefined && (
        <p className="rounded-control bg-accent-soft px-4 py-3 font-semibold text-on-accent-soft">
          {t('whyPlace', { place: at + 1, why: whySentence(entry.place, timeZone) })}
          {wait !== undefined && ` · ${waitText(wait, timeZone)}`}
        </p>
      )}
      {held?.place.code === 'held_back' && token.status === 'active' && (
        <p className="rounded-control bg-warn-soft px-4 py-3 font-semibold text-warn">
          {heldSentence({ token, callsToGo: held.place.callsToGo })}
        </p>
      )}
      <Besides token={token} testId="doctor-why-besides" />
      {where !== undefined && <p className="font-semibold">{whereSentence(where)}</p>}
      {error !== undefined && <Alert tone="danger" title={staffErrorText(error)} />}
      {lines !== undefined && error === undefined && (
        <ol aria-label={t('whyHistory')} className="flex flex-col gap-2.5 border-s-2 border-line ps-4">
          {lines.toReversed().map((line) => (
            <li key={`${line.at} ${line.type}`}>
              <p className="flex flex-wrap items-baseline gap-x-3">
                <strong>{happenedText(line)}</strong>
                <time className="figures text-small text-ink-soft">
                  {momentText(line.at, timeZone, clinicNow())}
                </time>
              </p>
              <p className="text-small text-ink-soft">{reasonSentence(line, timeZone)}</p>
            </li>
          ))}
        </ol>
      )}
    </Overlay>
  );
}
