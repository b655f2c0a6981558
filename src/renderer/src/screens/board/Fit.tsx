import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { cx } from '../../ui/cx';

interface Props {
  readonly children: ReactNode;
  readonly className?: string;
}

/** Smaller than this nobody reads it from anywhere. */
const LEAST = 0.35;

/** One line that is set smaller where it would be cut: on a board there is nobody to make a window wider. */
export function Fit({ children, className }: Props) {
  const room = useRef<HTMLSpanElement>(null);
  const line = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const [outer, inner] = [room.current, line.current];
    if (outer === null || inner === null) return undefined;
    const setSize = (): void => {
      inner.style.fontSize = '';
      const share = outer.clientWidth / inner.offsetWidth;
      if (share < 1) inner.style.fontSize = `${Math.max(LEAST, Math.floor(share * 98) / 100)}em`;
    };
    setSize();
    // The room changes with the screen, the line when its fonts have come.
    const watch = new ResizeObserver(setSize);
    watch.observe(outer);
    void document.fonts.ready.then(setSize);
    return () => watch.disconnect();
  });
  return (
    <span ref={room} className={cx('block min-w-0 overflow-hidden whitespace-nowrap', className)}>
      <span ref={line} className="inline-block">
        {children}
      </span>
    </span>
  );
}
