import type { AppStatus } from '../../../shared/model/app-status';
import type { BoardView } from '../../../shared/model/board';
import type { Result } from '../../../shared/result';
import { hearCalls } from './boardCalls';
import { holdClock, setClock } from './clock';
import { haveLink, loseLink } from './link';
import type { QueryName } from './stale';

/** What an answer tells beside itself: what time it is in the clinic, and whether the main process is there. */
export function hear(name: QueryName, answer: Result<unknown>): void {
  if (answer.ok && hasNow(answer.value)) setClock(answer.value.now);
  if (name === 'board.view' && answer.ok) hearCalls(answer.value as BoardView);
  if (name === 'app.status') hearStatus(answer as Result<AppStatus>);
}

function hearStatus(answer: Result<AppStatus>): void {
  if (!answer.ok) {
    loseLink();
    return;
  }
  const { training, now } = answer.value;
  holdClock(training ? now : null);
  haveLink();
}

function hasNow(value: unknown): value is { readonly now: number } {
  return typeof value === 'object' && value !== null && 'now' in value && typeof value.now === 'number';
}
