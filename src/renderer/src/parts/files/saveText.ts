import { inBrowser } from '../../api/client';

/** In a browser files go where its downloads go; in the app main writes them. */
export const savesInBrowser = inBrowser;

/** Saves a text as a file of this name. */
export function saveText(fileName: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}
