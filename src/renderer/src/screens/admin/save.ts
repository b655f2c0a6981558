import { create } from 'zustand';
import {
  type SettingsChange,
  type SettingsImpact,
  settingsImpactSchema,
} from '../../../../shared/model/settings';
import type { AppError } from '../../../../shared/result';
import { changeSettings } from '../../data/settings';
import { i18n } from '../../i18n';
import { say, sayError } from '../../ui/toasts';

interface Question {
  readonly change: SettingsChange;
  readonly would: SettingsImpact;
}

/** A change that would reach people, waiting for a yes; null: nothing is asked. */
export const useQuestion = create<{ readonly question: Question | null }>(() => ({ question: null }));

/** Saves a change of settings and says how it went; one that would mark or move anybody is asked about first. */
export async function save(change: SettingsChange, confirmed = false): Promise<void> {
  const answer = await changeSettings(change, confirmed);
  if (answer.ok) {
    say(i18n.t('admin:saved'));
    return;
  }
  const would = wouldOf(answer.error);
  if (would === null) sayError(answer.error);
  else useQuestion.setState({ question: { change, would } });
}

function wouldOf({ details }: AppError): SettingsImpact | null {
  const parsed = settingsImpactSchema.safeParse(details?.would);
  return parsed.success ? parsed.data : null;
}
