import type { Source } from '../../../../shared/model/token';
import type { IconName } from '../../ui/Icon';

interface SourceLook {
  readonly icon: IconName;
  readonly text: string;
  /** As the chosen one of a few. */
  readonly chosen: string;
}

/** Each kind of visit has a colour, an icon and a word; the word stands beside. */
export const sourceLooks: Readonly<Record<Source, SourceLook>> = {
  emergency: {
    icon: 'emergency',
    text: 'text-emergency',
    chosen: 'data-selected:bg-emergency-soft data-selected:text-emergency data-selected:border-emergency',
  },
  paid: {
    icon: 'star',
    text: 'text-paid',
    chosen: 'data-selected:bg-paid-soft data-selected:text-paid data-selected:border-paid',
  },
  follow_up: {
    icon: 'return',
    text: 'text-follow-up',
    chosen: 'data-selected:bg-follow-up-soft data-selected:text-follow-up data-selected:border-follow-up',
  },
  walk_in: {
    icon: 'walk',
    text: 'text-walk-in',
    chosen: 'data-selected:bg-walk-in-soft data-selected:text-walk-in data-selected:border-walk-in',
  },
  online: {
    icon: 'globe',
    text: 'text-online',
    chosen: 'data-selected:bg-online-soft data-selected:text-online data-selected:border-online',
  },
};
