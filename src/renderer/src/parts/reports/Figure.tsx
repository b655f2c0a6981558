import type { Behind } from './view';

interface Props<W> {
  readonly text: string;
  /** What there is to be listed; null: nothing. */
  readonly behind: Behind<W> | null;
  /** Missing where nothing is listed, as on paper. */
  readonly onShow: ((behind: Behind<W>) => void) | undefined;
}

/** A figure, and where there are tokens behind it the way to them. */
export function Figure<W>({ text, behind, onShow }: Props<W>) {
  if (behind === null || onShow === undefined) return text;
  return (
    <button
      type="button"
      aria-label={`${behind.title}: ${text}`}
      className="cursor-pointer underline decoration-line-strong decoration-dotted underline-offset-4 hover:text-accent"
      onClick={() => onShow(behind)}
    >
      {text}
    </button>
  );
}
