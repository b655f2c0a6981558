/** What a template is judged by: a minute of waiting of the mean patient, of the doctor idle, of work after the end. */
export const weights = { wait: 1, idle: 0.2, overtime: 1 } as const;

export interface TemplateFigures {
  readonly booked: number[];
  /** Minutes, of those who come, slot by slot; null: nobody is booked in it. */
  readonly waits: (number | null)[];
  readonly meanWait: number;
  readonly idle: number;
  readonly overtime: number;
  /** The weighted sum. */
  readonly objective: number;
}
