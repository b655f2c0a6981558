import type { z } from 'zod';
import { adminCalls } from './contract/clinic';
import { doctorCalls } from './contract/day';
import { deskCalls } from './contract/desk';
import { deviceCalls } from './contract/devices';
import { doctorAdminCalls } from './contract/doctors';
import { documentCalls } from './contract/documents';
import { folderCalls } from './contract/folders';
import { kioskCalls } from './contract/kiosk';
import { practiceCalls } from './contract/practice';
import { printCalls } from './contract/slips';
import { slotCalls } from './contract/slots';
import { stationCalls } from './contract/station';
import { tokenLookupCalls } from './contract/token-lookup';
import { tokenCalls } from './contract/tokens';
import { trainingCalls } from './contract/training';
import { voiceCalls } from './contract/voice';
import { boardCalls } from './contract/waiting-room';

export type { Role } from './contract/call';
export type { AppEvent } from './contract/events';

/** Every command and query there is; IPC and HTTP both come from here. */
export const contract = {
  ...stationCalls,
  ...adminCalls,
  ...tokenCalls,
  ...tokenLookupCalls,
  ...slotCalls,
  ...doctorCalls,
  ...doctorAdminCalls,
  ...deskCalls,
  ...kioskCalls,
  ...printCalls,
  ...documentCalls,
  ...boardCalls,
  ...voiceCalls,
  ...folderCalls,
  ...deviceCalls,
  ...practiceCalls,
  ...trainingCalls,
} as const;

export type Contract = typeof contract;
export type CallName = keyof Contract;
/** What a caller may write: before trimming and defaults. */
export type CallInput<N extends CallName> = z.input<Contract[N]['input']>;
/** What a use case gets: checked. */
export type CheckedInput<N extends CallName> = z.output<Contract[N]['input']>;
export type CallOutput<N extends CallName> = z.output<Contract[N]['output']>;
