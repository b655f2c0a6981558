import { useTranslation } from 'react-i18next';
import type { FolderName } from '../../../shared/contract/clinic';
import { useCall } from '../data/query';
import { useCommand } from '../data/useCommand';
import { Button } from '../ui/Button';

interface Props {
  readonly folder: FolderName;
  /** A file in it, in full, which was just saved: shown in place of the folder. */
  readonly file?: string;
}

/**
 * Where files of one kind are, in full, and a button that opens the folder where somebody sits in front of it.
 */
export function FolderLine({ folder, file }: Props) {
  const { t } = useTranslation(['slips', 'common']);
  const folders = useCall('folders.list', {}).value;
  const { runBare } = useCommand();
  const path = folders?.paths[folder];
  if (folders === undefined || path === null || path === undefined) return null;
  const testId = file === undefined ? `folder-${folder}` : 'saved-file';
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <bdi dir="ltr" data-testid={testId} className="min-w-0 text-small break-all text-ink-soft select-text">
        {file ?? path}
      </bdi>
      {folders.canOpen && (
        <Button
          size="small"
          icon="folder"
          onPress={() => void runBare('folders.open', { folder })}
          data-testid={`${testId}-open`}
        >
          {t('openFolder')}
        </Button>
      )}
    </div>
  );
}
