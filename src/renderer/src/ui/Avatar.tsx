import { cx } from './cx';

interface AvatarProps {
  readonly name: string;
  readonly className?: string;
}

const titles = /^(dr|prof|mr|mrs|ms)\.?$/i;

/** Initials without the title: `Dr Anita Rao` is AR. Whole graphemes, so that Indic vowels stay on. */
export function initials(name: string, locale: string): string {
  const words = name.split(/\s+/u).filter((word) => word !== '' && !titles.test(word));
  const graphemes = new Intl.Segmenter(locale, { granularity: 'grapheme' });
  const first = (word: string | undefined): string => {
    if (word === undefined) return '';
    for (const { segment } of graphemes.segment(word)) return segment;
    return '';
  };
  const last = words.length > 1 ? first(words.at(-1)) : '';
  return (first(words[0]) + last).toLocaleUpperCase(locale);
}

/** Stands in for a photo. */
export function Avatar({ name, className }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      className={cx(
        'flex size-18 shrink-0 items-center justify-center rounded-pill bg-accent-soft text-title font-bold text-on-accent-soft',
        className,
      )}
    >
      {initials(name, 'en')}
    </span>
  );
}

/** The letter of a doctor's tokens as a sign on a wall: A-017 belongs to the door marked A. */
export function Plate({ prefix, className }: { readonly prefix: string; readonly className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={cx(
        'signage flex size-14 shrink-0 items-center justify-center rounded-control bg-plate text-headline text-on-plate',
        prefix.length > 2 && 'text-title',
        className,
      )}
    >
      {prefix}
    </span>
  );
}
