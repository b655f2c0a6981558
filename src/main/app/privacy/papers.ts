import { readdir } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { isTokenEvent } from '../../../shared/model/event';
import type { PatientId } from '../../../shared/model/ids';
import type { PrintJob } from '../../../shared/model/print-job';
import { targetOf } from '../../../shared/model/print-settings';
import type { Token } from '../../../shared/model/token';
import { fail, ok, type Result } from '../../../shared/result';
import type { Call } from '../call';
import { removeFile } from '../outside/held-files';
import { CARDS_FOLDER } from '../outside/printers';

/** What the app may have saved as files about the patients of some tokens. */
interface Papers {
  /** Also those that were once of them, and were corrected to be somebody else's: their slips name them, too. */
  readonly tokens: readonly Token[];
  /** Whose cards: their rows, with all that are one patient, and who such a token was of before, and has no other. */
  readonly patientIds: readonly PatientId[];
  readonly printJobs: readonly Pick<PrintJob, 'pdfPath'>[];
}

export async function papersOf({ environment: { store } }: Call, tokens: readonly Token[]): Promise<Papers> {
  const erased = new Set(tokens.map(({ id }) => id));
  const { patients, events } = await store.keptOf([...erased]);
  const patientIds = new Set(patients.map(({ id }) => id));
  const named = events.filter(isTokenEvent).flatMap(({ after }) => after.patientId ?? []);
  for (const id of new Set(named)) {
    const theirs = await store.tokensOfPatient(id, erased.size + 1);
    if (theirs.every((token) => erased.has(token.id))) patientIds.add(id);
  }
  const once = await store.tokensOnceOf([...patientIds]);
  const all = new Map([...once, ...tokens].map((token) => [token.id, token]));
  const { printJobs } = await store.keptOf([...all.keys()]);
  return { tokens: [...all.values()], patientIds: [...patientIds], printJobs };
}

/**
 * Deletes what the app itself saved as files: slips, cards, histories, and lists of their days, which can be made anew.
 * Errors: UNAVAILABLE with the first file that cannot be deleted.
 */
export async function deletePapers(
  call: Call,
  { tokens, patientIds, printJobs: jobs }: Papers,
): Promise<Result<number>> {
  const found = new Set(jobs.flatMap(({ pdfPath }) => (pdfPath === null ? [] : [pdfPath])));
  const folders = new Map<string, readonly string[]>();
  const filesIn = async (folder: string): Promise<readonly string[]> => {
    const known = folders.get(folder) ?? (await readdir(folder).catch(() => []));
    folders.set(folder, known);
    return known;
  };
  const places = [
    ...tokens.flatMap((token) => placesOf(call, token)),
    ...patientIds.flatMap((id) => cardPlacesOf(call, id)),
  ];
  for (const [folder, isOf] of places) {
    for (const file of await filesIn(folder)) if (isOf(file)) found.add(join(folder, file));
  }
  for (const path of found) {
    try {
      await removeFile(path);
    } catch (error) {
      call.environment.log.warn('a file of a patient could not be deleted', error);
      const message = `The file ${path} could not be deleted. Close the program that shows it, and try again.`;
      return fail('UNAVAILABLE', message, { path });
    }
  }
  return ok(found.size);
}

/** A folder, and which of its files are meant. */
type Place = readonly [string, (file: string) => boolean];

function slipFoldersOf({ environment: { slipFolder }, settings: { print } }: Call): string[] {
  const set = (['desk', 'kiosk'] as const).map((station) => targetOf(print, station).folder);
  return [slipFolder, ...set].flatMap((folder) =>
    folder !== undefined && isAbsolute(folder) ? [folder] : [],
  );
}

/** What is about the token. A slip is forgotten by the database long before its file. */
function placesOf(call: Call, { number, serviceDay }: Token): Place[] {
  const { documentFolder } = call.environment;
  const prefix = number.slice(0, number.lastIndexOf('-'));
  const isSlip = (file: string): boolean => file === `${number}.pdf` || file.startsWith(`${number}-`);
  const isList = (file: string): boolean =>
    file.startsWith(`visits-${number}-${serviceDay}-`) || file.startsWith(`list-${prefix}-${serviceDay}-`);
  return [
    ...slipFoldersOf(call).map((folder) => [join(folder, serviceDay), isSlip] as const),
    ...(documentFolder === undefined ? [] : [[documentFolder, isList] as const]),
  ];
}

function cardPlacesOf(call: Call, id: PatientId): Place[] {
  const { documentFolder } = call.environment;
  const isCard = (file: string): boolean => file === `card-${id}.pdf`;
  const isOnPaper = (file: string): boolean => file.startsWith(`card-${id}-`);
  return [
    ...slipFoldersOf(call).map((folder) => [join(folder, CARDS_FOLDER), isCard] as const),
    ...(documentFolder === undefined ? [] : [[documentFolder, isOnPaper] as const]),
  ];
}
