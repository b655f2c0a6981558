import { useTranslation } from 'react-i18next';
import type { BookView } from '../../../../shared/model/book-view';
import { i18n } from '../../i18n';
import { isolated } from '../../i18n/format';
import { Icon, type IconName } from '../../ui/Icon';
import { breakText } from './breakText';
import type { SortedBook } from './derive';
import type { NextStep } from './steps';
import { nextSentence, passedOver } from './why';

interface Props {
  readonly step: NextStep;
  readonly view: BookView;
  readonly sorted: SortedBook;
  readonly timeZone: string;
}

/** Nobody is called or in: an empty place, as large as a ticket, so that nothing jumps; it says what Space does, or why nothing. */
export function NobodyTicket({ step, view, sorted, timeZone }: Props) {
  useTranslation(['doctor', 'common']);
  const { icon, title, lines } = looks(step, view, sorted, timeZone);
  return (
    <div className="scroll-quiet flex min-h-36 grow items-center gap-5 rounded-ticket border-2 border-dashed border-line-strong px-7 py-5">
      <Icon name={icon} className="size-12 shrink-0 text-ink-faint" />
      <div className="min-w-0">
        <p className="text-title font-bold">{title}</p>
        {lines.map((line) => (
          <p key={line} className="text-pretty text-ink-soft">
            {line}
          </p>
        ))}
      </div>
    </div>
  );
}

interface Look {
  readonly icon: IconName;
  readonly title: string;
  readonly lines: readonly string[];
}

function looks(step: NextStep, view: BookView, sorted: SortedBook, timeZone: string): Look {
  switch (step.kind) {
    case 'callNext': {
      const { number, patientName } = step.expected;
      const why = nextSentence(step.expected, sorted, timeZone);
      const next = i18n.t('doctor:nextIs', { number, name: isolated(patientName), why });
      return { icon: 'door', title: i18n.t('doctor:nobody'), lines: [next, ...passedOver(sorted, view)] };
    }
    case 'endBreak': {
      const title = view.breakUntil === null ? '' : breakText(view.breakUntil, timeZone);
      return { icon: 'pause', title, lines: [i18n.t('doctor:onBreakText')] };
    }
    case 'closeDay':
      return { icon: 'moon', title: i18n.t('doctor:dayDone'), lines: [i18n.t('doctor:dayDoneText')] };
    case 'closed':
      return { icon: 'moon', title: i18n.t('doctor:closedNow'), lines: [i18n.t('doctor:closedNowText')] };
    default: {
      const lines = whyNobody(view, sorted);
      if (lines.length > 0) return { icon: 'users', title: i18n.t('doctor:nobodyCallable'), lines };
      const text = i18n.t(view.slots.length === 0 ? 'doctor:noSlots' : 'doctor:nobodyWaitingText');
      return { icon: 'users', title: i18n.t('doctor:nobodyWaiting'), lines: [text] };
    }
  }
}

/** Why nobody can be called: who is with another doctor, who has not come yet. */
function whyNobody(view: BookView, sorted: SortedBook): readonly string[] {
  const away = sorted.waiting.filter(({ checkedInAt }) => checkedInAt === null).length;
  const booked = sorted.booked.length;
  return [
    ...passedOver(sorted, view),
    ...(booked === 0 ? [] : [i18n.t('doctor:noneBooked', { count: booked })]),
    ...(away === 0 ? [] : [i18n.t('doctor:noneListed', { count: away })]),
  ];
}
