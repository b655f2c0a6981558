import { memo } from 'react';
import type { QueuePlace } from '../../../../shared/model/reason';
import type { SlotView } from '../../../../shared/model/slot';
import type { ActiveToken, ListedToken } from '../../../../shared/model/token';
import type { WaitRange } from '../../../../shared/model/wait';
import { clinicNow } from '../../data/clock';
import { i18n } from '../../i18n';
import { momentText, slotText } from '../../i18n/format';
import type { Language } from '../../i18n/languages';
import { waitText } from '../../i18n/waits';
import type { Held, Whereabouts } from './derive';
import { type RowAction, type RowTools, TokenRow } from './TokenRow';
import { heldSentence, whereSentence, whySentence } from './why';

/*
 * The rows of the lists. Each is handed what it speaks of, not the sentence: making hundreds of sentences costs more
 * than rendering the few rows that changed.
 */

/** What every row has. */
export interface RowFacts {
  readonly isDrawn: boolean;
  readonly isMarked: boolean;
  readonly tools: RowTools;
  /** With which doctor the patient is; undefined: not with another. */
  readonly where: Whereabouts | undefined;
  readonly wait: WaitRange | undefined;
  readonly timeZone: string;
  /** In which its texts are: another one renders it again. */
  readonly language: Language;
}

const toCall: readonly RowAction[] = ['call', 'cancel'];
const toCheckIn: readonly RowAction[] = ['checkIn', 'cancel'];
const toBook: readonly RowAction[] = ['checkIn', 'noShow', 'cancel'];

interface QueueRowProps extends RowFacts {
  readonly token: ActiveToken | ListedToken;
  readonly why: QueuePlace;
  /** 1 for the head of the line. */
  readonly place: number;
}

/** Somebody who is here, at their place in the order. */
export const QueueRow = memo(function QueueRow({ why, place, ...row }: QueueRowProps) {
  return <Row {...row} can={toCall} place={place} say={() => whySentence(why, row.timeZone)} />;
});

interface HeldRowProps extends RowFacts, Held {}

/** Somebody who stepped back. */
export const HeldRow = memo(function HeldRow({ callsToGo, ...row }: HeldRowProps) {
  return <Row {...row} can={toCall} isHeld say={() => heldSentence({ token: row.token, callsToGo })} />;
});

interface WaitingRowProps extends RowFacts {
  readonly token: ListedToken;
  /** How the seat was lost; null: it never had one. */
  readonly loss: string | null;
}

/** Somebody without a seat. */
export const WaitingRow = memo(function WaitingRow({ loss, ...row }: WaitingRowProps) {
  const { token, timeZone } = row;
  const can = token.checkedInAt === null ? toCheckIn : toCall;
  return <Row {...row} can={can} say={() => listedLine(token, loss, timeZone)} />;
});

interface BookedRowProps extends RowFacts {
  readonly token: ActiveToken;
  readonly slot: SlotView | undefined;
  /** R13: when the clock marks them; undefined: they are not late. */
  readonly due: number | undefined;
}

/** Somebody with a seat who is not here yet; only the slot's times count. */
export const BookedRow = memo(function BookedRow({ slot, due, ...row }: BookedRowProps) {
  return <Row {...row} can={toBook} say={() => bookedLine(row.token, slot, due, row.timeZone)} />;
});

interface RowProps extends RowFacts {
  readonly token: ActiveToken | ListedToken;
  readonly can: readonly RowAction[];
  readonly place?: number;
  readonly isHeld?: boolean;
  /** The sentence, unless the patient is elsewhere. */
  readonly say: () => string;
}

function Row({ where, wait, timeZone, language: _, say, ...row }: RowProps) {
  const { isDrawn } = row;
  return (
    <TokenRow
      {...row}
      away={where !== undefined}
      line={!isDrawn ? '' : where === undefined ? say() : whereSentence(where)}
      wait={isDrawn && wait !== undefined ? waitText(wait, timeZone) : null}
    />
  );
}

function listedLine(token: ListedToken, loss: string | null, timeZone: string): string {
  const lines = loss === null ? [] : [loss];
  if (token.checkedInAt === null) lines.push(i18n.t('doctor:notHere'));
  const time = momentText(token.listedAt, timeZone, clinicNow());
  return [...lines, i18n.t('doctor:listedSince', { time })].join(' · ');
}

function bookedLine(
  token: ActiveToken,
  slot: SlotView | undefined,
  due: number | undefined,
  timeZone: string,
): string {
  const moment = (at: number): string => momentText(at, timeZone, clinicNow());
  const time = slot === undefined ? moment(token.seatedAt) : slotText(slot);
  return due === undefined ? time : `${time} · ${i18n.t('doctor:overdueAt', { time: moment(due) })}`;
}
