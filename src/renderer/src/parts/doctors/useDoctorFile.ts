import { call } from '../../api/client';
import { type Command, useCommand } from '../../data/useCommand';
import { currentLanguage, i18n } from '../../i18n';
import { say, sayError } from '../../ui/toasts';
import { savesInBrowser, saveText } from '../files/saveText';

/** Saves who works here as a file, or an example to fill in. */
export function useDoctorFile(): { readonly busy: boolean; save(example: boolean): void } {
  const command = useCommand();
  return {
    busy: command.busy,
    save: (example) => void (savesInBrowser ? download(example) : write(command, example)),
  };
}

const language = () => (currentLanguage() === 'hi' ? 'hi' : 'en');

async function download(example: boolean): Promise<void> {
  const file = await call('doctors.exportCsv', { language: language(), example });
  if (!file.ok) return sayError(file.error);
  saveText(file.value.fileName, file.value.text);
  say(i18n.t('files:saved', { path: file.value.fileName }));
}

async function write({ runBare }: Command, example: boolean): Promise<void> {
  await runBare(
    'doctors.saveCsv',
    { language: language(), example },
    { done: ({ path }) => i18n.t('files:saved', { path }) },
  );
}
