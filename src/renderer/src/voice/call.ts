/** Somebody was called: what the voice must know of it. */
export interface Call {
  /** Of this call alone; a call that was seen is not said again. */
  readonly key: string;
  /** The token number, such as `A-017`. */
  readonly number: string;
  /** As the clinic writes it, such as `3` or `Ground floor`; empty: there is none. */
  readonly room: string;
  readonly doctorName: string;
  readonly recall: boolean;
  /** When, in the clinic's time, ms since the epoch. */
  readonly at: number;
}
