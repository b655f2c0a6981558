import type { Handlers } from '../call';
import { dayList, makeDocument, patientHistory } from './documents';

/** Lists and histories on A4. */
export const documentHandlers: Handlers<'documents.dayList' | 'patients.history' | 'documents.make'> = {
  'documents.dayList': dayList,
  'patients.history': (call, { tokenId }) => patientHistory(call, tokenId),
  'documents.make': makeDocument,
};
