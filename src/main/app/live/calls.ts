import { ok } from '../../../shared/result';
import type { Handlers } from '../call';
import { acknowledge, alarmsToday } from './log';
import { viewLive } from './view';

/** The morning as it goes. */
export const liveHandlers: Handlers<'live.view' | 'live.alarms' | 'live.acknowledge'> = {
  'live.view': async (call) => ok(await viewLive(call)),
  'live.alarms': async (call) => ok([...(await alarmsToday(call))].reverse()),
  'live.acknowledge': (call, { alarmId }) => acknowledge(call, alarmId),
};
