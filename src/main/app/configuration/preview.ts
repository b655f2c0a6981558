import type { CallOutput, CheckedInput } from '../../../shared/contract';
import { configurationFaultSchema } from '../../../shared/model/configuration';
import type { Settings } from '../../../shared/model/settings';
import { ok, type Result } from '../../../shared/result';
import type { Call } from '../call';
import { impactOf, noImpact, reachesPeople } from '../clinic/settings-impact';
import { changedSettings } from '../run/audit-figures';
import { previewPlanning } from '../schedule/preview';
import type { Differences } from './differences';
import { planFrom } from './import';
import { readConfiguration } from './read';

type Preview = CallOutput<'configuration.preview'>;

const nothing: Preview = {
  ...{ faults: [], added: [], changed: [], leaves: 0, oneOffs: 0, closures: 0, roles: [], settings: [] },
  plan: { days: [], moved: 0, toTell: [], notBack: [] },
  would: noImpact,
};

/** What a file would change, and whom it would move. Nothing is done. Errors: INVALID_INPUT: none of ours, or newer. */
export async function previewConfiguration(
  call: Call,
  { file: text }: CheckedInput<'configuration.preview'>,
): Promise<Result<Preview>> {
  const file = readConfiguration(text);
  if (!file.ok) return withFaults(file);
  const seen: { differences: Differences; settings: Settings }[] = [];
  const plan = await planFrom(call, file.value, (differences, settings) =>
    seen.push({ differences, settings }),
  );
  const planned = await previewPlanning(call, plan);
  const last = seen.at(-1);
  if (!planned.ok) return withFaults(planned);
  if (!last) return ok(nothing);
  const { added, changed, leaves, oneOffs, closures, roles } = last.differences;
  const names = (list: Differences['added']): string[] =>
    list.map(({ doctor }) => `${doctor.prefix} · ${doctor.name}`);
  return ok({
    faults: [],
    added: names(added),
    changed: names(changed),
    leaves: leaves.length,
    oneOffs: oneOffs.length,
    closures: closures.length,
    roles: roles.map(({ name }) => name),
    settings: changedSettings(call.settings, last.settings).map(({ path }) => path),
    plan: planned.value,
    would: reachesPeople(call.settings, last.settings) ? await impactOf(call, last.settings) : noImpact,
  });
}

/** Faults are what is asked for; any other refusal is one. */
function withFaults(refused: Result<never> & { readonly ok: false }): Result<Preview> {
  const faults = configurationFaultSchema.array().safeParse(refused.error.details?.faults);
  return faults.success ? ok({ ...nothing, faults: faults.data }) : refused;
}
