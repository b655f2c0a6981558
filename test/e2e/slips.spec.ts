import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { long } from './helpers/long';
import { issueOne } from './helpers/patients';

test.use({ prints: true });

test('a slip that cannot be saved fails in words, and the token stands', async ({ launch, dataFolder }) => {
  writeFileSync(join(dataFolder, 'slips'), 'a file where the folder should be');
  const app = await launch();
  const token = await issueOne(app);
  await expect
    .poll(async () => (await callFrom(app.home, 'slips.job', { tokenId: token.id })).state)
    .toBe('failed');
  const job = await callFrom(app.home, 'slips.job', { tokenId: token.id });
  expect(job).toMatchObject({ problem: 'folder_denied', nextAttemptAt: null });
  const view = await callFrom(app.home, 'books.view', { doctorId: token.doctorId });
  expect(view.tokens).toMatchObject([{ number: 'A-001', status: 'active' }]);
});

test('slips of many tokens issued at once are all made, one after the other', long, async ({ launch }) => {
  const app = await launch();
  const tokens = await Promise.all(
    [1, 2, 3, 4, 5, 6].map((person) =>
      issueOne(app, { patientName: `Patient ${person}`, patientContact: `90000000${person}0` }),
    ),
  );
  expect(tokens.map(({ number }) => number).sort()).toEqual(
    [1, 2, 3, 4, 5, 6].map((sequence) => `A-00${sequence}`),
  );
  for (const { id, number } of tokens) {
    await expect
      .poll(async () => (await callFrom(app.home, 'slips.job', { tokenId: id })).state)
      .toBe('sent');
    const { pdfPath } = await callFrom(app.home, 'slips.job', { tokenId: id });
    expect(pdfPath).toContain(`${number}.pdf`);
  }
});
