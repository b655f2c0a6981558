import { cx } from './cx';

/** A key of the keyboard, as drawn on one: keys are learnt by seeing them where they help. */
export function Key({ children, className }: { readonly children: string; readonly className?: string }) {
  return (
    <kbd
      dir="ltr"
      className={cx(
        'inline-flex shrink-0 items-center rounded-small border border-current px-1.5 font-sans text-[0.72rem] leading-[1.5] font-semibold whitespace-nowrap opacity-80',
        className,
      )}
    >
      {children}
    </kbd>
  );
}
