import { useStore } from 'zustand';
import { languageFacts } from '../i18n/languages';
import type { Announcement, Announcer } from './announcer';
import type { Part } from './timeline';

interface Props {
  readonly announcer: Announcer;
  readonly className?: string;
}

/** What the voice says, as text: read out by a screen reader, and the record of what was planned. */
export function Announcements({ announcer, className = 'sr-only' }: Props) {
  const announcements = useStore(announcer.view, (view) => view.announcements);
  return (
    <div role="log" aria-live="polite" className={className} data-testid="announcements">
      {announcements.filter(wasBegun).map(({ key, texts, state, parts }) => (
        <div key={key} data-testid="announcement" data-state={state} data-plan={planText(parts)}>
          {texts.map(({ language, text }) => (
            <p key={language} lang={language} dir={languageFacts[language].direction}>
              {text}
            </p>
          ))}
        </div>
      ))}
    </div>
  );
}

/** What was not said aloud is on the board; reading it out late would mislead as much. */
function wasBegun({ parts }: Announcement): boolean {
  return parts.length > 0;
}

/** `common/chime@0.0+1500.0 en/token-number@1880.0+1080.0`: each clip with its begin and length in ms. */
function planText(parts: readonly Part[]): string {
  const words = parts.flatMap((part) =>
    part.kind === 'system'
      ? [`system/${part.language}`]
      : part.timeline.cues.map(
          ({ clip, startsAt, lasts }) => `${clip}@${startsAt.toFixed(1)}+${lasts.toFixed(1)}`,
        ),
  );
  return words.join(' ');
}
