import type { Handlers } from '../call';
import type { Commands } from '../run/plan';
import { countNeeds } from './needs';
import { callOffRules, scheduleRules } from './schedule';
import { listVersions } from './versions';

export const rulesCommands = {
  'rules.schedule': scheduleRules,
  'rules.callOff': callOffRules,
} satisfies Commands;

export const rulesQueries: Handlers<'rules.versions' | 'rules.needs'> = {
  'rules.versions': listVersions,
  'rules.needs': countNeeds,
};
