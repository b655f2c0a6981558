import type { FastifyReply } from 'fastify';
import { type BookKey, isSameBook } from '../../../shared/model/book';
import type { TokenId } from '../../../shared/model/ids';
import type { Language } from '../../../shared/model/language';
import { theClock } from '../../app/access/caller';
import { beginCall } from '../../app/call';
import type { Environment } from '../../app/environment';
import { phoneViews, placeOnPhone } from '../../app/phones/view';
import type { EventHub } from '../event-hub';
import { tokenFragment } from './fragment';

/** In all; past them a page asks every 20 s. */
const MOST_STREAMS = 600;
/** Of one book at most one push in this time: the desk's work comes first. */
const PUSH_MS = 1_000;
/** Also without any change: waits grow, and a page knows by it that the link holds. */
const BEAT_MS = 20_000;
/** What may lie unread before a phone counts as gone, in bytes. */
const MOST_UNREAD = 64 * 1024;

interface Stream {
  readonly reply: FastifyReply;
  readonly tokenId: TokenId;
  readonly language: Language;
  key: BookKey;
  last: string;
}

/** What a page is told: also its answer where it asks. Null: the link is over. */
export async function toldOf(
  environment: Environment,
  tokenId: TokenId,
  language: Language,
): Promise<{ readonly key: BookKey; readonly told: object } | null> {
  const call = await beginCall(environment, theClock);
  const place = await placeOnPhone(call, tokenId);
  const view = place && (await (await phoneViews(call, place.key))(place.tokenId));
  if (!place || !view) return null;
  const { state, ahead } = view;
  return { key: place.key, told: { html: tokenFragment(view, language), state, ahead } };
}

/** The open pages, told when something of their book is another. */
export function createPhoneStreams(environment: Environment, events: EventHub, headers: object) {
  const open = new Set<Stream>();
  const due: BookKey[] = [];
  let isDueAll = false;
  let timer: NodeJS.Timeout | undefined;

  function isDue({ key }: Stream): boolean {
    return isDueAll || due.some((one) => isSameBook(one, key));
  }

  async function push(): Promise<void> {
    timer = undefined;
    const streams = [...open].filter(isDue);
    due.length = 0;
    isDueAll = false;
    for (const stream of streams) await send(stream).catch(() => stream.reply.raw.destroy());
  }

  async function send(stream: Stream): Promise<void> {
    const { raw } = stream.reply;
    if (raw.destroyed || raw.writableEnded) return;
    const now = await toldOf(environment, stream.tokenId, stream.language);
    // Its day is over: the page asks once more, and hears so.
    if (now === null) return void raw.end();
    stream.key = now.key;
    const text = JSON.stringify(now.told);
    const isNews = text !== stream.last;
    stream.last = text;
    raw.write(isNews ? `data: ${text}\n\n` : 'event: ping\ndata: 1\n\n');
    if (raw.writableLength > MOST_UNREAD) raw.destroy();
  }

  function soon(): void {
    if (open.size > 0) timer ??= setTimeout(() => void push(), PUSH_MS);
  }

  const beat = setInterval(() => {
    isDueAll = true;
    soon();
  }, BEAT_MS);
  beat.unref();
  const unsubscribe = events.subscribe(({ event }) => {
    if (event.type === 'bookChanged') {
      const { doctorId, serviceDay } = event;
      due.push({ doctorId, serviceDay });
    } else if (event.type === 'everythingChanged' || event.type === 'dayChanged') isDueAll = true;
    else return;
    soon();
  });

  return {
    get size() {
      return open.size;
    },
    get isFull() {
      return open.size >= MOST_STREAMS;
    },
    /** Answers with a stream; the first thing in it is how it is now. */
    async open(reply: FastifyReply, tokenId: TokenId, language: Language): Promise<boolean> {
      const now = await toldOf(environment, tokenId, language);
      if (now === null) return false;
      reply.hijack();
      const { raw } = reply;
      raw.writeHead(200, {
        ...headers,
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store',
      });
      const last = JSON.stringify(now.told);
      const stream: Stream = { reply, tokenId, language, key: now.key, last };
      open.add(stream);
      raw.on('close', () => open.delete(stream));
      raw.on('error', () => raw.destroy());
      raw.write(`retry: 5000\n\ndata: ${last}\n\n`);
      return true;
    },
    close(): void {
      unsubscribe();
      clearInterval(beat);
      clearTimeout(timer);
      for (const { reply } of open) reply.raw.end();
    },
  };
}
