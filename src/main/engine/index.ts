/**
 * The allocation engine: a book and a request in, a decision out. Pure; the rules are numbered in docs/allocation.md.
 * Preview of any command: call it, show the decision, and do not apply it.
 */
export { idleSince, waitsAgainstTarget } from './against-target';
export { checkInObstacle, refuseObstacle } from './check-in-window';
export { aheadOf, comingUp, waitingHere } from './coming-up';
export { callNext, callThis, hold, recall } from './commands/call';
export { cancel } from './commands/cancel';
export { correct } from './commands/correct';
export { closeDay, reopenDay, settleOnly } from './commands/day';
export { endBreak, onBreakUntil, setDelay, takeBreak } from './commands/delay';
export { type IssueRequest, issue } from './commands/issue';
export { leaveEarly } from './commands/leave';
export { move, release } from './commands/move';
export { noShow, overdue, reinstate, sweep } from './commands/no-show';
export { type PaperRequest, paperEntry } from './commands/paper-entry';
export { followRegister, setPrecedence } from './commands/precedence';
export { replan } from './commands/replan';
export {
  addSlot,
  changeSlot,
  closeSlot,
  reopenSlot,
} from './commands/slots';
export { takeBackTransfer } from './commands/take-back-transfer';
export { type Transfer, type TransferRequest, transfer } from './commands/transfer';
export { canUndo, undo } from './commands/undo';
export { takeBackUpgrade, upgradeToEmergency } from './commands/upgrade';
export { checkIn, serve, start } from './commands/visit';
export type { Context, Elsewhere } from './context';
export { awayOn, type DayFacts, overlaps, type PlannedDay, planDay, sessionsOf } from './day-plan';
export { type Decision, reasonFor } from './decide';
export { busyElsewhere, elsewhereStamp } from './elsewhere';
export {
  doctorMean,
  type Estimate,
  endOfHours,
  estimateForNew,
  expectedWaits,
  learn,
  newPace,
  observeDay,
  type PaceModel,
  paceOf,
  plannedMinutes,
  queuePart,
  residualMs,
  type Waits,
} from './estimate';
export { evolve } from './evolve';
export { minuteHoldsUntil, orderHoldsUntil, phasesHoldUntil } from './holds';
export { type GivenNeed, needAfter, needAtIssue } from './need';
export { type DayPlan, newDay, slotAt, untouchedBook } from './new-day';
export { doctorQueue, heldBack } from './queue';
export { recallFrom } from './rounds';
export { nextWalkInSlot, viewSlots } from './slot-view';
export { waitingInOrder } from './waiting';
