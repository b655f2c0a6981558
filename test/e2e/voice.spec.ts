import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { type Language, languages } from '../../src/shared/model/language';
import { clipNames } from '../../src/shared/voice';
import { expect, test } from './helpers/app';
import { findings } from './helpers/axe';
import { openBoard } from './helpers/board';
import { callFrom } from './helpers/bridge';
import { doctorId, issueMany, recallAtOnce } from './helpers/patients';
import { loadVoice, openVoiceSection, readPlan, record, wavOf } from './helpers/voice';

/** What the app has of a language; the two that only some need are Hindi's one. */
const clipsOf = (language: Language): string[] =>
  clipNames
    .filter((clip) => !clip.endsWith('-after') || (language === 'hi' && clip === 'go-to-room-after'))
    .map((clip) => `${language}/${clip}`);

test('the clips and what is rendered of them are of one loudness; settings are saved; the test button says what it should', async ({
  launch,
}) => {
  test.slow();
  const app = await launch();
  const { home } = app;

  await test.step('every clip decodes in the app, and all are of one loudness', async () => {
    const clips = ['common/chime', ...languages.flatMap(clipsOf)];
    const measured = await home.evaluate(async (all) => {
      const context = new OfflineAudioContext(1, 1, 48_000);
      return Promise.all(
        all.map(async (clip) => {
          const answer = await fetch(`/voice/${clip}.opus`);
          const buffer = await context.decodeAudioData(await answer.arrayBuffer());
          const samples = buffer.getChannelData(0);
          const frame = 960;
          const powers = Array.from({ length: Math.floor(samples.length / frame) }, (_, index) => {
            const part = samples.subarray(index * frame, (index + 1) * frame);
            return part.reduce((sum, sample) => sum + sample * sample, 0) / frame;
          });
          const loudest = Math.max(...powers);
          const sounding = powers.filter((power) => power > loudest * 10 ** -2.5);
          const power = sounding.reduce((sum, one) => sum + one, 0) / sounding.length;
          return {
            clip,
            type: answer.headers.get('content-type'),
            channels: buffer.numberOfChannels,
            seconds: buffer.duration,
            peak: samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0),
            decibels: 10 * Math.log10(power),
          };
        }),
      );
    }, clips);
    expect(measured).toHaveLength(162);
    const odd = measured.filter(({ clip, type, channels, seconds, peak, decibels }) => {
      const isSpelled = /letter|digit/.test(clip);
      const isRight =
        type === 'audio/ogg' &&
        channels === 1 &&
        seconds > 0.2 &&
        seconds < (isSpelled ? 1.2 : 5) &&
        peak < 0.95 &&
        Math.abs(decibels - (clip === 'common/chime' ? -23 : -19)) < 1.5;
      return !isRight;
    });
    expect(odd).toEqual([]);
  });

  await test.step('the announcement, rendered, is as long as its schedule, sounds and does not clip', async () => {
    await loadVoice(home);
    for (const [name, spoken, room] of [
      ['en', ['en'], '3'],
      ['hi-en', ['hi', 'en'], 'OPD 12'],
      ['ta', ['ta'], 'Ground floor'],
      ['ar-en', ['ar', 'en'], ''],
    ] as const) {
      await test.step(name, async () => {
        const rate = 48_000;
        const rendered = await home.evaluate(
          async ({ rate, spoken, room }) => {
            const { clipsFor, createClips, durationsOf, makeTimeline, placeClips } = voicePage;
            const call = { key: '1', number: 'A-017', room, doctorName: '', recall: false, at: 0 };
            const broken: string[] = [];
            const loader = new OfflineAudioContext(1, 1, rate);
            const clips = createClips(loader, (clip) => broken.push(clip));
            const buffers = await clips.load(clipsFor(call, spoken));
            const timeline = makeTimeline(call, { languages: spoken, times: 2 }, durationsOf(buffers));
            // A second more than the schedule, so that anything too long would be heard there.
            const length = Math.round((timeline.lasts / 1_000 + 1) * rate);
            const context = new OfflineAudioContext(1, length, rate);
            placeClips(context, context.destination, timeline, buffers, 0);
            const sound = await context.startRendering();
            const samples = sound.getChannelData(0);
            // From its begin to its last sounding sample, as a file that one can listen to.
            const end = samples.findLastIndex((sample) => sample !== 0) + 1;
            // As numbers a minute of sound would take longer to hand over than to make.
            const bytes = new Uint8Array(samples.slice(0, end).buffer);
            let text = '';
            for (const byte of bytes) text += String.fromCharCode(byte);
            return { broken, timeline, base64: btoa(text) };
          },
          { rate, spoken: [...spoken] as Language[], room },
        );
        const { broken, timeline, base64 } = rendered;
        const { buffer } = Uint8Array.from(Buffer.from(base64, 'base64'));
        const samples = new Float32Array(buffer);
        expect(broken).toEqual([]);

        const wav = wavOf(samples, rate);
        writeFileSync(test.info().outputPath(`announcement-${name}.wav`), wav);
        const frames = (wav.length - 44) / 2;
        expect(Math.abs(frames - (timeline.lasts / 1_000) * rate)).toBeLessThanOrEqual(1);

        const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
        expect(peak).toBeGreaterThan(0.3);
        expect(peak).toBeLessThan(0.95);
        // Each clip sounds at its time, and between two nothing does.
        const frameAt = (ms: number): number => (ms / 1_000) * rate;
        let before = 0;
        for (const { clip, startsAt, lasts } of timeline.cues) {
          const silence = samples.slice(
            Math.ceil(before) + 1,
            Math.max(0, Math.floor(frameAt(startsAt)) - 1),
          );
          expect(
            silence.every((sample) => sample === 0),
            `silence before ${clip}`,
          ).toBe(true);
          const sound = samples.slice(Math.floor(frameAt(startsAt)), Math.ceil(frameAt(startsAt + lasts)));
          const power = sound.reduce((sum, sample) => sum + sample * sample, 0) / sound.length;
          expect(power, `loudness of ${clip}`).toBeGreaterThan(0.001);
          before = frameAt(startsAt + lasts);
        }
      });
    }
  });

  const page = await openVoiceSection(app);
  await test.step('the voice’s settings are saved, and can be used by anyone', async () => {
    const saved = async () => (await callFrom(app.home, 'settings.read', {})).voice;
    await page.getByTestId('voice-volume').getByRole('slider').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await saved()).volume).toBeCloseTo(0.85);
    await page.getByTestId('voice-second').click();
    await page.getByRole('option', { name: 'தமிழ்' }).click();
    await expect.poll(async () => (await saved()).languages).toEqual(['en', 'ta']);
    await page.getByTestId('voice-first').click();
    await page.getByRole('option', { name: 'தமிழ்' }).click();
    await expect.poll(async () => (await saved()).languages).toEqual(['ta', 'en']);
    await page.getByTestId('voice-quiet').click();
    await expect.poll(saved).toMatchObject({ quietFrom: 1_260, quietUntil: 420 });
    await page.getByTestId('voice-quiet-until').fill('21:00');
    await expect(page.getByTestId('voice-quiet-until-error')).toHaveText('Begin and end must differ.');
    await page.getByTestId('voice-quiet-until').fill('6:30');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await saved()).quietUntil).toBe(390);
    await page.getByTestId('voice-source-system').click();
    await expect(page.getByTestId('voice-no-system')).toContainText('தமிழ்');
    await page.getByTestId('voice-on').click();
    await expect.poll(async () => (await saved()).muted).toBe(true);
    await page.getByTestId('voice-names').click();
    expect(await findings(page)).toEqual([]);
  });

  await test.step('the test button says the number and the room, in both languages, twice', async () => {
    await callFrom(app.home, 'settings.change', {
      voice: {
        languages: ['hi', 'en'],
        times: 2,
        muted: true,
        quietFrom: 0,
        quietUntil: 1_439,
        source: 'clips',
      },
    });
    await page.getByTestId('voice-test').click();
    const announcement = page.getByTestId('announcement');
    await expect(announcement).toHaveAttribute('data-state', 'saying');
    await expect(announcement).toContainText('टोकन नंबर A-017, कृपया कमरा नंबर 3 में जाइए।');
    await expect(announcement).toContainText('Token number A-017, please go to room 3.');
    const plan = readPlan(await announcement.getAttribute('data-plan'));
    const hindi = [
      'token-number',
      'letter-a',
      'digit-0',
      'digit-1',
      'digit-7',
      'go-to-room',
      'digit-3',
      'go-to-room-after',
    ];
    const english = hindi.slice(0, -1);
    const round = [...hindi.map((clip) => `hi/${clip}`), ...english.map((clip) => `en/${clip}`)];
    expect(plan.map(({ clip }) => clip)).toEqual(['common/chime', ...round, ...round]);
    for (const [index, { startsAt, lasts }] of plan.entries()) {
      expect(plan[index + 1]?.startsAt ?? Number.POSITIVE_INFINITY).toBeGreaterThan(startsAt + lasts);
    }
    await page.getByTestId('voice-stop').click();
    await expect(announcement).toHaveAttribute('data-state', 'stopped');
  });
});

