import type { z } from 'zod';
import { advisorCalls } from './contract/advisor';
import { auditCalls } from './contract/audit';
import { backupCalls } from './contract/backup';
import { clinicCalls } from './contract/clinic';
import { clockCalls } from './contract/clock';
import { computerCalls } from './contract/computer';
import { configurationCalls } from './contract/configuration';
import { dayCalls } from './contract/day';
import { deskCalls } from './contract/desk';
import { deviceCalls } from './contract/devices';
import { diagnosticsCalls } from './contract/diagnostics';
import { doctorCalls } from './contract/doctors';
import { documentCalls } from './contract/documents';
import { kioskCalls } from './contract/kiosk';
import { liveCalls } from './contract/live';
import { patientCalls } from './contract/patients';
import { paymentCalls } from './contract/payments';
import { peopleCalls } from './contract/people';
import { phoneCalls } from './contract/phones';
import { planPreviewCalls } from './contract/plan-preview';
import { practiceCalls } from './contract/practice';
import { previewCalls } from './contract/preview';
import { privacyCalls } from './contract/privacy';
import { reportCalls } from './contract/reports';
import { rulesCalls } from './contract/rules';
import { scheduleCalls } from './contract/schedule';
import { slipCalls } from './contract/slips';
import { tokenCalls } from './contract/tokens';
import { trialCalls } from './contract/trial';
import { updateCalls } from './contract/updates';
import { waitingRoomCalls } from './contract/waiting-room';

export type { Role } from './contract/call';
export type { AppEvent } from './contract/events';

/** Every command and query there is; IPC and HTTP both come from here. */
export const contract = {
  ...advisorCalls,
  ...auditCalls,
  ...backupCalls,
  ...clinicCalls,
  ...clockCalls,
  ...configurationCalls,
  ...computerCalls,
  ...diagnosticsCalls,
  ...dayCalls,
  ...deskCalls,
  ...deviceCalls,
  ...doctorCalls,
  ...documentCalls,
  ...kioskCalls,
  ...liveCalls,
  ...phoneCalls,
  ...planPreviewCalls,
  ...patientCalls,
  ...peopleCalls,
  ...paymentCalls,
  ...practiceCalls,
  ...previewCalls,
  ...privacyCalls,
  ...reportCalls,
  ...rulesCalls,
  ...scheduleCalls,
  ...slipCalls,
  ...tokenCalls,
  ...trialCalls,
  ...updateCalls,
  ...waitingRoomCalls,
} as const;

export type Contract = typeof contract;
export type CallName = keyof Contract;
/** What a caller may write: before trimming and defaults. */
export type CallInput<N extends CallName> = z.input<Contract[N]['input']>;
/** What a use case gets: checked. */
export type CheckedInput<N extends CallName> = z.output<Contract[N]['input']>;
export type CallOutput<N extends CallName> = z.output<Contract[N]['output']>;
