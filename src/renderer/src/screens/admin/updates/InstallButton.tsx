import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptInstaller, UpdateStatus } from '../../../../../shared/model/updates';
import { useCommand } from '../../../data/useCommand';
import { i18n } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { ConfirmDialog } from '../../../ui/ConfirmDialog';
import { Overlay } from '../../../ui/Overlay';
import { say } from '../../../ui/toasts';

interface Props {
  readonly status: UpdateStatus;
  readonly installer: KeptInstaller;
  readonly which: 'ready' | 'before';
}

/** Asks once, has a backup made, and then the installer opens, or the command for it is shown. */
export function InstallButton({ status, installer, which }: Props) {
  const { t } = useTranslation('updates');
  const { busy, runBare } = useCommand();
  const [isAsking, setAsking] = useState(false);
  const [command, setCommand] = useState<string | null>(null);
  const { version } = installer;
  const what = which === 'before' ? 'textBefore' : installer.command === null ? 'text' : 'textCommand';
  return (
    <>
      <Button
        busy={busy}
        {...(which === 'ready' && { tone: 'primary' as const })}
        className="self-start"
        onPress={() => setAsking(true)}
        data-testid={`updates-install-${which}`}
      >
        {t(which === 'ready' ? 'look.install' : 'back.install', { version })}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={t('sure.title', { version })}
          text={t(`sure.${what}`, { installed: status.installed })}
          yes={t('sure.yes')}
          no={t('sure.no')}
          onNo={() => setAsking(false)}
          onYes={() => {
            setAsking(false);
            void runBare(
              'updates.install',
              { which },
              {
                after: (answer) => {
                  if (answer.command === null) say(i18n.t('updates:begun', { version }));
                  else setCommand(answer.command);
                },
              },
            );
          }}
        />
      )}
      {command !== null && <CommandDialog command={command} onClose={() => setCommand(null)} />}
    </>
  );
}

function CommandDialog({ command, onClose }: { readonly command: string; readonly onClose: () => void }) {
  const { t } = useTranslation('updates');
  return (
    <Overlay
      title={t('command.title')}
      closeLabel={t('command.close')}
      place="center"
      width="wide"
      testId="updates-command-dialog"
      onClose={onClose}
    >
      <p className="text-pretty text-ink-soft">{t('command.text')}</p>
      <textarea
        readOnly
        dir="ltr"
        rows={3}
        aria-label={t('command.label')}
        value={command}
        data-testid="updates-command"
        onFocus={(event) => event.currentTarget.select()}
        className="w-full rounded-control border border-line bg-sunken p-3 font-mono text-small"
      />
    </Overlay>
  );
}
