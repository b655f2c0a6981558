import type { DoctorId, PatientId, TokenId } from './ids';
import type { Instant } from './time';

/** R27: a token at a doctor's door, or gone from it not long ago. */
export interface AtDoor {
  readonly doctorId: DoctorId;
  readonly doctorName: string;
  readonly room: string;
  readonly tokenId: TokenId;
  readonly number: string;
  readonly patientName: string;
  readonly patientContact: string;
  readonly patientId: PatientId | null;
  /** Where it is now; null: not at the door any more. */
  readonly stage: 'called' | 'in_consultation' | null;
  readonly leftDoorAt: Instant | null;
}
