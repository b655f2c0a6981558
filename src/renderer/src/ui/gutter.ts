/** More lines than any screen has room for. */
const LONG = 80;

/**
 * Of what scrolls and is long for certain: room for the scroll bar is kept from the start. Else all of it is laid out without
 * the bar and once more with it, at every change of anything in it.
 */
export function gutterOf(lines: number): string {
  return lines >= LONG ? '[scrollbar-gutter:stable]' : '';
}
