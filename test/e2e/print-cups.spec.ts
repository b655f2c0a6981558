import type { Locator } from '@playwright/test';
import { PNG } from 'pngjs';
import { expect, type RunningApp, test, windowOf } from './helpers/app';
import { callFrom } from './helpers/bridge';
import { type PrintServer, startPrintServer } from './helpers/cups';
import { doctorId, issueOne } from './helpers/patients';
import { type Box, difference, pdfFacts, pdfPicture } from './helpers/pdf';
import { picture } from './helpers/pictures';
import { printToQueue } from './helpers/printers';

test.use({ prints: true });

const PIXELS_PER_MM = 96 / 25.4;
const WIDTH_MM = 80;

/** What two ways of drawing the same may differ by: a QR code's squares fall between the dots. */
const SAME = 0.03;
/** Another number or name differs by this much of its own box, and by three times what the same one does. */
const ANOTHER = 0.02;

let server: PrintServer;
test.beforeEach(async () => {
  server = await startPrintServer();
});
test.afterEach(() => server.end());

interface Picture {
  readonly page: PNG;
  readonly whole: Box;
  readonly number: Box;
  readonly name: Box;
}

/** The slip as the app shows it: what the paper must look like. */
async function previewOf({ home }: RunningApp, tokenId: string, name: string): Promise<Picture> {
  // On paper the slip has the margins that a printer's rollers need.
  await home.emulateMedia({ media: 'print' });
  await home.goto(`app://opd/index.html?screen=slip&token=${tokenId}&lang=hi`);
  await home.locator('html[data-ready=true]').waitFor();
  const slip = home.locator('[data-slip]');
  const boxOf = async (part: Locator): Promise<Box> => {
    const box = await part.boundingBox();
    if (box === null) throw new Error('That part of the slip is not there.');
    return box;
  };
  const { y, height } = await boxOf(slip);
  const paper = { x: 0, y, width: Math.round(WIDTH_MM * PIXELS_PER_MM), height: Math.floor(height) };
  return {
    page: PNG.sync.read(await home.screenshot({ clip: paper })),
    whole: paper,
    number: await boxOf(slip.locator('.slip-number')),
    name: await boxOf(slip.getByText(name)),
  };
}

test('Hindi kiosk tokens come out of CUPS as one page each of the slip’s size, looking as the slips do', async ({
  launch,
}) => {
  await server.addPrinter('SlipPDF');
  const app = await launch({ env: server.env });
  await printToQueue(app, 'SlipPDF');
  const kiosk = await app.openKiosk();
  const doctor = await doctorId(app, 'A');
  const names = ['रवि कुमार शर्मा', 'सुनीता देशपांडे'];
  const tokens = [];
  for (const [index, patientName] of names.entries()) {
    const { token } = await callFrom(kiosk, 'tokens.issue', {
      doctorId: doctor,
      source: 'walk_in',
      patientName,
      patientContact: `987650000${index}`,
      language: 'hi',
    });
    tokens.push(token);
    const job = () => callFrom(app.home, 'slips.job', { tokenId: token.id });
    await expect.poll(async () => (await job()).state).toBe('sent');
    expect((await job()).printer).toBe('SlipPDF');
  }

  const papers = [];
  const previews = [];
  for (const [index, { id, patientName }] of tokens.entries()) {
    const printed = await server.pdfOf(index + 1);
    const { pages, widthMm, heightMm } = await pdfFacts(printed);
    expect(pages).toBe(1);
    expect(Math.abs(widthMm - WIDTH_MM)).toBeLessThan(0.5);
    const preview = await previewOf(app, id, patientName);
    expect(Math.abs(heightMm - preview.whole.height / PIXELS_PER_MM)).toBeLessThan(2.5);
    previews.push(preview);
    papers.push(await pdfPicture(printed, preview.page.width));
  }
  for (const [index, paper] of papers.entries()) {
    const own = previews[index];
    const other = previews[1 - index];
    if (!own || !other) throw new Error('No preview.');
    expect(difference(paper, own.page, own.whole)).toBeLessThan(SAME);
    for (const part of ['number', 'name'] as const) {
      const same = difference(paper, own.page, own[part]);
      expect(difference(paper, other.page, own[part])).toBeGreaterThan(Math.max(ANOTHER, 3 * same));
    }
  }
  expect(await server.completedJobs()).toHaveLength(2);
});

test('the usual printer makes files: it gets no slip, the settings say so in words, and whoever chooses it is told what it does', async ({
  launch,
}) => {
  await server.addPrinter('SlipPDF');
  const app = await launch({ env: server.env });
  const jobOf = async (person: number) => {
    const patientContact = `900000000${person}`;
    const { id } = await issueOne(app, { patientName: `Person ${person}`, patientContact });
    await expect
      .poll(async () => (await callFrom(app.home, 'slips.job', { tokenId: id })).state)
      .toBe('sent');
    return callFrom(app.home, 'slips.job', { tokenId: id });
  };
  expect(await jobOf(1)).toMatchObject({ printer: null, pdfPath: expect.stringMatching(/A-001\.pdf$/) });
  expect(await server.completedJobs()).toEqual([]);

  await callFrom(app.home, 'windows.open', { screen: 'admin' });
  const admin = await windowOf(app.electron, 'admin');
  await admin.getByTestId('admin-printing').click();
  await expect(admin.getByTestId('printing-desk-no-paper')).toContainText('It is “SlipPDF”');
  await picture(app, admin, [1366, 768], 'printers-usual-en');
  await printToQueue(app, 'SlipPDF');
  await expect(admin.getByTestId('printing-desk-no-paper')).toContainText('makes a file of each slip');
  await picture(app, admin, [1366, 768], 'printers-chosen-en');
  expect(await jobOf(2)).toMatchObject({ printer: 'SlipPDF', pdfPath: null });
  await app.home.getByTestId('home-language-hi').click();
  await picture(app, admin, [800, 768], 'printers-chosen-hi');
});
