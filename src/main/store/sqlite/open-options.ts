export interface OpenOptions {
  /** A file, made if missing, or `:memory:`. */
  readonly path: string;
  /** A better-sqlite3 binary other than the stock one. */
  readonly nativeBinding?: string | undefined;
}
