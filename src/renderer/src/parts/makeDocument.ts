import type { DocumentRequest } from '../../../shared/model/document';
import type { Sending } from '../data/useCommand';
import { currentLanguage, i18n } from '../i18n';

/** Puts a list or a history on A4 in the language of this window, and says where it is. Answers whether it was made. */
export async function makeDocument({ runBare }: Sending, document: DocumentRequest): Promise<boolean> {
  const made = await runBare(
    'documents.make',
    { document, language: currentLanguage() },
    {
      done: ({ opened, path }) =>
        document.kind === 'blanks' ? blanksSaid(opened, path) : listSaid(opened, path),
    },
  );
  return made !== null;
}

function listSaid(opened: boolean, path: string): string {
  return opened ? i18n.t('document:make.opened') : i18n.t('document:make.saved', { path });
}

function blanksSaid(opened: boolean, path: string): string {
  return opened ? i18n.t('paper:make.opened') : i18n.t('paper:make.saved', { path });
}
