import { readdir, rm } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import type { PrintJob } from '../../../shared/model/print-job';
import { targetOf } from '../../../shared/model/print-settings';
import type { Token } from '../../../shared/model/token';
import { fail, ok, type Result } from '../../../shared/result';
import type { Call } from '../call';
import { CARDS_FOLDER } from '../outside/printers';

/** Tokens that were once of the patients of these, and were corrected to be somebody else's: their slips name them, too. */
export async function withOnceTheirs(
  { environment: { store } }: Call,
  tokens: readonly Token[],
): Promise<readonly Token[]> {
  const once = await store.tokensOnceOf(tokens.flatMap(({ patientId }) => patientId ?? []));
  return [...new Map([...once, ...tokens].map((token) => [token.id, token])).values()];
}

/**
 * Deletes what the app itself saved as files for these tokens: slips, cards, histories, and lists of their days, which can be
 * made anew. Errors: UNAVAILABLE with the first file that cannot be deleted.
 */
export async function deletePapers(
  call: Call,
  tokens: readonly Token[],
  jobs: readonly Pick<PrintJob, 'pdfPath'>[],
): Promise<Result<number>> {
  const found = new Set(jobs.flatMap(({ pdfPath }) => (pdfPath === null ? [] : [pdfPath])));
  const folders = new Map<string, readonly string[]>();
  const filesIn = async (folder: string): Promise<readonly string[]> => {
    const known = folders.get(folder) ?? (await readdir(folder).catch(() => []));
    folders.set(folder, known);
    return known;
  };
  for (const token of tokens) {
    for (const [folder, isOf] of placesOf(call, token)) {
      for (const file of await filesIn(folder)) if (isOf(file)) found.add(join(folder, file));
    }
  }
  for (const path of found) {
    try {
      await rm(path, { force: true });
    } catch (error) {
      call.environment.log.warn('a file of a patient could not be deleted', error);
      const message = `The file ${path} could not be deleted. Close the program that shows it, and try again.`;
      return fail('UNAVAILABLE', message, { path });
    }
  }
  return ok(found.size);
}

/** Folders, each with which of its files are about the token. A slip is forgotten by the database long before its file. */
function placesOf(
  { environment: { slipFolder, documentFolder }, settings: { print } }: Call,
  { number, serviceDay, patientId }: Token,
): (readonly [string, (file: string) => boolean])[] {
  const set = (['desk', 'kiosk'] as const).map((station) => targetOf(print, station).folder);
  const slips = [slipFolder, ...set].filter((folder) => folder !== undefined && isAbsolute(folder));
  const prefix = number.slice(0, number.lastIndexOf('-'));
  const isSlip = (file: string): boolean => file === `${number}.pdf` || file.startsWith(`${number}-`);
  const isList = (file: string): boolean =>
    file.startsWith(`visits-${number}-${serviceDay}-`) ||
    file.startsWith(`list-${prefix}-${serviceDay}-`) ||
    file.startsWith(`card-${patientId}-`);
  const isCard = (file: string): boolean => file === `card-${patientId}.pdf`;
  return [
    ...slips.map((folder) => [join(folder as string, serviceDay), isSlip] as const),
    ...slips.map((folder) => [join(folder as string, CARDS_FOLDER), isCard] as const),
    ...(documentFolder === undefined ? [] : [[documentFolder, isList] as const]),
  ];
}
