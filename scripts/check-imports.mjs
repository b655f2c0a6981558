/** `npm run check:imports`: who may import whom, by the table in .dependency-cruiser.cjs. */
import { nodeBinary, packageBin, toolEnv } from './lib/paths.mjs';
import { read, show } from './lib/run.mjs';
import { command, Failure, say } from './lib/say.mjs';

command(async () => {
  const cruiser = packageBin('dependency-cruiser', 'depcruise');
  const args = [cruiser, '--config', '.dependency-cruiser.cjs', 'src'];
  const env = toolEnv();
  const { text } = await read(nodeBinary, [...args, '--output-type', 'json'], { env });
  const summary = text.startsWith('{') ? JSON.parse(text).summary : undefined;
  if (!summary || summary.error > 0) {
    await show(nodeBinary, [...args, '--output-type', 'err-long'], { env });
    throw new Failure('Imports break the rules in .dependency-cruiser.cjs.');
  }
  // Without a TypeScript it can use, dependency-cruiser sees nothing and is content.
  if (summary.totalCruised === 0) throw new Failure('The import check saw no modules at all.');
  say(`Imports of ${summary.totalCruised} modules keep to the rules.`);
});
