import type { TemplateFigures } from '../../../shared/model/advice';

/** What is calculated with: plain data, for it goes to another thread. */
export interface AdviceJob {
  readonly sessionMinutes: number;
  readonly now: { readonly slotMinutes: number; readonly booked: readonly number[] };
  readonly wished: { readonly slotMinutes: number; readonly patients: number };
  readonly meanMinutes: number;
  readonly variation: number;
  readonly noShow: number;
}

export interface AdviceFigures {
  readonly now: TemplateFigures;
  readonly suggested: TemplateFigures;
}

/** Where templates are searched: beside the app, which goes on meanwhile. One at a time; the others wait. */
export interface AdviceRoom {
  /** Rejects if it breaks. */
  find(job: AdviceJob): Promise<AdviceFigures>;
}
