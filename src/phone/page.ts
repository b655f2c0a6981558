/* The page of a token on a patient's phone. The server draws it; this keeps it true, and calls its owner. */

/** How often it asks where no stream comes through, in ms. */
const ASK_MS = 20_000;
/** Nothing for so long: the link is down, whatever the browser thinks. */
const SILENT_MS = 45_000;
/** From the third on. */
const SOON = 2;
/** Whose turn is still to come. */
const TO_COME = ['queue', 'list', 'booked', 'held', 'later'];

interface Told {
  readonly html: string;
  readonly state: string;
  readonly ahead: number | null;
}

const token = document.getElementById('token');
const lost = document.getElementById('lost');
const tell = document.getElementById('tell') as HTMLButtonElement | null;

if (token) follow(token);

function follow(section: HTMLElement): void {
  const { path = '', language = '' } = section.dataset;
  const title = document.title;
  let heard = Date.now();
  let shown = '';
  let sound: AudioContext | null = null;
  let said = section.dataset.state === 'called' ? 'called' : '';
  let streams = false;

  function hear(): void {
    heard = Date.now();
    document.body.classList.remove('old');
    if (lost) lost.hidden = true;
  }

  function lose(): void {
    document.body.classList.add('old');
    if (lost) lost.hidden = false;
  }

  function show(told: Told): void {
    hear();
    if (told.html !== shown) {
      shown = told.html;
      section.innerHTML = told.html;
    }
    const isSoon = offer(told);
    const now = told.state === 'called' ? 'called' : isSoon ? 'soon' : '';
    if (now !== said) announce(now);
    said = now;
  }

  /** The button, as long as there is something to tell. Answers whether the turn is soon. */
  function offer({ state, ahead }: Pick<Told, 'state' | 'ahead'>): boolean {
    const isSoon = state === 'queue' && ahead !== null && ahead <= SOON;
    if (tell) {
      const { telling, tellcalled, tell: third } = tell.dataset;
      const isPressed = tell.getAttribute('aria-pressed') === 'true';
      tell.hidden = !TO_COME.includes(state);
      tell.textContent = (isPressed ? telling : isSoon ? tellcalled : third) ?? '';
    }
    return isSoon;
  }

  function announce(what: string): void {
    const words = what === 'called' ? tell?.dataset.called : what === 'soon' ? tell?.dataset.soon : undefined;
    document.title = words === undefined ? title : `${words} · ${title}`;
    if (words === undefined || tell?.getAttribute('aria-pressed') !== 'true') return;
    navigator.vibrate?.([400, 150, 400, 150, 600]);
    beep(what === 'called' ? 6 : 3);
    if ('Notification' in window && Notification.permission === 'granted') {
      // Some browsers let only a service worker show one.
      try {
        new Notification(words, { body: title });
      } catch {}
    }
  }

  function beep(times: number): void {
    if (!sound) return;
    for (let turn = 0; turn < times; turn += 1) {
      const [tone, volume] = [sound.createOscillator(), sound.createGain()];
      const from = sound.currentTime + turn * 0.5;
      tone.frequency.value = 880;
      volume.gain.value = 0.5;
      tone.connect(volume).connect(sound.destination);
      tone.start(from);
      tone.stop(from + 0.3);
    }
  }

  const { state = '', ahead = '' } = section.dataset;
  offer({ state, ahead: ahead === '' ? null : Number(ahead) });
  if (tell) {
    tell.addEventListener('click', () => {
      // Only a touch may begin sound.
      sound ??= new AudioContext();
      void sound.resume();
      tell.setAttribute('aria-pressed', 'true');
      tell.textContent = tell.dataset.telling ?? '';
      beep(1);
      navigator.vibrate?.(100);
      if ('Notification' in window && window.isSecureContext) void Notification.requestPermission();
    });
  }

  async function ask(): Promise<void> {
    try {
      const answer = await fetch(`${path}/state?l=${language}`, { cache: 'no-store' });
      if (answer.status === 404 || answer.status === 410) return location.reload();
      if (answer.ok) show((await answer.json()) as Told);
      else if (answer.status >= 500) lose();
    } catch {
      lose();
    }
  }

  function open(): void {
    const events = new EventSource(`${path}/events?l=${language}`);
    events.onopen = () => {
      streams = true;
      hear();
    };
    events.onmessage = ({ data }) => show(JSON.parse(data) as Told);
    events.addEventListener('ping', hear);
    events.onerror = () => {
      streams = false;
      // Refused for good, as where too many are open: it is asked instead.
      if (events.readyState === EventSource.CLOSED) events.close();
      void ask();
    };
  }

  open();
  setInterval(() => {
    if (!streams) void ask();
    else if (Date.now() - heard > SILENT_MS) {
      streams = false;
      lose();
    }
  }, ASK_MS);
  // A phone that was in a pocket has missed something.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void ask();
  });
}
