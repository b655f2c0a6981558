import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../data/useCommand';
import { useMay } from '../../../data/who';
import { i18n } from '../../../i18n';
import { FolderLine } from '../../../parts/FolderLine';
import { Alert } from '../../../ui/Alert';
import { Button } from '../../../ui/Button';
import { FileInput } from '../../../ui/FileInput';
import { SettingGroup } from '../../../ui/Setting';
import { type FilePreview, TakeOverDialog } from './TakeOverDialog';

interface Looked {
  readonly file: string;
  readonly preview: FilePreview;
}

/** All of how the clinic works as one file, for another PC, and from one. */
export function ConfigurationGroup() {
  const { t } = useTranslation('configuration');
  const may = useMay();
  const { busy, run, runBare } = useCommand();
  const input = useRef<HTMLInputElement>(null);
  const [looked, setLooked] = useState<Looked | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  if (!may('configuration.export')) return null;

  async function look(chosen: File): Promise<void> {
    setProblem(null);
    const file = await chosen.text();
    await runBare(
      'configuration.preview',
      { file },
      {
        after: (preview) => setLooked({ file, preview }),
        refused: ({ message, details }) => {
          const isNewer = details?.version !== undefined;
          setProblem(details?.field === 'file' ? t(isNewer ? 'newer' : 'notOurs') : message);
          return true;
        },
      },
    );
  }

  return (
    <SettingGroup title={t('title')} text={t('text')}>
      <FileInput
        ref={input}
        label={t('open')}
        accept="application/json,.json"
        testId="configuration-file"
        onFile={(chosen) => void look(chosen)}
      />
      <div className="flex flex-wrap gap-3">
        <Button
          icon="folder"
          busy={busy}
          data-testid="configuration-save"
          onPress={() =>
            void runBare(
              'configuration.export',
              {},
              {
                done: ({ path }) => i18n.t('configuration:saved', { path }),
                after: ({ path }) => setSaved(path),
              },
            )
          }
        >
          {t('save')}
        </Button>
        <Button busy={busy} onPress={() => input.current?.click()} data-testid="configuration-open">
          {t('open')}
        </Button>
      </div>
      {saved !== null && <FolderLine folder="exports" file={saved} />}
      {problem !== null && (
        <Alert tone="danger" title={t('refused')} text={problem} testId="configuration-problem" />
      )}
      {looked !== null && (
        <TakeOverDialog
          preview={looked.preview}
          busy={busy}
          onClose={() => setLooked(null)}
          onTake={() =>
            void run(
              'configuration.import',
              { file: looked.file },
              { done: () => i18n.t('configuration:done'), after: () => setLooked(null) },
            )
          }
        />
      )}
    </SettingGroup>
  );
}
