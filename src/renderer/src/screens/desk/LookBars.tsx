import { useMemo } from 'react';
import type { ServiceDay } from '../../../../shared/model/time';
import { useBooks } from '../../data/books';
import { useDoctorIds } from '../../data/summaries';
import { OpenAgainBar } from './OpenAgainBar';
import { OverdueBar } from './OverdueBar';
import { TooSoonBar } from './TooSoonBar';

interface Props {
  readonly today: ServiceDay;
  /** R35: while the clock is doubted a yesterday is open because nobody has closed it. */
  readonly isDoubted: boolean;
}

/** Over all of the desk: what somebody has to look at, in whatever doctor's book it is. */
export function LookBars({ today, isDoubted }: Props) {
  const held = useBooks(useDoctorIds(), today);
  const books = useMemo(() => held.flatMap(({ value }) => value ?? []), [held]);
  return (
    <>
      <OverdueBar books={books} />
      {!isDoubted && <OpenAgainBar today={today} />}
      <TooSoonBar books={books} />
    </>
  );
}
