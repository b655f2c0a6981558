import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type BrowserWindow, shell } from 'electron';
import type { Language } from '../../shared/model/language';
import type { DocumentMaker, DocumentPage } from '../app/outside/document-maker';
import { renameFile } from '../app/outside/held-files';

const INCHES_PER_MM = 1 / 25.4;
const PATIENCE_MS = 20_000;

/** A4 with room for a punch and a thumb. */
const margins = {
  top: 12 * INCHES_PER_MM,
  bottom: 16 * INCHES_PER_MM,
  left: 14 * INCHES_PER_MM,
  right: 12 * INCHES_PER_MM,
};

/** Digits only: the header and footer of a PDF are drawn without the app's own fonts. */
const footer =
  '<div style="width:100%;text-align:center;font-size:9px;font-family:sans-serif">' +
  '<span class="pageNumber"></span> / <span class="totalPages"></span></div>';

const onPages = {
  margins,
  displayHeaderFooter: true,
  headerTemplate: '<span></span>',
  footerTemplate: footer,
};

/** Each has its place on the paper itself. */
const onLabels = { margins: { top: 0, bottom: 0, left: 0, right: 0 }, pageRanges: '1' };

export interface DocumentOptions {
  readonly folder: string;
  readonly openPage: (query: Readonly<Record<string, string>>) => BrowserWindow;
}

/** Puts a page of the app on A4, as many as it needs, and shows it with the system's own viewer. */
export function createDocumentMaker({ folder, openPage }: DocumentOptions): DocumentMaker {
  return {
    async save(document, language, fileName) {
      const page = openPage(queryOf(document, language));
      try {
        await ready(page);
        const pdf = await page.webContents.printToPDF({
          pageSize: 'A4',
          printBackground: true,
          ...(document.kind === 'card' ? onLabels : onPages),
        });
        const path = join(folder, fileName);
        await mkdir(dirname(path), { recursive: true });
        await writeFile(`${path}.part`, pdf);
        await renameFile(`${path}.part`, path);
        return path;
      } finally {
        page.destroy();
      }
    },
    open: async (path) => (await shell.openPath(path)) === '',
  };
}

function queryOf(document: DocumentPage, language: Language): Readonly<Record<string, string>> {
  const fields = Object.entries(document).map(([name, value]) => [
    name,
    typeof value === 'object' ? JSON.stringify(value) : String(value),
  ]);
  return { ...Object.fromEntries(fields), lang: language };
}

/** Waits until the page says that its data is in and its fonts are loaded. Rejects if it says otherwise, or nothing. */
async function ready(page: BrowserWindow): Promise<void> {
  await page.webContents.executeJavaScript(`new Promise((resolve, reject) => {
    const root = document.documentElement;
    const check = () => {
      if (root.dataset.error) reject(new Error(root.dataset.error));
      if (root.dataset.ready === 'true') resolve();
    };
    new MutationObserver(check).observe(root, { attributes: true });
    setTimeout(() => reject(new Error('The document did not render.')), ${PATIENCE_MS});
    check();
  })`);
}
