import { useTranslation } from 'react-i18next';
import type { Source, Stage } from '../../../shared/model/token';
import { cx } from './cx';
import { Icon, type IconName } from './Icon';

interface Look {
  readonly icon: IconName;
  readonly colour: string;
}

const sourceLooks: Record<Source, Look> = {
  emergency: { icon: 'emergency', colour: 'bg-emergency-soft text-emergency' },
  paid: { icon: 'star', colour: 'bg-paid-soft text-paid' },
  follow_up: { icon: 'return', colour: 'bg-follow-up-soft text-follow-up' },
  walk_in: { icon: 'walk', colour: 'bg-walk-in-soft text-walk-in' },
  online: { icon: 'globe', colour: 'bg-online-soft text-online' },
};

const stageLooks: Record<Stage, Look> = {
  booked: { icon: 'calendar', colour: 'bg-sunken text-ink-soft' },
  checked_in: { icon: 'check', colour: 'bg-accent-soft text-on-accent-soft' },
  called: { icon: 'bell', colour: 'bg-signal text-on-signal' },
  in_consultation: { icon: 'door', colour: 'bg-accent text-on-accent' },
  on_hold: { icon: 'pause', colour: 'bg-warn-soft text-warn' },
};

/** Kind of visit: a colour and an icon and a word. */
export function SourceBadge({ source, className }: { readonly source: Source; readonly className?: string }) {
  const { t } = useTranslation();
  return <Badge look={sourceLooks[source]} text={t(`source.${source}`)} className={className} />;
}

/** Where the patient is: a colour and an icon and a word. */
export function StageBadge({ stage, className }: { readonly stage: Stage; readonly className?: string }) {
  const { t } = useTranslation();
  return <Badge look={stageLooks[stage]} text={t(`stage.${stage}`)} className={className} />;
}

interface BadgeProps {
  readonly look: Look;
  readonly text: string;
  readonly className?: string | undefined;
}

function Badge({ look, text, className }: BadgeProps) {
  return (
    <span
      className={cx(
        'inline-flex shrink-0 items-center gap-1 rounded-small inset-ring inset-ring-current/15 px-2 py-0.5 text-caption font-semibold whitespace-nowrap',
        look.colour,
        className,
      )}
    >
      <Icon name={look.icon} className="size-[1.1em]" />
      {text}
    </span>
  );
}
