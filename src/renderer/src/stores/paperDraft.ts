import { z } from 'zod';
import { create } from 'zustand';
import { paperOutcomeSchema } from '../../../shared/model/paper';
import { sourceSchema } from '../../../shared/model/token';

const rowSchema = z.object({
  /** Of this window; no number is one, since it may be typed wrong. */
  key: z.string(),
  number: z.string(),
  time: z.string(),
  name: z.string(),
  phone: z.string(),
  became: paperOutcomeSchema,
  source: sourceSchema,
});
/** One paper blank as it is being typed. */
export type PaperDraftRow = z.infer<typeof rowSchema>;

const draftsSchema = z.record(z.string(), z.array(rowSchema));
const STORAGE_KEY = 'opd.desk.paper';

/**
 * R25: lists of paper blanks being typed, by doctor and day. Twenty patients' names are not typed twice: they outlive a
 * closed dialog, a refusal and a page that crashed, and are gone with the window.
 */
const usePaperDrafts = create<Readonly<Record<string, readonly PaperDraftRow[]>>>(() => stored());
usePaperDrafts.subscribe((drafts) => sessionStorage.setItem(STORAGE_KEY, JSON.stringify(drafts)));

const none: readonly PaperDraftRow[] = [];

export function usePaperRows(list: string): readonly PaperDraftRow[] {
  return usePaperDrafts((drafts) => drafts[list] ?? none);
}

export function setPaperRows(list: string, rows: readonly PaperDraftRow[]): void {
  usePaperDrafts.setState({ [list]: rows });
}

function stored(): Readonly<Record<string, readonly PaperDraftRow[]>> {
  try {
    return draftsSchema.safeParse(JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? '{}')).data ?? {};
  } catch {
    return {};
  }
}