test('a recording of the clinic is heard instead of the app’s clip; a damaged one is not', async ({
  launch,
  dataFolder,
}) => {
  record(dataFolder, 'common/chime.wav', 50);
  for (const clip of ['token-number', 'letter-a', 'digit-0', 'digit-1', 'go-to-room', 'digit-3']) {
    record(dataFolder, `en/${clip}.wav`, 40);
  }
  record(dataFolder, 'en/digit-7.mp3', 'no sound at all');
  record(dataFolder, 'en/seven.wav', 40);
  const app = await launch();
  await callFrom(app.home, 'settings.change', { voice: { languages: ['en'], times: 1 } });
  const page = await openVoiceSection(app);
  await expect(page.getByTestId('voice-used')).toContainText('8 recordings');
  await expect(page.getByTestId('voice-unknown')).toContainText('en/seven.wav');
  await page.getByTestId('voice-test').click();
  const announcement = page.getByTestId('announcement');
  await expect(announcement).toHaveAttribute('data-state', 'said');
  const plan = readPlan(await announcement.getAttribute('data-plan'));
  const own = plan.filter(({ lasts }) => Math.round(lasts / 10) <= 5).map(({ clip }) => clip);
  expect(own).toEqual(plan.map(({ clip }) => clip).filter((clip) => clip !== 'en/digit-7'));
  expect(plan.find(({ clip }) => clip === 'en/digit-7')?.lasts).toBeGreaterThan(200);
  await expect(page.getByTestId('voice-broken')).toContainText('en/digit-7');
});

