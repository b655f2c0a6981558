import { expect, it } from 'vitest';
import { kiosk, openClinic, staff, unwrap } from '../../helpers/clinic';

it('a wrong PIN is on record: whose it would have been and where, never what was typed; a pause adds nothing', async () => {
  const { app, store } = await openClinic();
  const asha = unwrap(
    await app.call('persons.save', { name: 'Asha Rao', initials: 'AR', roleId: 'admin', pin: '7391' }, staff),
  );
  for (let time = 0; time < 8; time += 1)
    await app.call('persons.signIn', { personId: asha.id, pin: '4444' }, staff);
  await app.call('kiosk.leave', { initials: 'XX', pin: '4444' }, kiosk);
  await app.call('persons.signIn', { initials: 'ZZ', pin: '4444' }, staff);
  const lines = await store.auditLines({ kind: 'persons.wrongPin' }, 100);
  expect(lines.map(({ by, details }) => [by.screen, details.personId])).toEqual([
    ['kiosk', null],
    ...Array.from({ length: 5 }, () => ['home', asha.id]),
  ]);
  expect(JSON.stringify(lines)).not.toContain('4444');
  expect(await store.checkAudit(null, 1_000)).toMatchObject({ fault: null, isEnd: true });
});
