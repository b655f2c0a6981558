import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../../../shared/model/language';
import type { PrintTarget } from '../../../../../shared/model/print-settings';
import { type SetUpStep, setUpSteps } from '../../../../../shared/model/set-up';
import type { SettingsChange } from '../../../../../shared/model/settings';
import { send } from '../../../data/command';
import { useSettings } from '../../../data/settings';
import { useCommand } from '../../../data/useCommand';
import { currentLanguage } from '../../../i18n';
import { BackupPlaces } from '../../../parts/backups/BackupPlaces';
import { ClinicTimes } from '../../../parts/clinic/ClinicTimes';
import { LogoField } from '../../../parts/printing/LogoField';
import { TargetFields } from '../../../parts/printing/TargetFields';
import { TestPrint } from '../../../parts/printing/TestPrint';
import { usePrinters } from '../../../parts/printing/usePrinters';
import { ConfirmChange } from '../../../parts/settings/ConfirmChange';
import { save } from '../../../parts/settings/save';
import { VoiceTest } from '../../../parts/voice/VoiceTest';
import { Button } from '../../../ui/Button';
import { SettingGroup, SettingSwitch, SettingText } from '../../../ui/Setting';
import { Splash } from '../../../ui/Splash';
import { MissingList } from '../MissingList';
import { DoctorsStep } from './DoctorsStep';
import { PeopleStep } from './PeopleStep';
import { StepFrame } from './StepFrame';
import type { StepProps } from './steps';
import { Welcome } from './Welcome';

interface Props {
  /** Where it was left; null: it has not begun. */
  readonly from: SetUpStep | null;
  readonly onDone: () => void;
}

/**
 * A new clinic, from nothing to a desk that gives out tokens. What is entered is saved at once, and the step with it: it may
 * be left anywhere, and goes on there.
 */
export function SetUp({ from, onDone }: Props) {
  const [step, setShownStep] = useState<SetUpStep | 'welcome'>(from ?? 'welcome');
  const settings = useSettings();
  const { runBare } = useCommand();
  const setStep = (to: SetUpStep): void => {
    setShownStep(to);
    void keepStep(to);
  };
  if (step === 'welcome') {
    return (
      <Welcome
        onBegin={() => {
          setStep('clinic');
          void keepLanguage(currentLanguage());
        }}
      />
    );
  }
  if (settings === null) return <Splash />;
  const next = (): void => setStep(setUpSteps[setUpSteps.indexOf(step) + 1] ?? step);
  const frame = { step, onGo: setStep, onNext: next };

  async function openDesk(): Promise<void> {
    await runBare('windows.open', { screen: 'desk' });
    end();
  }
  function end(): void {
    void keepStep(null);
    onDone();
  }

  return (
    <>
      {step === 'clinic' && <ClinicStep {...frame} key={step} settings={settings} />}
      {step === 'doctors' && <DoctorsStep {...frame} key={step} settings={settings} />}
      {step === 'people' && <PeopleStep {...frame} key={step} settings={settings} />}
      {step === 'printer' && <PrinterStep {...frame} key={step} settings={settings} />}
      {step === 'voice' && <VoiceStep {...frame} key={step} settings={settings} />}
      {step === 'backups' && (
        <StepFrame {...frame} key={step}>
          <BackupPlaces backup={settings.backup} />
        </StepFrame>
      )}
      {step === 'done' && <DoneStep {...frame} key={step} onNext={() => void openDesk()} onHome={end} />}
      <ConfirmChange />
    </>
  );
}

/** A clinic whose staff read another language than English prints, shows and says it as well; English stays beside it. */
async function keepLanguage(language: Language): Promise<void> {
  if (language === 'en') return;
  const change = {
    clinic: { language },
    board: { language, secondLanguage: 'en' },
    voice: { languages: [language, 'en'] },
  } satisfies SettingsChange;
  await send('settings.change', change, { refused: () => true });
}

/** It goes without saying; where it cannot be kept, the set-up begins anew another time. */
async function keepStep(setUp: SetUpStep | null): Promise<void> {
  await send('settings.change', { clinic: { setUp } }, { refused: () => true });
}

function ClinicStep({ settings: { clinic, print }, ...frame }: StepProps) {
  const { t } = useTranslation(['setup', 'admin']);
  return (
    <StepFrame {...frame} startsInFields>
      {/* Enter in a field saves it, and goes on. */}
      <form
        noValidate
        className="contents"
        onSubmit={(event) => {
          event.preventDefault();
          if (event.currentTarget.querySelector('[aria-invalid="true"]') === null) frame.onNext();
        }}
      >
        <SettingGroup title={t('admin:clinic.title')}>
          <SettingText
            label={t('admin:clinic.name')}
            value={clinic.clinicName}
            testId="setup-clinic-name"
            problem={(typed) =>
              typed.trim() === '' || typed.trim().length > 80 ? t('admin:clinic.nameProblem') : null
            }
            onSave={(clinicName) => void save({ clinic: { clinicName } })}
          />
          <ClinicTimes clinic={clinic} />
          <LogoField logo={print.logo} onChange={(logo) => void save({ print: { logo } })} />
          <button type="submit" hidden tabIndex={-1} />
        </SettingGroup>
      </form>
    </StepFrame>
  );
}

function PrinterStep({ settings: { print }, ...frame }: StepProps) {
  const { t } = useTranslation('setup');
  const printers = usePrinters();
  // A test that is pressed right after a field was left must use what was typed there.
  const saving = useRef<Promise<void>>(Promise.resolve());
  const change = (part: Partial<PrintTarget>): void => {
    saving.current = save({ print: { desk: { ...print.desk, ...part } } });
  };
  return (
    <StepFrame {...frame}>
      <SettingGroup title={t('printer.desk')}>
        <TargetFields station="desk" target={print.desk} printers={printers} onChange={change} />
        <TestPrint station="desk" target={print.desk} settled={() => saving.current} />
      </SettingGroup>
    </StepFrame>
  );
}

function VoiceStep({ settings: { voice }, ...frame }: StepProps) {
  const { t } = useTranslation(['voice', 'setup']);
  return (
    <StepFrame {...frame}>
      <SettingGroup title={t('title')} text={t('text')}>
        <SettingSwitch
          label={t('on')}
          text={t('onText')}
          value={!voice.muted}
          testId="setup-voice-on"
          onChange={(on) => void save({ voice: { muted: !on } })}
        />
        <VoiceTest voice={voice} />
      </SettingGroup>
    </StepFrame>
  );
}

function DoneStep({ onHome, ...frame }: Omit<StepProps, 'settings'> & { readonly onHome: () => void }) {
  const { t } = useTranslation('setup');
  return (
    <StepFrame {...frame} nextLabel={t('done.desk')}>
      <MissingList />
      <Button className="self-start" onPress={onHome} data-testid="setup-home">
        {t('done.home')}
      </Button>
    </StepFrame>
  );
}
