import { create } from 'zustand';
import {
  type SettingsChange,
  type SettingsImpact,
  settingsImpactSchema,
} from '../../../../shared/model/settings';
import type { AppError } from '../../../../shared/result';
import { send } from '../../data/command';
import { tell } from '../../data/query';
import { i18n } from '../../i18n';

interface Question {
  readonly change: SettingsChange;
  readonly would: SettingsImpact;
}

/** A change that would reach people, waiting for a yes; null: nothing is asked. */
export const useQuestion = create<{ readonly question: Question | null }>(() => ({ question: null }));

/** Saves a change of settings and says how it went; one that would mark or move anybody is asked about first. */
export async function save(change: SettingsChange, confirmed = false): Promise<void> {
  // Each control by itself: a switch does not wait for a field above it.
  await send(
    'settings.change',
    { ...change, confirmed },
    {
      done: () => i18n.t('admin:saved'),
      after: (settings) => tell('settings.read', {}, settings),
      refused: (error) => {
        const would = wouldOf(error);
        if (would !== null) useQuestion.setState({ question: { change, would } });
        return would !== null;
      },
    },
  );
}

function wouldOf({ details }: AppError): SettingsImpact | null {
  const parsed = settingsImpactSchema.safeParse(details?.would);
  return parsed.success ? parsed.data : null;
}
