import { useTranslation } from 'react-i18next';
import type { Advice, TemplateFigures } from '../../../../../../shared/model/advice';
import type { Template } from '../../../../../../shared/model/template';
import { SettingGroup } from '../../../../ui/Setting';
import { Bar } from './Bar';
import { numberText, slotOf } from './words';

interface Props {
  readonly template: Template;
  readonly figures: NonNullable<Advice['figures']>;
}

/** How many are booked in each slot and how long they wait: bars with their figures, now beside suggested. */
export function Slots({ template, figures }: Props) {
  const { t } = useTranslation('advisor');
  const both = [figures.now, figures.suggested];
  const mostBooked = Math.max(1, ...both.flatMap(({ booked }) => booked));
  const mostWait = Math.max(1, ...both.flatMap(({ waits }) => waits.map((wait) => wait ?? 0)));
  const starts = [...new Set(both.flatMap(startsOf))].sort((one, other) => one - other);
  return (
    <SettingGroup title={t('slots')}>
      <div className="overflow-x-auto">
        <table className="figures w-full text-small" data-testid="advice-slots">
          <thead>
            <tr className="text-ink-soft">
              <th scope="col" rowSpan={2} className="pe-4 text-start font-semibold">
                {t('slot')}
              </th>
              <th scope="colgroup" colSpan={2} className="pe-4 text-start font-semibold">
                {t('booked')}
              </th>
              <th scope="colgroup" colSpan={2} className="text-start font-semibold">
                {t('waits')}
              </th>
            </tr>
            <tr className="text-ink-soft">
              {['booked', 'waits'].flatMap((what) =>
                (['now', 'suggested'] as const).map((which) => (
                  <th key={`${what} ${which}`} scope="col" className="w-1/5 pe-4 pb-1 text-start font-normal">
                    {t(which)}
                  </th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {starts.map((start) => {
              const slots = both.map((one) => slotAt(one, start));
              const length = slots.find((slot) => slot !== undefined)?.minutes ?? 0;
              return (
                <tr key={start} className="border-t border-line" data-testid={`advice-slot-${start}`}>
                  <th scope="row" className="py-1.5 pe-4 text-start font-normal whitespace-nowrap">
                    {slotOf(template, length, start / length)}
                  </th>
                  {slots.map((slot, which) => (
                    <td key={tones[which]} className="py-1.5 pe-4">
                      {slot !== undefined && (
                        <Bar
                          share={slot.booked / mostBooked}
                          tone={tones[which] ?? 'now'}
                          text={String(slot.booked)}
                        />
                      )}
                    </td>
                  ))}
                  {slots.map((slot, which) => (
                    <td key={tones[which]} className="py-1.5 pe-4">
                      {slot !== undefined && slot.wait !== null && (
                        <Bar
                          share={slot.wait / mostWait}
                          tone={tones[which] ?? 'now'}
                          text={t('minutes', { n: numberText(slot.wait) })}
                        />
                      )}
                      {slot?.wait === null && <span className="text-ink-soft">{t('none')}</span>}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </SettingGroup>
  );
}

const tones = ['now', 'suggested'] as const;

function startsOf({ slotMinutes, booked }: TemplateFigures): number[] {
  return booked.map((_, slot) => slot * slotMinutes);
}

/** The slot that begins so many minutes into the session; undefined: none does. */
function slotAt({ slotMinutes, booked, waits }: TemplateFigures, start: number) {
  const slot = start / slotMinutes;
  const count = booked[slot];
  return count === undefined ? undefined : { minutes: slotMinutes, booked: count, wait: waits[slot] ?? null };
}
