import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { AppStatus } from '../../../../shared/model/app-status';
import type { Screen } from '../../../../shared/model/screen';
import { useStatus } from '../../data/status';
import { useCommand } from '../../data/useCommand';
import { Icon } from '../../ui/Icon';

/** How high it is: what is laid out by the size of the window has so much less. */
export const BANNER_REM = 2.5;

/** Patients stand before these: what is pressed there changes nothing for staff. */
const publicScreens: ReadonlySet<Screen> = new Set(['kiosk', 'board']);

/** On every screen of a practice day, over everything: nobody takes it for the clinic, and one key leads out. */
export function PracticeBanner() {
  const { t } = useTranslation();
  const status = useStatus();
  if (status?.practice !== true) return null;
  return (
    <aside
      aria-label={t('practice.name')}
      data-testid="practice-banner"
      style={{ height: `${BANNER_REM}rem` }}
      className="flex shrink-0 items-center gap-3 overflow-hidden bg-signal px-4 whitespace-nowrap text-on-signal"
    >
      <Icon name="warn" className="size-5" />
      <strong className="tracking-wide uppercase">{t('practice.name')}</strong>
      <span className="min-w-0 truncate">{t('practice.text')}</span>
      {mayLeave(status) && <LeaveButton />}
    </aside>
  );
}

function mayLeave({ canPractise, window }: AppStatus): boolean {
  return canPractise && !publicScreens.has(window.screen);
}

function LeaveButton() {
  const { t } = useTranslation();
  const { busy, runBare } = useCommand();
  async function leave(): Promise<void> {
    await runBare('practice.leave', {});
  }
  return (
    <Button
      isDisabled={busy}
      onPress={() => void leave()}
      data-testid="practice-leave"
      className="ms-auto shrink-0 cursor-pointer rounded-control bg-on-signal px-3 py-1 text-small font-bold text-signal data-hovered:opacity-85"
    >
      {t('practice.leave')}
    </Button>
  );
}
