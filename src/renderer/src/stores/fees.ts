/** Whether the clinic uses fees, for what is worked out beside components. */
let isUsed = false;

/** Kept by the desk, before anything on it is drawn. */
export function rememberFees(used: boolean): void {
  isUsed = used;
}

export function feesNow(): boolean {
  return isUsed;
}
