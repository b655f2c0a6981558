import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../data/useCommand';
import { PinField } from '../../parts/people/PinField';
import { pinProblem } from '../../parts/people/pinProblem';
import { Button } from '../../ui/Button';
import { Overlay } from '../../ui/Overlay';

interface Props {
  readonly onChosen: () => void;
  readonly onClose: () => void;
}

/** Before the first kiosk or board: nobody locks this computer's screen who could not open it again. */
export function ChooseDoorPin({ onChosen, onClose }: Props) {
  const { t } = useTranslation(['people', 'common']);
  const { busy, runBare } = useCommand();
  const [pin, setPin] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  async function choose(event: FormEvent): Promise<void> {
    event.preventDefault();
    const found = pinProblem(pin);
    setProblem(found);
    if (found === null) await runBare('kiosk.changePin', { pin }, { after: onChosen });
  }

  return (
    <Overlay
      title={t('door.choose')}
      closeLabel={t('common:dismiss')}
      place="center"
      testId="choose-door-pin"
      onClose={onClose}
    >
      <form
        noValidate
        autoComplete="off"
        onSubmit={(event) => void choose(event)}
        className="flex flex-col gap-4"
      >
        <p className="text-pretty">{t('door.chooseText')}</p>
        <PinField
          label={t('door.pin')}
          value={pin}
          error={problem}
          testId="door-pin"
          starts
          onChange={setPin}
        />
        <Button type="submit" tone="primary" busy={busy} className="self-end" data-testid="door-pin-save">
          {t('door.save')}
        </Button>
      </form>
    </Overlay>
  );
}
