import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/client';
import { useCommand } from '../../../data/useCommand';
import { useMay } from '../../../data/who';
import { i18n } from '../../../i18n';
import { FolderLine } from '../../../parts/FolderLine';
import { Button } from '../../../ui/Button';
import { Overlay } from '../../../ui/Overlay';
import { SettingGroup } from '../../../ui/Setting';
import { sayError } from '../../../ui/toasts';

/** The report for whoever helps: read first, then saved. */
export function DiagnosticsGroup() {
  const { t } = useTranslation(['diagnostics', 'common']);
  const may = useMay();
  const { busy, runBare, together } = useCommand();
  const [text, setText] = useState<string | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  if (!may('diagnostics.save')) return null;

  async function read(): Promise<void> {
    const answer = await together(() => call('diagnostics.read', {}));
    if (answer?.ok) setText(answer.value.text);
    else if (answer) sayError(answer.error);
  }

  return (
    <SettingGroup title={t('title')} text={t('text')}>
      <div>
        <Button icon="list" busy={busy} data-testid="diagnostics-read" onPress={() => void read()}>
          {t('read')}
        </Button>
      </div>
      {saved !== null && <FolderLine folder="exports" file={saved} />}
      {text !== null && (
        <Overlay
          title={t('title')}
          closeLabel={t('close')}
          place="center"
          width="wide"
          testId="diagnostics-dialog"
          onClose={() => setText(null)}
        >
          <p className="text-ink-soft">{t('hint')}</p>
          <textarea
            readOnly
            aria-label={t('title')}
            dir="ltr"
            value={text}
            data-testid="diagnostics-text"
            className="scroll-quiet h-[50vh] w-full rounded-control border border-line bg-sunken p-3 font-mono text-caption"
          />
          <div className="flex flex-wrap justify-end gap-3">
            <Button onPress={() => setText(null)} shortcut="Esc">
              {t('close')}
            </Button>
            <Button
              tone="primary"
              busy={busy}
              data-testid="diagnostics-save"
              onPress={() =>
                void runBare(
                  'diagnostics.save',
                  {},
                  {
                    done: ({ path }) => i18n.t('diagnostics:saved', { path }),
                    after: ({ path }) => {
                      setSaved(path);
                      setText(null);
                    },
                  },
                )
              }
            >
              {t('save')}
            </Button>
          </div>
        </Overlay>
      )}
    </SettingGroup>
  );
}
