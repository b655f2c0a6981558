import type { BoardCall, BoardDoctor, BoardView } from '../../../shared/model/board';
import type { BoardSettings } from '../../../shared/model/board-settings';
import type { Book } from '../../../shared/model/book';
import type { Doctor } from '../../../shared/model/doctor';
import type { TokenEvent } from '../../../shared/model/event';
import { shownName } from '../../../shared/model/mask';
import { type CancelReason, isListed, type Token } from '../../../shared/model/token';
import {
  type Context,
  comingUp,
  elsewhereStamp,
  minuteHoldsUntil,
  orderHoldsUntil,
  phasesHoldUntil,
  waitingHere,
} from '../../engine';
import { chosenFor } from '../access/shown';
import { type Call, contextOfDay } from '../call';
import { doctorsAtWork } from '../doctors/retired';
import { besideBook, type Lasting, whileNothingIsWritten } from '../run/kept';
import { type Day, daysOf } from './days';
import { timesOf } from './times';

const NEXT = 5;
const LAST_CALLS = 5;
/** Read to find five numbers: recalls and calls taken back are among them, and those of doctors who are not shown. */
const CALLS_READ = 40;

/** The waiting room's board: every doctor it shows with slots today, or with patients left, and their last calls. */
export async function viewBoard(call: Call): Promise<BoardView> {
  const chosen = chosenFor(call.caller, call.settings);
  const name = chosen === null ? 'all' : [...chosen].join(' ');
  return { ...(await keptBoard(call, name, () => makeBoard(call, chosen))), now: call.now };
}

/** All but the time. */
type Board = Omit<BoardView, 'now'>;

const keptBoard = whileNothingIsWritten<Board>();
const keptTile = besideBook<BoardDoctor>();

async function makeBoard(call: Call, chosen: ReturnType<typeof chosenFor>): Promise<Lasting<Board>> {
  const { store } = call.environment;
  const context = await contextOfDay(call);
  const { clinic, board, voice } = call.settings;
  const atWork = await doctorsAtWork(store, call.today);
  const here = atWork.filter(({ id }) => chosen?.has(id) !== false);
  const days = await daysOf(call, here);
  const doctors: BoardDoctor[] = [];
  let until = Infinity;
  for (const day of days) {
    const tile = await tileOf(call, day, context);
    doctors.push(tile.value);
    until = Math.min(until, tile.until);
  }
  const value: Board = {
    clinicName: clinic.clinicName,
    timeZone: clinic.timeZone,
    serviceDay: context.today,
    language: board.language,
    secondLanguage: board.secondLanguage === board.language ? null : board.secondLanguage,
    notices: board.notices,
    voice,
    doctors,
    shows: chosen === null ? 'all' : here.length > 0 ? 'some' : 'none_left',
    calls: lastCalls(
      await store.latestCalls(
        context.today,
        CALLS_READ * Math.ceil(atWork.length / Math.max(1, here.length)),
      ),
      days,
      board.names,
    ),
  };
  return { value, until };
}

/** A doctor's part, until another one is called before, a slot or the minute is over, or the book is another. */
function tileOf(
  { environment, settings }: Call,
  { doctor, book }: Day,
  context: Context,
): Promise<Lasting<BoardDoctor>> {
  const { names } = settings.board;
  return keptTile(book, context.now, [doctor, names, context.rules, elsewhereStamp(book, context)], () => {
    const wait = environment.pace.waitOfNew(book, context);
    const value = describe(doctor, book, { context, names, wait });
    const ends = [minuteHoldsUntil(context), phasesHoldUntil(book, context), orderHoldsUntil(book, context)];
    // Where nobody knows since when somebody is called, it is since now.
    if (value.called?.since === context.now) ends.push(context.now);
    return { value, until: Math.min(...ends) };
  });
}

interface Facts {
  readonly context: Context;
  readonly names: BoardSettings['names'];
  readonly wait: BoardDoctor['wait'];
}

function describe({ active, ...doctor }: Doctor, book: Book, facts: Facts): BoardDoctor {
  const { context, names, wait } = facts;
  const tokens = new Map<string, Token>(book.tokens.map((token) => [token.id, token]));
  const shown = ({ number, patientName }: Token): BoardDoctor['next'][number] => ({
    number,
    name: shownName(patientName, names),
  });
  const inStage = (stage: 'called' | 'in_consultation') =>
    book.tokens.filter((token) => token.status === 'active').find((token) => token.stage === stage);
  const called = inStage('called');
  const inside = inStage('in_consultation');
  // Emergencies stand where they will be called, like everybody, and nothing marks them: who is one is nobody's
  // business, but a board that hid them would be wrong about who comes next.
  const waiting = waitingHere(book, context);
  const times = timesOf(book, context, waiting.length > 0);
  const isOver = times.state === 'finished' || times.state === 'closed';
  return {
    doctor,
    ...times,
    called: called
      ? { ...shown(called), since: called.lastCalledAt ?? context.now, recalls: called.recalls }
      : null,
    inConsultation: inside ? shown(inside) : null,
    // As call next would take them: who is with another doctor is passed over, and stands there (R27).
    next: comingUp(book, context, NEXT)
      .flatMap((tokenId) => tokens.get(tokenId) ?? [])
      .map(shown),
    waiting: waiting.length,
    // Nobody can come to one who has stopped working here.
    wait: isOver || !active ? null : wait,
  };
}

/** The latest call of each number, as it was meant: one that was taken back is left out. */
function lastCalls(
  events: readonly TokenEvent[],
  days: readonly Day[],
  names: BoardSettings['names'],
): BoardCall[] {
  const calls = new Map<string, BoardCall>();
  for (const { type, at, after } of events) {
    const day = days.find(({ doctor }) => doctor.id === after.doctorId);
    const token = day?.book.tokens.find(({ id }) => id === after.id);
    if (!day || !token || calls.has(token.id) || wasTakenBack(token, at)) continue;
    calls.set(token.id, {
      key: `${day.doctor.id} ${token.number} ${at}`,
      number: token.number,
      name: shownName(token.patientName, names),
      room: day.doctor.room,
      doctorName: day.doctor.name,
      at,
      recall: type === 'tokenRecalled',
    });
    if (calls.size === LAST_CALLS) break;
  }
  return [...calls.values()];
}

const takenBack: ReadonlySet<CancelReason> = new Set(['transferred', 'transfer_undone', 'undone']);

/** R23, R13, R21: undone, given a new place, or sent to another doctor: nobody should go to that door now. */
function wasTakenBack(token: Token, calledAt: number): boolean {
  if (isListed(token)) return true;
  if (token.status === 'active') return (token.lastCalledAt ?? 0) < calledAt;
  return token.status === 'cancelled' && takenBack.has(token.cancelReason);
}
