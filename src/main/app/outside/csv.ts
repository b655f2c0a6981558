import Papa from 'papaparse';

/** What a program that opens the file would take for a formula; a number below nought is none. */
const formula = /^(?!-?\d+(\.\d+)?$)[=+\-@\t\r].*$/s;

/** Each cell quoted, so that nothing in it ends it; and none taken for a formula. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => [...row]);
  return `${Papa.unparse(lines, { quotes: true, escapeFormulae: formula, newline: '\r\n' })}\r\n`;
}

/** Programs that open CSV take it for another encoding without the mark. */
export const MARK = '\ufeff';
