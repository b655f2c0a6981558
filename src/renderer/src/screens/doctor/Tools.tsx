import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Token } from '../../../../shared/model/token';
import { useSecondsTo } from '../../data/useNow';
import { useMay } from '../../data/who';
import { i18n } from '../../i18n';
import { Button } from '../../ui/Button';
import type { IconName } from '../../ui/Icon';
import { type RecallEffect, type TokenTool, toolsFor } from './steps';

interface Props {
  /** Whom they are about: the row that is marked, else the patient now. */
  readonly subject: Token | null;
  /** The row that is marked; null: none. */
  readonly marked: Token | null;
  /** Somebody is called and not in yet: nobody else can be called. */
  readonly atTheDoor: boolean;
  /** Who is called, whatever row is marked; null: nobody. */
  readonly recallable: Token | null;
  /** What calling the called one once more does. */
  readonly effect: RecallEffect;
  /** Before this the last call counts as not heard yet; null: nobody is called. */
  readonly recallFrom: number | null;
  /** After how many others somebody who steps back is due. */
  readonly heldBackCalls: number;
  /** There are rows to mark. */
  readonly hasRows: boolean;
  readonly busy: boolean;
  readonly onTool: (tool: TokenTool, token: Token) => void;
  readonly onUndo: () => void;
}

const looks: readonly (readonly [TokenTool, IconName, string])[] = [
  ['recall', 'bell', 'R'],
  ['hold', 'pause', 'H'],
  ['noShow', 'absent', 'N'],
  ['call', 'forward', 'C'],
  ['transfer', 'door', 'T'],
  ['cancel', 'close', 'Del'],
  ['checkIn', 'check', 'I'],
  ['why', 'help', 'W'],
  ['need', 'star', 'F'],
  ['notEmergency', 'emergency', 'D'],
  ['giveBack', 'back', 'G'],
];

/** Everything that can be done with one patient, always at the same place, each with its key. */
export const Tools = memo(function Tools(props: Props) {
  const { subject, marked, atTheDoor, recallable, effect, recallFrom, busy, onTool, onUndo } = props;
  const { t } = useTranslation(['doctor', 'common']);
  // What fits depends on who is on, too.
  useMay();
  const can = toolsFor(subject, atTheDoor);
  const seconds = useSecondsTo(recallFrom);
  const next = recallable === null ? null : t(`recallNext.${effect}`, { count: props.heldBackCalls });
  return (
    <section aria-label={t('tools')} className="flex shrink-0 flex-col gap-1.5">
      <p className="flex min-h-5 items-baseline gap-2 text-small font-semibold text-ink-soft">
        {marked === null ? (
          <span data-testid="doctor-recall-next">{next ?? (props.hasRows && t('toolsHint'))}</span>
        ) : (
          <span data-testid="doctor-marked" className="min-w-0 truncate">
            {t('toolsFor', { number: marked.number, name: marked.patientName })}
          </span>
        )}
      </p>
      <div className="grid grid-cols-3 gap-1.5">
        {looks.map(([tool, icon, key]) => {
          const whom = tool === 'recall' ? recallable : can.has(tool) ? subject : null;
          return (
            <Button
              key={tool}
              size="small"
              icon={icon}
              shortcut={key}
              isDisabled={whom === null || busy || (tool === 'recall' && seconds > 0)}
              onPress={() => whom && onTool(tool, whom)}
              className={fits}
              data-testid={`doctor-${testNames[tool]}`}
            >
              {tool === 'recall' ? recallName(effect, recallable === null ? 0 : seconds) : t(`tool.${tool}`)}
            </Button>
          );
        })}
        <Button
          size="small"
          icon="return"
          shortcut="U"
          onPress={onUndo}
          className={fits}
          data-testid="doctor-undo"
        >
          {t('common:undo')}
        </Button>
      </div>
    </section>
  );
});

/** What the key does now, or when it may be pressed again. */
function recallName(effect: RecallEffect, seconds: number): string {
  const name = i18n.t(
    effect === 'stepsBack'
      ? 'doctor:stepBack'
      : effect === 'noShow'
        ? 'doctor:tool.noShow'
        : 'doctor:tool.recall',
  );
  return seconds > 0 ? `${name} · ${seconds}` : name;
}

/** All of them are seen on a small laptop, also while one patient is in the room and the next one is on the way. */
const fits =
  'min-h-10 gap-1! px-1.5! whitespace-nowrap [@media(min-height:651px)_and_(max-height:800px)]:min-h-9 [@media(max-height:650px)]:min-h-8';

const testNames: Record<TokenTool, string> = {
  recall: 'recall',
  hold: 'hold',
  noShow: 'no-show',
  call: 'call-this',
  transfer: 'transfer',
  cancel: 'cancel',
  checkIn: 'check-in',
  why: 'why',
  need: 'need',
  notEmergency: 'not-emergency',
  giveBack: 'give-back',
};