/** Calls out in a window, with the voice's real queue and sound, and gives the order in which it speaks. */
async function announce(
  page: Page,
  calls: readonly { number: string; recall?: boolean }[],
): Promise<string[]> {
  await loadVoice(page);
  return page.evaluate(async (all) => {
    const settings = {
      muted: false,
      volume: 1,
      languages: ['en' as const],
      times: 1,
      quietFrom: null,
      quietUntil: null,
      source: 'clips' as const,
    };
    const clock = { now: () => Date.now(), timeZone: () => 'Asia/Kolkata' };
    const announcer = voicePage.createAnnouncer(clock, settings);
    const states: string[] = [];
    return new Promise<string[]>((done) => {
      announcer.view.subscribe(({ announcements }) => {
        for (const { key, state } of announcements) {
          if (!states.includes(`${key} ${state}`)) states.push(`${key} ${state}`);
        }
        // A call of a token replaces the one of it that waits.
        const spoken = new Set(all.map(({ number }) => number)).size;
        if (states.filter((text) => !text.endsWith('saying')).length < spoken) return;
        announcer.close();
        done(states);
      });
      for (const { number, recall = false } of all) {
        const call = { number, room: '3', doctorName: '', recall, at: Date.now() };
        announcer.call({ ...call, key: `${number}${recall ? ' again' : ''}` });
        // Heard of twice, as after a reconnection.
        announcer.call({ ...call, key: `${number}${recall ? ' again' : ''}` });
      }
    });
  }, calls);
}

