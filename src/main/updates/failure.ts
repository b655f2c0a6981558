import type { UpdateProblem } from '../../shared/model/updates';

/** There is no update to be had, for a reason that a screen can say. */
export class UpdateFailure extends Error {
  constructor(
    readonly problem: UpdateProblem,
    cause?: unknown,
  ) {
    super(`no update: ${problem}`, { cause });
  }
}
