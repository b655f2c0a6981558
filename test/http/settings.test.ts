import { expect, test } from 'vitest';
import { wireName } from '../../src/main/http/wire';
import { type Settings, settingsSchema } from '../../src/shared/model/settings';
import { openServer } from '../helpers/http';

const sections = Object.entries(settingsSchema.shape).map(
  ([section, schema]) => [section as keyof Settings, Object.keys(schema.unwrap().shape)] as const,
);

test.each(sections)('every setting of %s is read and changed over HTTP', async (section, names) => {
  const server = await openServer();
  const isFlat = section === 'rules' || section === 'clinic';
  const all = (await server.ask('GET', '/settings')).body;
  const shown = (isFlat ? all : all[section]) as Record<string, unknown>;
  for (const name of names) {
    const field = wireName(name);
    expect(Object.keys(shown)).toContain(field);
    const one = { [field]: shown[field] };
    const changed = await server.ask('PATCH', '/settings', isFlat ? one : { [section]: one });
    expect([field, changed.status, changed.body]).toEqual([field, 200, all]);
  }
});

test('times of day are written as on the clock: when the day begins, closes, and is quiet', async () => {
  const server = await openServer();
  const times = { day_starts_at: '05:00', close_day_at: '21:30' };
  const voice = { quiet_from: '13:00', quiet_until: '14:00' };
  const changed = await server.ask('PATCH', '/settings', { ...times, voice });
  expect([changed.status, changed.body]).toEqual([
    200,
    expect.objectContaining({ ...times, voice: expect.objectContaining(voice) }),
  ]);
  expect((await server.clinic.store.settings()).clinic).toMatchObject({
    dayStartsAtMinute: 300,
    closeDayAtMinute: 1290,
  });
  expect((await server.ask('PATCH', '/settings', { close_day_at: null })).body.close_day_at).toBeNull();
  for (const wrong of [{ day_starts_at: '13:00' }, { close_day_at: 1290 }, { close_day_at: '9:00' }]) {
    const refused = await server.ask('PATCH', '/settings', wrong);
    expect([refused.status, refused.body.error?.details.field]).toEqual([400, Object.keys(wrong)[0]]);
  }
});

test('of a group, too, only what is given changes: the kiosk’s own printer keeps the rest', async () => {
  const server = await openServer();
  await server.ask('PATCH', '/settings', { print: { kiosk: { way: 'network', host: '10.0.0.9' } } });
  const changed = await server.ask('PATCH', '/settings', { print: { kiosk: { paper: 'a6' } } });
  const print = changed.body.print as Record<string, unknown>;
  expect([changed.status, print.kiosk]).toEqual([
    200,
    expect.objectContaining({ way: 'network', host: '10.0.0.9', paper: 'a6', port: 9100, cut: true }),
  ]);
  const none = await server.ask('PATCH', '/settings', { print: { kiosk: null } });
  expect(none.body.print).toMatchObject({ kiosk: null });
});

test('two who change settings at the same moment both have theirs, though patients must be looked at first', async () => {
  const server = await openServer();
  for (const doctor_id of server.clinic.doctorIds) await server.issue({ doctor_id });
  for (const recalls of [1, 2, 4]) {
    const changes = [
      { max_recalls: recalls },
      { held_back_calls: recalls + 5 },
      { clinic_name: `Clinic ${recalls}` },
    ];
    const done = await Promise.all(changes.map((change) => server.ask('PATCH', '/settings', change)));
    expect(done.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await server.ask('GET', '/settings')).body).toMatchObject(Object.assign({}, ...changes));
  }
});

test('the clinic’s logo is not too large for a request, and other things are', async () => {
  const server = await openServer();
  const logo = `data:image/png;base64,${'A'.repeat(300_000)}`;
  expect((await server.ask('PATCH', '/settings', { print: { logo } })).status).toBe(200);
  const page = await server.ask('POST', '/rpc/settings.change', { print: { logo: null } });
  expect(page.body).toMatchObject({ ok: true, value: { print: { logo: null } } });
  expect((await server.ask('POST', '/doctors', { name: 'x'.repeat(70_000) })).status).toBe(413);
});
