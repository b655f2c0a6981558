import type { documentCalls } from '../../../shared/contract/documents';
import type { Handlers } from '../call';
import type { Environment } from '../environment';
import { dayList, makeDocument, patientHistory } from './documents';

/** Lists and histories on A4. */
export function documentHandlers(environment: Environment): Handlers<keyof typeof documentCalls> {
  return {
    'documents.dayList': (input) => dayList(environment, input),
    'patients.history': ({ tokenId }) => patientHistory(environment, tokenId),
    'documents.make': (input) => makeDocument(environment, input),
  };
}
