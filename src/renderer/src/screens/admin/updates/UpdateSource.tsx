import { useTranslation } from 'react-i18next';
import { type UpdateChoice, updateChoiceSchema, updateSources } from '../../../../../shared/model/updates';
import { askAgain } from '../../../data/query';
import { useCommand } from '../../../data/useCommand';
import { i18n } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { RadioRows } from '../../../ui/RadioRows';
import { SettingGroup, SettingSwitch, SettingText } from '../../../ui/Setting';

const isRight = (wish: Partial<UpdateChoice>): boolean => updateChoiceSchema.safeParse(wish).success;

/** Nowhere, a folder, or a server; and whether at night. */
export function UpdateSource({ choice }: { readonly choice: UpdateChoice }) {
  const { t } = useTranslation('updates');
  const { busy, runBare } = useCommand();
  async function change(wish: Partial<UpdateChoice>): Promise<void> {
    await runBare('updates.choose', { ...choice, ...wish }, { done: () => i18n.t('admin:saved') });
    askAgain('updates.status');
  }
  async function chooseFolder(): Promise<void> {
    const chosen = await runBare('backups.chooseFolder', {});
    if (chosen?.path != null) await change({ folder: chosen.path });
  }
  return (
    <SettingGroup title={t('from.title')} text={t('from.text')}>
      <div className="flex flex-col gap-2">
        <RadioRows
          label={t('from.label')}
          value={choice.source}
          rows={updateSources.map((key) => ({
            key,
            text: t(`from.${key}`),
            testId: `updates-from-${key}`,
          }))}
          onChange={(key) => {
            const source = updateSources.find((one) => one === key);
            if (source !== undefined) void change({ source });
          }}
        />
        <p className="text-small text-pretty text-ink-soft">{t(`from.${choice.source}Text`)}</p>
      </div>
      {choice.source === 'folder' && (
        <div className="flex flex-wrap items-end gap-3">
          <SettingText
            label={t('from.path')}
            value={choice.folder}
            testId="updates-folder"
            className="min-w-64 grow"
            problem={(folder) => (isRight({ folder }) ? null : t('from.pathProblem'))}
            onSave={(folder) => void change({ folder })}
          />
          <Button
            icon="folder"
            busy={busy}
            onPress={() => void chooseFolder()}
            data-testid="updates-choose-folder"
          >
            {t('from.choose')}
          </Button>
        </div>
      )}
      {choice.source === 'server' && (
        <SettingText
          label={t('from.address')}
          value={choice.address}
          placeholder="https://"
          testId="updates-address"
          problem={(address) => (isRight({ address }) ? null : t('from.addressProblem'))}
          onSave={(address) => void change({ address })}
        />
      )}
      {choice.source !== 'off' && (
        <SettingSwitch
          label={t('from.night')}
          text={t('from.nightText')}
          value={choice.atNight}
          testId="updates-at-night"
          onChange={(atNight) => void change({ atNight })}
        />
      )}
    </SettingGroup>
  );
}
