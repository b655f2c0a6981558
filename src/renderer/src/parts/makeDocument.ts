import type { DocumentRequest } from '../../../shared/model/document';
import type { Sending } from '../data/useCommand';
import { currentLanguage, i18n } from '../i18n';

/** Puts a list, a history or a card on A4 in the language of this window, and says where it is. Answers whether it was made. */
export async function makeDocument({ runBare }: Sending, document: DocumentRequest): Promise<boolean> {
  const made = await runBare(
    'documents.make',
    { document, language: currentLanguage() },
    {
      done: ({ opened, path }) => saidOf[isSaidSo(document.kind) ? document.kind : 'list'](opened, path),
    },
  );
  return made !== null;
}

const isSaidSo = (kind: string): kind is keyof typeof saidOf => Object.hasOwn(saidOf, kind);

/** What is said of each that was made. */
const saidOf = {
  list: (opened: boolean, path: string) =>
    opened ? i18n.t('document:make.opened') : i18n.t('document:make.saved', { path }),
  blanks: (opened: boolean, path: string) =>
    opened ? i18n.t('paper:make.opened') : i18n.t('paper:make.saved', { path }),
  card: (opened: boolean, path: string) =>
    opened ? i18n.t('patient:card.opened') : i18n.t('patient:card.saved', { path }),
  report: (opened: boolean, path: string) =>
    opened ? i18n.t('reports:pdf.opened') : i18n.t('reports:pdf.saved', { path }),
};
