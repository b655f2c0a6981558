import { useRef, useState } from 'react';
import type { DoctorId } from '../../../../shared/model/ids';
import type { AppError } from '../../../../shared/result';
import { askAgain } from '../../data/query';
import { useCommand } from '../../data/useCommand';

/** How far it has come. */
interface Printing {
  readonly numbers: readonly string[];
  readonly wanted: number;
  /** Why it stopped before all were printed; null: it did not, or somebody stopped it. */
  readonly problem: AppError | null;
  readonly busy: boolean;
}

/** R25: paper blanks on the roll, one after the other: what waits for the printer meanwhile comes in between. */
export function usePrintBlanks() {
  const { together } = useCommand();
  const [printing, setPrinting] = useState<Printing | null>(null);
  const stopped = useRef(false);

  /** So many for each of these doctors. */
  function print(doctorIds: readonly DoctorId[], count: number): void {
    stopped.current = false;
    const wanted = doctorIds.length * count;
    const numbers: string[] = [];
    let problem: AppError | null = null;
    const tell = (busy: boolean) => setPrinting({ numbers: [...numbers], wanted, problem, busy });
    void together(async ({ runBare }) => {
      for (const doctorId of doctorIds.flatMap((id) => new Array<DoctorId>(count).fill(id))) {
        if (stopped.current) break;
        tell(true);
        const printed = await runBare(
          'blanks.print',
          { doctorId },
          {
            refused: (error) => {
              problem = error;
              return true;
            },
          },
        );
        if (printed === null) break;
        numbers.push(printed.number);
      }
      tell(false);
      askAgain('app.status');
    });
  }

  return {
    printing,
    print,
    stop: () => {
      stopped.current = true;
    },
  };
}
