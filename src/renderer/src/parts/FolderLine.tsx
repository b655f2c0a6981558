import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FolderName, Folders } from '../../../shared/contract/clinic';
import { call } from '../api/client';
import { Button } from '../ui/Button';
import { sayError } from '../ui/toasts';

interface Props {
  readonly folder: FolderName;
}

/**
 * Where files of one kind are, in full, and a button that opens the folder where somebody sits in front of it. Asked
 * once: a folder that was set anew needs a new key.
 */
export function FolderLine({ folder }: Props) {
  const { t } = useTranslation(['slips', 'common']);
  const folders = useFolders();
  const path = folders?.paths[folder];
  if (folders === null || path === null || path === undefined) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <bdi
        dir="ltr"
        data-testid={`folder-${folder}`}
        className="min-w-0 text-small break-all text-ink-soft select-text"
      >
        {path}
      </bdi>
      {folders.canOpen && (
        <Button
          size="small"
          icon="folder"
          onPress={() => void open(folder)}
          data-testid={`folder-${folder}-open`}
        >
          {t('openFolder')}
        </Button>
      )}
    </div>
  );
}

async function open(folder: FolderName): Promise<void> {
  const answer = await call('folders.open', { folder });
  if (!answer.ok) sayError(answer.error);
}

function useFolders(): Folders | null {
  const [folders, setFolders] = useState<Folders | null>(null);
  useEffect(() => {
    let isShown = true;
    void call('folders.list', {}).then((answer) => {
      if (isShown && answer.ok) setFolders(answer.value);
    });
    return () => {
      isShown = false;
    };
  }, []);
  return folders;
}
