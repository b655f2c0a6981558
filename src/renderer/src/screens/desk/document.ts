import type { DocumentRequest } from '../../../../shared/model/document';
import { call } from '../../api/client';
import { currentLanguage, i18n } from '../../i18n';
import { say, sayError } from '../../ui/toasts';

/** Puts a list or a history on A4 in the language of this window, and says where it is. Answers whether it was made. */
export async function makeDocument(document: DocumentRequest): Promise<boolean> {
  const answer = await call('documents.make', { document, language: currentLanguage() });
  if (!answer.ok) sayError(answer.error);
  else if (answer.value.opened) say(i18n.t('document:make.opened'));
  else say(i18n.t('document:make.saved', { path: answer.value.path }));
  return answer.ok;
}
