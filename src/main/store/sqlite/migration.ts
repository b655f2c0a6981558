/** One step of the schema. Never edited once released: the next change is the next number. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
  /** What its SQL may call besides: for values that only the app can work out. */
  readonly functions?: Readonly<Record<string, (...values: string[]) => string | Buffer>>;
}
