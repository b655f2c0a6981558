import type { Elsewhere } from '../../../src/main/engine';
import type { Book } from '../../../src/shared/model/book';
import { doctorId, tokenId } from './clinic';

/** R27: who is at the door of that doctor, and who left it. */
export function doorsOf({ tokens, doctorId: doctor }: Book, doctorName = 'Dr A', room = '1'): Elsewhere[] {
  return tokens.flatMap((token) => {
    const stage =
      token.status === 'active' && (token.stage === 'called' || token.stage === 'in_consultation')
        ? token.stage
        : null;
    if (stage === null && token.leftDoorAt === null) return [];
    const { id, number, patientName, patientContact, patientId, leftDoorAt } = token;
    const who = { tokenId: id, number, patientName, patientContact, patientId, stage, leftDoorAt };
    return [{ ...who, doctorId: doctor, doctorName, room }];
  });
}

/** Somebody with a phone, so that they are recognised with another doctor (R27). */
export const asha = { patientName: 'Asha Rao', patientContact: '9876543210' };

/** Asha as another doctor has her. */
export const ashaElsewhere = (more: Partial<Elsewhere> = {}): Elsewhere => ({
  ...asha,
  patientId: null,
  doctorId: doctorId(2),
  doctorName: 'Dr B',
  room: '2',
  tokenId: tokenId(77),
  number: 'B-001',
  stage: 'in_consultation',
  leftDoorAt: null,
  ...more,
});
