/** A column: its title, and whether its cells are text (to the left) or numbers (to the right). */
export interface Column {
  readonly title: string;
  readonly text?: boolean;
}

/** Rows of cells under their titles, in columns as wide as they need; for a terminal. */
export function plainTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map(({ title }, index) =>
    Math.max(title.length, ...rows.map((row) => (row[index] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => pad(cell, widths[index] ?? 0, columns[index]?.text))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('──');
  return [line(columns.map(({ title }) => title)), rule, ...rows.map(line)].join('\n');
}

/** The same for a Markdown page. */
export function markdownTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = columns.map(({ text }) => (text ? '---' : '---:'));
  return [line(columns.map(({ title }) => title)), line(rule), ...rows.map(line)].join('\n');
}

function pad(cell: string, width: number, text: boolean | undefined): string {
  return text ? cell.padEnd(width) : cell.padStart(width);
}
