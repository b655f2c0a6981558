import type { BrowserWindow } from 'electron';
import { createWindow } from './create';

/** A list or a history as a page of its own, never shown: it becomes a PDF. About the width of A4. */
export function openDocumentWindow(query: Readonly<Record<string, string>>): BrowserWindow {
  const facts = { role: 'slip', screen: 'document', doctorId: null, query } as const;
  return createWindow(facts, { width: 760, height: 1_000, backgroundColor: '#ffffff' });
}
