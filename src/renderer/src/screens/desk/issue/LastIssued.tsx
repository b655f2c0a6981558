import { useTranslation } from 'react-i18next';
import type { PrintJob } from '../../../../../shared/model/print-job';
import type { Ticket } from '../../../../../shared/model/ticket';
import { usePrintJob } from '../../../data/slips';
import { i18n } from '../../../i18n';
import { alsoWithText } from '../../../i18n/alsoWith';
import { dayText } from '../../../i18n/format';
import { waitText } from '../../../i18n/waits';
import { useDraft } from '../../../stores/deskDraft';
import { show } from '../../../stores/deskView';
import { isEmpty } from '../../../stores/draft';
import { cx } from '../../../ui/cx';
import { Icon } from '../../../ui/Icon';
import { Key } from '../../../ui/Key';
import { TokenNumber } from '../../../ui/TokenNumber';
import { DueLine, PayButton } from '../payments/DueLine';
import { whereText } from '../sentences';
import { issueAnother } from '../useDeskKeys';

interface Props {
  readonly ticket: Ticket;
  readonly today: string;
}

/** The number to say out loud, and what became of the slip. Stays until the next one. */
export function LastIssued({ ticket, today }: Props) {
  const { t } = useTranslation(['desk', 'common']);
  const { token, doctor } = ticket;
  // While somebody stands in the form the key is theirs.
  const isFree = useDraft(isEmpty);
  return (
    <section
      aria-label={t('issued.label')}
      aria-live="polite"
      className="flex shrink-0 flex-col overflow-hidden rounded-card bg-ticket text-on-ticket shadow-card"
    >
      <button
        type="button"
        onClick={() => show({ kind: 'token', tokenId: token.id, action: null })}
        className="flex min-w-0 cursor-pointer items-center gap-3 px-4 py-2.5 text-start"
      >
        <TokenNumber className="text-[2.75rem]! leading-none" testId="desk-issued-number">
          {token.number}
        </TokenNumber>
        <span className="min-w-0 grow border-s-2 border-dashed border-current/50 ps-3 text-small leading-snug">
          <bdi className="block truncate font-bold">{token.patientName}</bdi>
          <bdi className="block truncate text-ticket-soft">{doctor.name}</bdi>
          <span className="block text-ticket-soft">
            {token.serviceDay !== today && `${dayText(token.serviceDay)}, `}
            {standingOf(ticket)}
          </span>
          {ticket.alsoWith.map((also) => (
            <span key={also.tokenId} data-testid="desk-issued-also" className="figures block font-semibold">
              {alsoWithText(also)}
            </span>
          ))}
          <DueLine ticket={ticket} />
          <Slip ticket={ticket} />
        </span>
      </button>
      <PayButton token={token} />
      {isFree && (
        <button
          type="button"
          data-testid="desk-another"
          onClick={() => issueAnother(token)}
          className="flex cursor-pointer items-center justify-end gap-2 border-t border-current/20 px-4 py-1.5 text-small font-semibold"
        >
          {t('issue.another')}
          <Key>Alt A</Key>
        </button>
      )}
    </section>
  );
}

/** Where and when; an emergency is called when it is called, whatever its seat. */
function standingOf({ token, slot, wait, warnings, timeZone }: Ticket): string {
  const where = token.source === 'emergency' ? i18n.t('common:source.emergency') : whereText(slot);
  if (warnings.includes('hours_over')) return `${where} · ${i18n.t('common:otherwise.hoursOver')}`;
  return wait === null ? where : `${where} · ${waitText(wait, timeZone)}`;
}

function Slip({ ticket }: { readonly ticket: Ticket }) {
  useTranslation(['desk', 'common']);
  const job = usePrintJob(ticket.token.id);
  const failed = job?.state === 'failed';
  return (
    <span
      data-testid="desk-slip"
      data-state={job?.state}
      className={cx('flex items-start gap-1.5 font-semibold', failed && 'text-signal')}
    >
      <Icon name={failed ? 'warn' : 'printer'} className="mt-[0.15em] size-[1.1em]" />
      <span className="min-w-0 text-pretty">{slipText(job, ticket.print.way)}</span>
    </span>
  );
}

/** What became of a slip, in a few words. */
function slipText(job: PrintJob | undefined, way: PrintJob['way']): string {
  if (way === 'none') return i18n.t('desk:issued.noSlip');
  switch (job?.state) {
    case 'sent':
      return job.printer === null ? i18n.t('desk:issued.saved') : i18n.t('desk:issued.printed');
    case 'failed':
      return i18n.t('desk:issued.failed', {
        problem: i18n.t(`common:printProblem.${job.problem ?? 'refused'}`),
      });
    case 'unknown':
      return i18n.t('desk:issued.unknown');
    default:
      return i18n.t('desk:issued.printing');
  }
}
