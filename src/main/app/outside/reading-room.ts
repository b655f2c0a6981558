import type { z } from 'zod';
import type { Measured } from '../../../shared/model/advice';
import type { DoctorId, TokenId } from '../../../shared/model/ids';
import type { ReportedVisit, ReportTable, ReportWish, reportCellSchema } from '../../../shared/model/report';
import type { ServiceDay } from '../../../shared/model/time';
import type { Source } from '../../../shared/model/token';

/** Days, both with it. */
export interface ReadPeriod {
  readonly from: ServiceDay;
  readonly to: ServiceDay;
}

/** What the clinic is, as far as figures go by it. */
export interface ReadClinic {
  readonly timeZone: string;
  readonly dayStartsAtMinute: number;
  /** How long each kind should wait at most, minutes; an emergency has no target. */
  readonly targets: Readonly<Partial<Record<Source, number>>>;
}

/** What is read: plain data, for it goes to another thread. */
export interface ReadOrders {
  readonly report: {
    readonly input: {
      readonly wish: ReportWish;
      readonly clinic: ReadClinic;
      /** With what it is compared, if it is. */
      readonly before: ReadPeriod | null;
      readonly weekday: ReadPeriod | null;
    };
    readonly output: {
      readonly tables: readonly ReportTable[];
      readonly visits: number;
    };
  };
  readonly visits: {
    readonly input: {
      readonly wish: ReportWish;
      readonly clinic: ReadClinic;
      /** Null: all of them. */
      readonly cell: z.output<typeof reportCellSchema> | null;
      readonly limit: number;
      readonly after: TokenId | null;
    };
    readonly output: { readonly total: number; readonly visits: readonly ReportedVisit[] };
  };
  /** How long one doctor's consultations take, and who does not come. */
  readonly measured: {
    readonly input: {
      readonly wish: ReadPeriod & { readonly doctorIds: DoctorId[] };
      readonly clinic: ReadClinic;
    };
    readonly output: Omit<Measured, 'from' | 'to'>;
  };
}
export type ReadKind = keyof ReadOrders;

/** It was stopped before it was done. */
export const STOPPED = 'stopped';

export interface RunningReading<K extends ReadKind> {
  /** `stopped`: nobody wants it any more. Rejects where the data cannot be read. */
  readonly result: Promise<ReadOrders[K]['output'] | typeof STOPPED>;
  stop(): void;
}

/** Where reports are read: beside the app, which goes on meanwhile. One at a time; the others wait. */
export interface ReadingRoom {
  read<K extends ReadKind>(
    kind: K,
    input: ReadOrders[K]['input'],
    progress?: (part: number) => void,
  ): RunningReading<K>;
  /** Ends what is read, and itself. */
  stop(): Promise<void>;
}
