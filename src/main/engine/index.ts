/** The allocation engine: a book and a request in, a decision out. Pure; the rules are numbered in docs/allocation.md. */
export { callNext, callThis, hold, recall } from './commands/call';
export { cancel } from './commands/cancel';
export { type IssueRequest, issue } from './commands/issue';
export { noShow, reinstate, sweep } from './commands/no-show';
export { checkIn, serve, start } from './commands/visit';
export type { Context } from './context';
export { type Decision, reasonFor } from './decide';
export { evolve } from './evolve';
export { doctorQueue } from './queue';
export { nextWalkInSlot, viewSlots } from './slot-view';
export { waitingInOrder } from './waiting';
