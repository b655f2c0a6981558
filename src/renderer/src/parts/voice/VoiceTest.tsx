import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { VoiceSettings } from '../../../../shared/model/board-settings';
import { Alert } from '../../ui/Alert';
import { Button } from '../../ui/Button';
import { Announcements } from '../../voice/Announcements';
import { type Announcer, createAnnouncer } from '../../voice/announcer';
import { clinicClock } from '../../voice/useAnnouncer';

/** Says a call as the waiting room would hear it. Whoever tests wants to hear it now, whatever the hour. */
export function VoiceTest({ voice }: { readonly voice: VoiceSettings }) {
  const { t } = useTranslation('voice');
  const [announcer, setAnnouncer] = useState<Announcer | null>(null);
  useEffect(() => announcer?.follow(audible(voice)), [announcer, voice]);
  useEffect(() => announcer?.close, [announcer]);

  function test(): void {
    const made = announcer ?? createAnnouncer(clinicClock, audible(voice));
    setAnnouncer(made);
    made.call({
      key: crypto.randomUUID(),
      number: 'A-017',
      room: '3',
      doctorName: '',
      recall: false,
      at: clinicClock.now(),
    });
  }

  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {announcer === null ? (
          <TestButton onPress={test} />
        ) : (
          <Sounding announcer={announcer} onTest={test} />
        )}
        <p className="min-w-0 text-small text-pretty text-ink-soft">{t('testText')}</p>
      </div>
      {announcer !== null && <Outcome announcer={announcer} />}
    </div>
  );
}

function audible(voice: VoiceSettings): VoiceSettings {
  return { ...voice, muted: false, quietFrom: null, quietUntil: null };
}

function TestButton({ onPress }: { readonly onPress: () => void }) {
  const { t } = useTranslation('voice');
  return (
    <Button tone="primary" icon="speaker" onPress={onPress} data-testid="voice-test">
      {t('test')}
    </Button>
  );
}

interface SoundingProps {
  readonly announcer: Announcer;
  readonly onTest: () => void;
}

function Sounding({ announcer, onTest }: SoundingProps) {
  const { t } = useTranslation('voice');
  const isSaying = useStore(announcer.view, ({ announcements }) => announcements.at(-1)?.state === 'saying');
  if (!isSaying) return <TestButton onPress={onTest} />;
  return (
    <Button icon="close" onPress={announcer.stop} data-testid="voice-stop">
      {t('stop')}
    </Button>
  );
}

function Outcome({ announcer }: { readonly announcer: Announcer }) {
  const { t } = useTranslation('voice');
  const { announcements, broken, silentVoices } = useStore(announcer.view);
  return (
    <>
      <Announcements
        announcer={announcer}
        className="flex flex-col gap-2 rounded-control bg-sunken px-4 py-3 font-semibold empty:hidden [&>*:not(:last-child)]:hidden"
      />
      {announcements.at(-1)?.state === 'soundless' && (
        <Alert tone="warn" title={t('soundless')} text={t('soundlessText')} testId="voice-soundless" />
      )}
      {silentVoices.length > 0 && (
        <Alert tone="warn" title={t('silentVoice')} text={t('silentVoiceText')} testId="voice-silent" />
      )}
      {broken.length > 0 && (
        <Alert
          tone="warn"
          title={t('broken')}
          text={t('brokenText', { clips: broken.join(', ') })}
          testId="voice-broken"
        />
      )}
    </>
  );
}
