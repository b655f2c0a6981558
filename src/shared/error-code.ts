/** The code of an error of the system, of SQLite or of a library, such as `ENOSPC`; empty: it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