test('calls are said one after the other, at the board to which room, each once; only clips are served', async ({
  launch,
  dataFolder,
}) => {
  record(dataFolder, 'common/chime.wav', 40);
  for (const clip of clipsOf('en')) record(dataFolder, `${clip}.wav`, 40);
  const app = await launch();
  const { home } = app;

  await test.step('only clips of the voice are served, and only from its folders', async () => {
    const answers = await home.evaluate(async () => {
      const ask = async (path: string) => {
        const answer = await fetch(path);
        return `${answer.status} ${answer.headers.get('content-type')}`;
      };
      return Promise.all(
        [
          '/voice/en/digit-1.opus',
          '/voice/en/digit-1.opus?bundled',
          '/voice/en/..%2f..%2f..%2fopd-tokens.db',
          '/voice/%2e%2e/opd-tokens.db',
          '/voice/en/digit-1.wav',
          '/voice/%',
          '/voice/',
        ].map(ask),
      );
    });
    expect(answers.slice(0, 2)).toEqual(['200 audio/wav', '200 audio/ogg']);
    expect(answers.slice(2).every((answer) => answer.startsWith('404'))).toBe(true);
  });

  await test.step('calls are said one after the other, a recall before first calls, each once', async () => {
    const order = await announce(home, [
      { number: 'A-001' },
      { number: 'A-002' },
      { number: 'B-007', recall: true },
      { number: 'C-001' },
      { number: 'A-002', recall: true },
    ]);
    expect(order).toEqual([
      'A-001 saying',
      'A-001 said',
      'B-007 again saying',
      'B-007 again said',
      'A-002 again saying',
      'A-002 again said',
      'C-001 saying',
      'C-001 said',
    ]);
  });

  await test.step('the board says who is called to which room, and who is called again, once each', async () => {
    await callFrom(app.home, 'settings.change', { voice: { times: 1 } });
    await issueMany(app, 3);
    const board = await openBoard(app);
    const announcements = board.getByTestId('announcement');
    const doctor = await doctorId(app);
    const token = await callFrom(app.home, 'queue.callNext', { doctorId: doctor });
    await expect(announcements).toHaveCount(1);
    await expect(announcements.first()).toHaveText('Token number A-001, please go to room 1.');
    await expect(announcements.first()).toHaveAttribute('data-state', 'said');
    const plan = readPlan(await announcements.first().getAttribute('data-plan'));
    const words = ['token-number', 'letter-a', 'digit-0', 'digit-0', 'digit-1', 'go-to-room', 'digit-1'];
    expect(plan.map(({ clip }) => clip)).toEqual(['common/chime', ...words.map((clip) => `en/${clip}`)]);
    expect(await findings(board)).toEqual([]);

    await recallAtOnce(app);
    await callFrom(app.home, 'tokens.recall', { tokenId: token.id });
    await expect(announcements).toHaveCount(2);
    await expect(announcements.last()).toHaveAttribute('data-state', 'said');

    // What is called while the voice is muted is not said later, and a board loaded anew repeats nothing.
    await callFrom(app.home, 'settings.change', { voice: { muted: true } });
    await callFrom(app.home, 'tokens.serve', { tokenId: token.id });
    const second = await callFrom(app.home, 'queue.callNext', { doctorId: doctor });
    await expect(board.getByTestId('board')).toContainText('A-002');
    await callFrom(app.home, 'settings.change', { voice: { muted: false } });
    await board.reload();
    await board.getByTestId('board').waitFor();
    await callFrom(app.home, 'tokens.serve', { tokenId: second.id });
    await callFrom(app.home, 'queue.callNext', { doctorId: doctor });
    await expect(announcements.first()).toContainText('A-003');
    await expect(announcements.first()).toHaveAttribute('data-state', 'said');
    await expect(announcements).toHaveCount(1);
  });
});
