import { cx } from './cx';

const titles = /^(dr|prof|mr|mrs|ms|डॉ|डा|டாக்டர்|د|دكتور)\.?$/iu;

/**
 * Initials without the title: `Dr Anita Rao` is AR. Whole graphemes, so that Indic vowels stay on; and only
 * one outside Latin, where two do not fit.
 */
export function initials(name: string, locale: string): string {
  const words = name.split(/\s+/u).filter((word) => word !== '' && !titles.test(word));
  const graphemes = new Intl.Segmenter(locale, { granularity: 'grapheme' });
  const first = (word: string | undefined): string => {
    if (word === undefined) return '';
    for (const { segment } of graphemes.segment(word)) return segment;
    return '';
  };
  const start = first(words[0]);
  const end = words.length > 1 && /^\p{Script=Latin}/u.test(start) ? first(words.at(-1)) : '';
  return (start + end).toLocaleUpperCase(locale);
}

interface FaceProps {
  readonly src: string | null;
  readonly letters: string;
  readonly isMuted?: boolean | undefined;
  readonly className?: string | undefined;
}

/** A photo, or letters in its place; beside a name, so it says nothing by itself. */
export function Face({ src, letters, isMuted = false, className = 'size-12 text-lead' }: FaceProps) {
  const shape = cx('shrink-0 rounded-pill', className);
  if (src !== null) {
    return <img src={src} alt="" className={cx(shape, 'object-cover', isMuted && 'opacity-50 grayscale')} />;
  }
  return (
    <span
      aria-hidden="true"
      className={cx(
        shape,
        'flex items-center justify-center font-bold',
        isMuted ? 'bg-sunken text-ink-faint' : 'bg-accent-soft text-on-accent-soft',
      )}
    >
      {letters}
    </span>
  );
}

/** The letter of a doctor's tokens as a sign on a wall: A-017 belongs to the door marked A. */
export function Plate({ prefix }: { readonly prefix: string }) {
  return (
    <span
      aria-hidden="true"
      className={cx(
        'signage flex size-13 shrink-0 items-center justify-center rounded-control bg-plate text-on-plate',
        prefix.length > 2 ? 'text-lead' : 'text-headline',
      )}
    >
      {prefix}
    </span>
  );
}
