import { stations, targetOf } from '../../../shared/model/print-settings';
import { fail, ok, type Result } from '../../../shared/result';
import type { Call, Handlers } from '../call';
import { writeExport } from '../outside/exports';
import { fileTime } from '../time/calendar';

/** What helps to find out why the app does not work: read here, or saved to send. */
export const diagnosticsHandlers: Handlers<'diagnostics.read' | 'diagnostics.save'> = {
  'diagnostics.read': async (call) => {
    const text = await report(call);
    return text.ok ? ok({ text: text.value }) : text;
  },
  'diagnostics.save': async (call) => {
    const { environment, now, settings } = call;
    const text = await report(call);
    if (!text.ok) return text;
    const name = `diagnostics-${fileTime(now, settings.clinic.timeZone)}.txt`;
    const path = await writeExport(environment, name, [text.value]);
    return path.ok ? ok({ path: path.value }) : path;
  },
};

async function report(call: Call): Promise<Result<string>> {
  const { diagnostics, log } = call.environment;
  if (diagnostics === undefined) return fail('UNAVAILABLE', 'A report cannot be made here.');
  try {
    return ok(await diagnostics(await running(call)));
  } catch (error) {
    log.error('the report could not be made', error);
    return fail('UNAVAILABLE', 'The report could not be made. Please try again.');
  }
}

/** What only the running app knows: figures, and words of ours. */
async function running({ environment, now, today, settings }: Call): Promise<Record<string, unknown>> {
  const { printers, clock, watch, practice = false, headless = false } = environment;
  const health = await Promise.all(
    stations.map(async (station) => {
      const target = targetOf(settings.print, station);
      const { way, paper } = target;
      return { station, way, paper, health: (await printers.look(target)).health };
    }),
  );
  const time = {
    now: new Date(now).toISOString(),
    day: today,
    offset: clock.offset,
    watchedSince: watch.since(),
  };
  return { practice, headless, time, printers: health };
}
