import { z } from 'zod';
import { backupTrialSchema, placeProblemSchema } from '../../../shared/model/backups';
import { instantSchema } from '../../../shared/model/time';
import { keptFact, type Store, staying } from '../../store/store';
import { oneAtATime } from '../run/one-at-a-time';

type Meta = Pick<Store, 'meta' | 'saveMeta'>;

/** What is known of a place, as of when somebody last looked there. */
const placeNoteSchema = z.object({
  copies: z.int().default(0),
  usedBytes: z.int().default(0),
  freeBytes: z.int().nullable().default(null),
  lastProvedAt: instantSchema.nullable().default(null),
  problem: placeProblemSchema.nullable().default(null),
  problemAt: instantSchema.nullable().default(null),
});
export type PlaceNote = z.infer<typeof placeNoteSchema>;

/** The last copy: in which of the clinic's hours, and after which event. */
const lastNoteSchema = z.object({
  at: instantSchema,
  hour: z.string(),
  lastEventAt: instantSchema.nullable(),
});
export type LastNote = z.infer<typeof lastNoteSchema>;

const PLACES = 'backup.places';
const LAST = 'backup.last';
const TRIAL = 'backup.trial';
const PASSPHRASE = staying.passphrase;

const emptyNote: PlaceNote = placeNoteSchema.parse({});

async function read<T>(store: Meta, key: string, schema: z.ZodType<T>, otherwise: T): Promise<T> {
  return (await keptFact(store, key, schema)) ?? otherwise;
}

const save = (store: Meta, key: string, value: unknown): Promise<void> =>
  store.saveMeta(key, JSON.stringify(value));

/** By folder. */
export async function placeNotes(store: Meta): Promise<ReadonlyMap<string, PlaceNote>> {
  return new Map(Object.entries(await read(store, PLACES, z.record(z.string(), placeNoteSchema), {})));
}

export const noteOf = (notes: ReadonlyMap<string, PlaceNote>, folder: string): PlaceNote =>
  notes.get(folder) ?? emptyNote;

/** Places are filled beside one another. */
const saving = oneAtATime();

/** What is newly known of one place; of the others what was. */
export function savePlaceNote(store: Meta, folder: string, change: Partial<PlaceNote>): Promise<void> {
  return saving(async () => {
    const notes = await placeNotes(store);
    const note = { ...noteOf(notes, folder), ...change };
    await save(store, PLACES, { ...Object.fromEntries(notes), [folder]: note });
  });
}

/**
 * Of a folder that is no longer a place nothing is remembered: added again it is a new one, such as a new stick in the place of
 * one that broke.
 */
export function keepPlaceNotesOf(store: Meta, folders: readonly string[]): Promise<void> {
  return saving(async () => {
    const notes = await placeNotes(store);
    const kept = [...notes].filter(([folder]) => folders.includes(folder));
    if (kept.length < notes.size) await save(store, PLACES, Object.fromEntries(kept));
  });
}

export const lastNote = (store: Meta): Promise<LastNote | null> =>
  read(store, LAST, lastNoteSchema.nullable(), null);
export const saveLastNote = (store: Meta, note: LastNote): Promise<void> => save(store, LAST, note);

export const trialNote = (store: Meta): Promise<z.infer<typeof backupTrialSchema> | null> =>
  read(store, TRIAL, backupTrialSchema.nullable(), null);
export const saveTrialNote = (store: Meta, note: z.infer<typeof backupTrialSchema>): Promise<void> =>
  save(store, TRIAL, note);

/** Null: none is set. It is in no answer, no log, no exported file, and not in the copies' words. */
export async function passphraseOf(store: Meta): Promise<string | null> {
  return (await store.meta(PASSPHRASE)) || null;
}
export const savePassphrase = (store: Meta, passphrase: string): Promise<void> =>
  store.saveMeta(PASSPHRASE, passphrase);
