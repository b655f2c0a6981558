import { expect, test } from 'vitest';
import { pageSize } from '../../src/main/print/page-size';
import { printOptions } from '../../src/main/print/print-options';
import { type Paper, papers } from '../../src/shared/model/print-settings';

function options(paper: Paper, platform: NodeJS.Platform, printer = 'Slip') {
  const size = pageSize(paper, 119.2);
  if (size === undefined) throw new Error('No such page.');
  return printOptions(printer, size, platform);
}

test('a page has the size of its paper in microns and no margins, and goes to the printer that is named', () => {
  expect(options('roll_80', 'linux')).toEqual({
    silent: true,
    deviceName: 'Slip',
    margins: { marginType: 'none' },
    pageSize: { width: 80_000, height: 121_000 },
  });
  expect(options('a6', 'linux', '')).toEqual({
    silent: true,
    margins: { marginType: 'none' },
    pageSize: { width: 105_000, height: 148_000 },
  });
});

test('Windows is told the dots of a head where the paper is a roll; elsewhere the system knows', () => {
  const told = papers.map((paper) => [paper, options(paper, 'win32').dpi]);
  const head = { horizontal: 203, vertical: 203 };
  expect(Object.fromEntries(told)).toEqual({ roll_58: head, roll_80: head, a6: undefined, a5: undefined });
  for (const paper of papers) expect(options(paper, 'linux')).not.toHaveProperty('dpi');
  for (const paper of papers) expect(options(paper, 'darwin')).not.toHaveProperty('dpi');
});
