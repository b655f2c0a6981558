import { useState } from 'react';
import { Checkbox } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { CalendarFile } from '../../../../../shared/model/calendar-file';
import { useCommand } from '../../../data/useCommand';
import { i18n } from '../../../i18n';
import { staffErrorText } from '../../../i18n/errors';
import { shortDayText, slotText } from '../../../i18n/format';
import { DialogForm } from '../../../parts/DialogForm';
import { PlanEffects } from '../../../parts/doctors/PlanEffects';
import { type ChosenFile, FilePick } from '../../../parts/files/FilePick';
import { useLook } from '../../../parts/useLook';
import { Alert } from '../../../ui/Alert';
import { Icon } from '../../../ui/Icon';
import { Overlay } from '../../../ui/Overlay';

type Entry = CalendarFile['entries'][number];

/** Closed in one step on as many days. */
const MOST_AT_ONCE = 400;

/** Holidays from a calendar file: each can be left out; whom the chosen ones move is in view. */
export function CalendarFileDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['files', 'day']);
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const { busy, run } = useCommand();
  const read = useLook('closures.readFile', file && { data: file.data }, '', 0);
  const entries = read.kind === 'known' ? read.preview.entries : [];
  const chosen = entries.filter((entry) => !entry.isKnown && !leftOut.has(keyOf(entry)));
  const closures = chosen.map(({ isKnown: _known, name, ...when }) => ({
    ...when,
    name: name === '' ? t('holidays.noName') : name,
  }));
  const isTooMany = closures.length > MOST_AT_ONCE;
  const isAsked = closures.length > 0 && !isTooMany;
  const effects = useLook('plans.preview', isAsked ? { command: 'closures.addAll', closures } : null, '');
  const plan = effects.kind === 'known' ? effects.preview : null;

  return (
    <Overlay
      title={t('holidays.title')}
      closeLabel={t('day:close')}
      place="center"
      width="wide"
      testId="calendar-file-dialog"
      onClose={onClose}
    >
      <DialogForm
        label={closures.length > 0 ? t('holidays.do', { count: closures.length }) : t('holidays.doNone')}
        tone="danger"
        busy={busy}
        isDisabled={plan === null}
        reach={{ people: plan?.moved ?? 0 }}
        testId="calendar-file-confirm"
        onConfirm={() =>
          void run(
            'closures.addAll',
            { closures },
            { done: (added) => i18n.t('files:holidays.added', { count: added.length }), after: onClose },
          )
        }
        onClose={onClose}
      >
        <p className="text-pretty text-ink-soft">{t('holidays.text')}</p>
        <FilePick
          label={t('holidays.file')}
          accept=".ics,text/calendar"
          chosen={file}
          testId="calendar-file"
          onChoose={(one) => {
            setLeftOut(new Set());
            setFile(one);
          }}
        />
        {read.kind === 'asking' && <p className="text-ink-soft">{t('reading')}</p>}
        {read.kind === 'refused' && (
          <Alert tone="danger" title={staffErrorText(read.error)} testId="calendar-file-refused" />
        )}
        {read.kind === 'known' && (
          <>
            {entries.length === 0 ? (
              <Alert tone="info" title={t('holidays.nothing')} testId="calendar-file-nothing" />
            ) : (
              <ul
                className="flex max-h-72 flex-col divide-y divide-line overflow-y-auto rounded-card border border-line"
                data-testid="calendar-file-days"
              >
                {entries.map((entry) => (
                  <Day
                    key={keyOf(entry)}
                    entry={entry}
                    isChosen={chosen.includes(entry)}
                    onToggle={() => setLeftOut((before) => toggled(before, keyOf(entry)))}
                  />
                ))}
              </ul>
            )}
            <LeftOut left={read.preview.left} />
            {isTooMany && <Alert tone="warn" title={t('holidays.tooMany', { most: MOST_AT_ONCE })} />}
          </>
        )}
        <PlanEffects state={effects} namesDoctors />
      </DialogForm>
    </Overlay>
  );
}

const keyOf = ({ from, to, startMinute, endMinute }: Entry): string =>
  `${from} ${to} ${startMinute} ${endMinute}`;

function toggled(before: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const after = new Set(before);
  if (!after.delete(key)) after.add(key);
  return after;
}

interface DayProps {
  readonly entry: Entry;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

function Day({ entry, isChosen, onToggle }: DayProps) {
  const { t } = useTranslation('files');
  const { name, from, to, startMinute, endMinute, isKnown } = entry;
  const isPart = startMinute !== null && endMinute !== null;
  return (
    <li>
      <Checkbox
        isSelected={isChosen}
        isDisabled={isKnown}
        onChange={onToggle}
        data-testid="calendar-file-day"
        className="group flex cursor-pointer items-center gap-3 px-3 py-2 data-disabled:cursor-default data-hovered:bg-sunken"
      >
        <span className="grid size-5 shrink-0 place-items-center rounded-small border-2 border-line-strong group-data-selected:border-accent group-data-selected:bg-accent group-data-selected:text-on-accent group-data-focus-visible:outline-2">
          {isChosen && <Icon name="check" className="size-4" />}
        </span>
        <span className="figures w-56 shrink-0 font-semibold">
          {shortDayText(from)}
          {to !== from && ` – ${shortDayText(to)}`}
        </span>
        <span className="min-w-0 grow">
          <bdi>{name === '' ? t('holidays.noName') : name}</bdi>
          {isPart && (
            <span className="figures block text-small text-ink-soft">
              {slotText({ startMinute, endMinute })}
            </span>
          )}
        </span>
        {isKnown && <span className="text-small text-ink-soft">{t('holidays.known')}</span>}
      </Checkbox>
    </li>
  );
}

/** What a file has beside, so that nobody looks for it. */
function LeftOut({ left }: { readonly left: CalendarFile['left'] }) {
  const { t } = useTranslation('files');
  const said = (['past', 'cancelled', 'later', 'long'] as const)
    .filter((kind) => left[kind] > 0)
    .map((kind) => t(`holidays.left.${kind}`, { count: left[kind] }));
  if (said.length === 0) return null;
  return (
    <p className="text-small text-pretty text-ink-soft" data-testid="calendar-file-left">
      {t('holidays.leftOut')} {said.join(' ')}
    </p>
  );
}
