import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Alarm } from '../../../../shared/model/alarm';
import { clinicNow } from '../../data/clock';
import { useCall } from '../../data/query';
import { useCommand } from '../../data/useCommand';
import { useMay } from '../../data/who';
import { keyOf } from '../../keys/position';
import { dismissAlarm, sayAlarm } from '../../ui/toasts';
import { alarmText, unanswered } from './alarmText';
import { soundAlarm } from './sound';

const SHORTCUT = 'Alt K';
/** A page that opens later than this shows what rang, and does not ring. */
const FRESH_MS = 20_000;
const noAlarms: readonly Alarm[] = [];

/**
 * Rings in this window: the latest alarm that nobody has answered stands among the messages, and Alt K says that somebody
 * knows of it; then the one before it. Answers all of today, the latest first; null: not known yet.
 * @param onlyLooks here alarms are heard and not answered
 * @param onUnheard it was to be heard, and could not
 */
export function useAlarms(onlyLooks = false, onUnheard?: () => void): readonly Alarm[] | null {
  const { t } = useTranslation('live');
  const may = useMay();
  const mayLook = may('live.alarms');
  const mayAnswer = !onlyLooks && may('live.acknowledge');
  const alarms = useCall('live.alarms', mayLook ? {} : null).value ?? null;
  const { runBare } = useCommand();
  const open = unanswered(alarms ?? noAlarms);
  const [latest] = open;
  useRing(alarms === null ? null : latest, onUnheard);
  const answer = useRef(() => undefined as unknown);
  answer.current = () => latest && mayAnswer && runBare('live.acknowledge', { alarmId: latest.id });
  const more = open.length > 1 ? ` (${t('more', { count: open.length - 1 })})` : '';
  const text = latest ? `${alarmText(latest)}${more}` : null;
  const name = latest ? `${latest.id} ${latest.rings}` : '';
  const label = t('log.answer');
  useEffect(() => {
    if (text === null) return dismissAlarm();
    const run = (): void => void answer.current();
    sayAlarm(text, { name, answer: mayAnswer ? { label, shortcut: SHORTCUT, run } : null });
  }, [name, text, label, mayAnswer]);
  useEffect(() => dismissAlarm, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { altKey, ctrlKey, metaKey, shiftKey, repeat } = event;
      if (!altKey || ctrlKey || metaKey || shiftKey || repeat || keyOf(event) !== 'k') return;
      event.preventDefault();
      event.stopPropagation();
      void answer.current();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);
  return alarms;
}

/** Once for each ring. @param latest null: nothing is known yet */
function useRing(latest: Alarm | null | undefined, onUnheard: (() => void) | undefined): void {
  const last = useRef(0);
  const rangAt = latest?.rangAt ?? 0;
  const unheard = useRef(onUnheard);
  unheard.current = onUnheard;
  useEffect(() => {
    const isNews = rangAt > last.current && Math.abs(clinicNow() - rangAt) < FRESH_MS;
    last.current = Math.max(last.current, rangAt);
    if (!isNews) return;
    void soundAlarm().then((heard) => {
      if (!heard) unheard.current?.();
    });
  }, [rangAt]);
}
