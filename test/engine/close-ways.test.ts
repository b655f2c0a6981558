import { expect, it } from 'vitest';
import { clinic } from './helpers/clinic';

it('R16: whoever was here or waiting was not seen in the way said of all, or of each', () => {
  const c = clinic({ seats: [2], at: '9:00', rules: { joinRunningSlot: 'always', maxEmergencyOverflow: 0 } });
  const absent = c.issue('online');
  const [left, away] = [c.issue('walk_in'), c.issue('walk_in')];
  c.at('13:00').do('closeDay', {
    unseen: 'doctor_gone',
    unseenEach: [
      { tokenId: left, as: 'left_unseen' },
      // Of whom never came nothing else can be said.
      { tokenId: absent, as: 'sent_away' },
    ],
  });
  expect(c.token(left)).toMatchObject({ cancelReason: 'left_unseen' });
  expect(c.token(away)).toMatchObject({ cancelReason: 'doctor_gone' });
  expect(c.token(absent)).toMatchObject({ status: 'no_show' });
});

it('R16, R28: opened again everybody stands as before, and closed anew it may be said otherwise', () => {
  const c = clinic({ seats: [6], at: '9:00' });
  const here = c.issue('walk_in');
  const before = c.token(here);
  const { events } = c.do('closeDay', { unseen: 'sent_away' });
  c.do('reopenDay', { events });
  expect(c.token(here)).toEqual({ ...before, updatedAt: c.token(here)?.updatedAt });
  c.do('closeDay', undefined);
  expect(c.token(here)).toMatchObject({ cancelReason: 'not_seen' });
});
