import { type NameSearch, nameSearch } from '../names/search-keys';
import { searchFor } from './search';

/** What is looked for in the register: a text that stands there, or names that sound so. */
export interface PatientSearch {
  /** A number as it was typed. */
  readonly id: string;
  /** Found wherever it stands in what is kept of a patient. */
  readonly tight: string;
  /** Or wherever each of these does. */
  readonly words: readonly string[];
  /** By sound; null: a text alone. */
  readonly names: Pick<NameSearch, 'words' | 'together'> | null;
}

/** Null: nothing that could be looked for. `country` is the clinic's, for phones. */
export function patientSearchFor(query: string, country?: string): PatientSearch | null {
  const search = searchFor(query, country);
  if (!search) return null;
  const { id, tight, words } = search;
  return { id, tight, words, names: /\d/.test(tight) ? null : nameSearch(query) };
}
