import { z } from 'zod';

/** Screens for the waiting room: they stand on a monitor of their own. */
export const waitingRoomScreens = ['kiosk', 'board'] as const;

/** A screen that does not open by itself: `gone`, its monitor is not there; `reception`, reception works on it. */
const waitingScreenSchema = z.object({
  screen: z.enum(waitingRoomScreens),
  /** As its maker calls it; null: nobody knows. */
  monitor: z.string().nullable(),
  why: z.enum(['gone', 'reception']),
});
export type WaitingScreen = z.infer<typeof waitingScreenSchema>;

/** What a computer is for: it decides what opens by itself, and what lies behind it. */
export const stationKinds = ['reception', 'doctor', 'kiosk', 'board'] as const;
export const stationKindSchema = z.enum(stationKinds);
export type StationKind = z.infer<typeof stationKindSchema>;

/** What this computer does by itself when the app starts. It belongs to the computer, and goes into no copy. */
export const computerSchema = z.object({
  station: stationKindSchema,
  /** The command line says which, whatever is chosen. */
  stationIsGiven: z.boolean(),
  /** The address of the computer that keeps the clinic's data from the next start on; null: this one does. */
  reception: z.string().nullable(),
  /** The app starts when somebody signs in to the computer. */
  startsWithSystem: z.boolean(),
  /** What was open comes back. */
  comesBack: z.boolean(),
  waiting: z.array(waitingScreenSchema),
  /** Where the board opens; null: there is no monitor but the one reception works on. */
  boardMonitor: z.object({ label: z.string(), width: z.int(), height: z.int() }).nullable(),
});
export type Computer = z.infer<typeof computerSchema>;

export const computerChangeSchema = z.strictObject({
  station: stationKindSchema.optional(),
  startsWithSystem: z.boolean().optional(),
  comesBack: z.boolean().optional(),
  /** As somebody writes it. The app starts again with what it changes. */
  reception: z.string().trim().min(1).max(200).nullable().optional(),
});
export type ComputerChange = z.infer<typeof computerChangeSchema>;
