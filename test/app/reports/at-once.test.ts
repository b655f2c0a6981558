import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reportNames } from '../../../src/shared/model/report-figures';
import { serviceDaySchema } from '../../../src/shared/model/time';
import { MONDAY, openClinic, staff, type TestClinic, temporaryFolder, unwrap } from '../../helpers/clinic';

const openReports = (): Promise<TestClinic> => openClinic({ path: join(temporaryFolder(), 'opd.db') });
const monday = serviceDaySchema.parse(MONDAY);

test('views that are saved and removed at the same moment take nothing from one another', async () => {
  const { app } = await openReports();
  const view = (name: string) => ({ name, look: { report: 'waits' }, range: 'today' }) as const;
  await app.call('reports.saveView', view('Old'), staff);
  await Promise.all([
    ...['A', 'B', 'C'].map((name) => app.call('reports.saveView', view(name), staff)),
    app.call('reports.removeView', { name: 'Old' }, staff),
  ]);
  const views = unwrap(await app.call('reports.views', {}, staff));
  expect(views.map(({ name }) => name)).toEqual(['A', 'B', 'C']);
});

test('the folder and the kinds of summaries, changed at the same moment, are both as they were chosen', async () => {
  const { app, environment } = await openReports();
  await Promise.all([
    app.call('reports.changeSummaries', { to: 'exports' }, staff),
    app.call('reports.changeSummaries', { periods: ['month'] }, staff),
  ]);
  expect(unwrap(await app.call('reports.summaries', {}, staff))).toMatchObject({
    folder: environment.exportFolder,
    periods: ['month'],
  });
});

test('of two readings of one name the earlier is stopped', async () => {
  const { app } = await openReports();
  const ask = () =>
    app.call('reports.read', { report: 'waits', from: monday, to: monday, readingId: 'one' }, staff);
  const [earlier, later] = await Promise.all([ask(), ask()]);
  expect(earlier).toMatchObject({ ok: false, error: { code: 'CONFLICT' } });
  expect(later.ok).toBe(true);
});

test('days of years that nobody means are refused, and those at the edge are read', async () => {
  const { app } = await openReports();
  const day = (text: string) => serviceDaySchema.parse(text);
  const ask = (from: string, to: string, report: (typeof reportNames)[number] = 'waits') =>
    app.call('reports.read', { report, from: day(from), to: day(to) }, staff);
  const refused = { ok: false, error: { code: 'INVALID_INPUT' } };
  expect(await ask('9999-12-01', '9999-12-31')).toMatchObject(refused);
  expect(await ask('0000-01-01', '0000-01-31')).toMatchObject(refused);
  for (const report of reportNames) {
    expect(await ask('9989-01-01', '9998-12-31', report)).toMatchObject({ ok: true });
    expect(await ask('1900-01-01', '1909-12-31', report)).toMatchObject({ ok: true });
  }
});
