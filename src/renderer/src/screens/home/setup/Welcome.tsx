import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../../data/query';
import { useStatus } from '../../../data/status';
import { useCommand } from '../../../data/useCommand';
import { staffLanguages } from '../../../i18n/languages';
import { chooseStaffLanguage } from '../../../i18n/staffLanguage';
import { ReceptionDialog } from '../../../parts/computer/ReceptionDialog';
import { LanguageSwitch } from '../../../parts/LanguageSwitch';
import { PractiseButton } from '../../../parts/practice/PractiseButton';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';

/** Before anything is there: the language, then the clinic itself, or a made-up one to try. */
export function Welcome({ onBegin }: { readonly onBegin: () => void }) {
  const { t } = useTranslation('setup');
  const canPractise = useStatus()?.canPractise === true;
  const { busy, runBare } = useCommand();
  return (
    <EmptyState icon="stethoscope" title={t('welcome.title')} text={t('welcome.text')} testId="setup-welcome">
      <LanguageSwitch
        label={t('welcome.language')}
        languages={staffLanguages}
        testId="setup-language"
        onChoose={chooseStaffLanguage}
        className="flex rounded-control border border-line-strong p-0.5"
        choiceClassName="px-5 py-1.5 data-selected:bg-accent data-selected:text-on-accent"
      />
      <Button
        tone="primary"
        size="large"
        shortcut="Enter"
        autoFocus
        onPress={onBegin}
        data-testid="setup-begin"
      >
        {t('welcome.begin')}
      </Button>
      {canPractise && (
        <div className="flex flex-col items-center gap-2 border-t border-line pt-3">
          <p className="text-pretty text-ink-soft">{t('welcome.before')}</p>
          {/* Nothing is here yet: it asks nothing, and can be left again. */}
          <Button
            tone="quiet"
            busy={busy}
            onPress={() => void runBare('backups.goBack', {})}
            data-testid="setup-restore"
          >
            {t('welcome.restore')}
          </Button>
        </div>
      )}
      <OtherComputer />
      {canPractise && (
        <div className="flex flex-col items-center gap-2 border-t border-line pt-3">
          <p className="text-pretty text-ink-soft">{t('welcome.practise')}</p>
          <PractiseButton asks={false} tone="quiet" />
        </div>
      )}
    </EmptyState>
  );
}

/** A second computer of the clinic: it enters nothing, and shows what the first one has. */
function OtherComputer() {
  const { t } = useTranslation(['setup', 'computer']);
  const canChoose = useCall('computer.read', {}).value != null;
  const [isChoosing, choose] = useState(false);
  if (!canChoose) return null;
  return (
    <div className="flex flex-col items-center gap-2 border-t border-line pt-3">
      <p className="text-pretty text-ink-soft">{t('welcome.other')}</p>
      <Button tone="quiet" onPress={() => choose(true)} data-testid="setup-other-computer">
        {t('computer:other.choose')}
      </Button>
      {isChoosing && <ReceptionDialog onClose={() => choose(false)} />}
    </div>
  );
}
