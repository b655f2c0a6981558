import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { VoiceSettings } from '../../../shared/model/board-settings';
import { Button } from '../ui/Button';
import { Announcements } from './Announcements';
import type { Announcer } from './announcer';
import type { Call } from './call';
import { useAnnouncer } from './useAnnouncer';

interface Props {
  readonly calls: readonly Call[];
  readonly voice: VoiceSettings;
}

/**
 * The voice of a window: mount it once, with the calls as they come. It is seen only in a browser that lets no
 * page sound before it was touched.
 */
export function Voice({ calls, voice }: Props) {
  const announcer = useAnnouncer(calls, voice);
  return announcer === null ? null : <Speaking announcer={announcer} />;
}

function Speaking({ announcer }: { readonly announcer: Announcer }) {
  const { t } = useTranslation('announcement');
  const needsTap = useStore(announcer.view, (view) => view.needsTap);
  return (
    <>
      <Announcements announcer={announcer} />
      {needsTap && (
        <Button
          tone="signal"
          size="large"
          icon="speaker"
          onPress={announcer.wake}
          data-testid="voice-tap"
          className="fixed inset-x-0 bottom-6 z-50 mx-auto w-fit"
        >
          {t('tap')}
        </Button>
      )}
    </>
  );
}
