import { expect, test } from './helpers/app';
import { takeToken } from './helpers/kiosk';
import { long } from './helpers/long';
import { scales, weighWindow } from './helpers/weight';

test(
  'a kiosk keeps nothing of the patients before: after the fourth it holds what it held after the first',
  long,
  async ({ launch }) => {
    const kiosk = await (await launch()).openKiosk();
    const session = await scales(kiosk);
    const kept: object[] = [];
    for (let visit = 1; visit <= 4; visit += 1) {
      await takeToken(kiosk, { name: `Asha ${visit}`, phone: `97${10_000_000 + visit}` });
      const { nodes, listeners } = await weighWindow(session);
      kept.push({ nodes, listeners });
    }
    expect(kept.at(-1)).toEqual(kept[0]);
  },
);
