import type { Handlers } from '../call';
import { blankSheets, printBlank } from './blanks';
import { dayList, makeDocument, patientHistory } from './documents';

/** Lists and histories on A4. */
export const documentHandlers: Handlers<
  'documents.dayList' | 'blanks.print' | 'documents.blanks' | 'patients.history' | 'documents.make'
> = {
  'documents.dayList': dayList,
  'documents.blanks': blankSheets,
  'patients.history': (call, { tokenId }) => patientHistory(call, tokenId),
  'blanks.print': printBlank,
  'documents.make': makeDocument,
};
