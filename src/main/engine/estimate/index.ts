/** How long people wait: what is expected, in a range, and what a clinic learns about it. */
export { endOfHours } from './course';
export { observeDay } from './day';
export { residualMs } from './doctor';
export { estimateForNew, expectedWaits, plannedMinutes, queuePart, type Waits } from './estimate';
export { doctorMean, learn, newPace, type PaceModel, paceOf } from './pace';
export type { Estimate } from './range';
