import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { cx } from '../../ui/cx';
import { fitLine, followRoom } from './fitting';

interface Props {
  readonly children: ReactNode;
  readonly className?: string;
}

/** One line that is set smaller where it would be cut: on a board there is nobody to make a window wider. */
export function Fit({ children, className }: Props) {
  const room = useRef<HTMLSpanElement>(null);
  const line = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (room.current !== null && line.current !== null) fitLine(room.current, line.current);
  });
  useLayoutEffect(() => {
    if (room.current === null || line.current === null) return undefined;
    return followRoom(room.current, line.current);
  }, []);
  return (
    <span ref={room} className={cx('block min-w-0 overflow-hidden whitespace-nowrap', className)}>
      <span ref={line} className="inline-block">
        {children}
      </span>
    </span>
  );
}
