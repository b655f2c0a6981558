import type { CallOutput } from '../../../shared/contract';
import {
  CONFIGURATION_FORMAT,
  CONFIGURATION_VERSION,
  type Configuration,
} from '../../../shared/model/configuration';
import { LAST_DAY } from '../../../shared/model/time';
import { ok, type Result } from '../../../shared/result';
import type { Call } from '../call';
import { writeExport } from '../outside/exports';
import { fileTime } from '../time/calendar';

/** Saves how the clinic works, from today on, as one file for another PC. Errors: UNAVAILABLE. */
export async function exportConfiguration({
  environment,
  now,
  today,
  settings: { network: _network, privacy: _privacy, ...settings },
}: Call): Promise<Result<CallOutput<'configuration.export'>>> {
  const { store } = environment;
  const doctors: Configuration['doctors'] = [];
  for (const doctor of await store.doctors()) {
    const photoFile = (await store.photo(doctor.id)) ?? null;
    doctors.push({ ...doctor, schedule: [...(await store.schedule(doctor.id))], photoFile });
  }
  const configuration: Configuration = {
    format: CONFIGURATION_FORMAT,
    version: CONFIGURATION_VERSION,
    madeAt: now,
    settings,
    doctors,
    leaves: [...(await store.leaves(null, today, LAST_DAY))],
    oneOffs: [...(await store.oneOffs(null, today, LAST_DAY))],
    closures: [...(await store.closures(today, LAST_DAY))],
    roles: [...(await store.people()).roles],
  };
  const name = `configuration-${fileTime(now, settings.clinic.timeZone)}.json`;
  const path = await writeExport(environment, name, [JSON.stringify(configuration, null, 1)]);
  return path.ok ? ok({ path: path.value, doctors: doctors.length }) : path;
}
