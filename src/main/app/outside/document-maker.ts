import type { BlankBatch } from '../../../shared/model/blanks';
import type { DocumentRequest } from '../../../shared/model/document';
import type { Language } from '../../../shared/model/language';

/** A document as its page is told it. */
export type DocumentPage =
  | Exclude<DocumentRequest, { readonly kind: 'blanks' }>
  | { readonly kind: 'blanks'; readonly batches: readonly BlankBatch[] };

/** Whoever can put a page of the app on A4 and show it. Only where there are windows. */
export interface DocumentMaker {
  /** Answers where the PDF was saved. Rejects if the page did not render or the file cannot be written. */
  save(document: DocumentPage, language: Language, fileName: string): Promise<string>;
  /** Shows a saved file with the system's own viewer; false: there is none. */
  open(path: string): Promise<boolean>;
}
