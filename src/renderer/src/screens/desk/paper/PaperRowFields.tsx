import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { paperOutcomes } from '../../../../../shared/model/paper';
import { sources } from '../../../../../shared/model/token';
import type { PaperDraftRow } from '../../../stores/paperDraft';
import { cx } from '../../../ui/cx';
import { fieldLook } from '../../../ui/FieldFrame';
import { Icon } from '../../../ui/Icon';
import { IconButton } from '../../../ui/IconButton';
import type { RowSays } from './useEntering';

interface Props {
  readonly row: PaperDraftRow;
  readonly says: RowSays | null;
  readonly onChange: (part: Partial<PaperDraftRow>) => void;
  readonly onEnter: (event: KeyboardEvent) => void;
  /** null: it is the only one. */
  readonly onRemove: (() => void) | null;
}

const cells = [
  { field: 'number', look: 'figures', mode: 'text' },
  { field: 'name', look: '', mode: 'text' },
  { field: 'phone', look: 'figures', mode: 'tel' },
  { field: 'time', look: 'figures', mode: 'numeric' },
] as const;

/** One blank of the list. Lists of a few words are the system's own: a letter chooses, and no list covers the next row. */
export function PaperRowFields({ row, says, onChange, onEnter, onRemove }: Props) {
  const { t } = useTranslation(['paper', 'common']);
  const saysId = `paper-says-${row.key}`;
  const labelOf = (field: string): string => `${field} ${row.number}`;
  const problem = says?.isProblem === true;
  return (
    <>
      <tr onKeyDown={onEnter} data-testid="desk-paper-row">
        {cells.map(({ field, look, mode }) => (
          <td key={field}>
            <input
              type="text"
              inputMode={mode}
              autoComplete="off"
              dir={field === 'name' ? 'auto' : undefined}
              data-cell={`${row.key} ${field}`}
              data-testid={`desk-paper-${field}`}
              aria-label={labelOf(t(field, { prefix: '' }))}
              aria-describedby={says?.cell === field ? saysId : undefined}
              aria-invalid={problem && says.cell === field ? true : undefined}
              value={row[field]}
              onFocus={(event) => event.target.select()}
              onChange={(event) => onChange({ [field]: event.target.value })}
              className={cx(fieldLook, look, 'px-2!')}
            />
          </td>
        ))}
        <td>
          <select
            data-testid="desk-paper-became"
            aria-label={labelOf(t('became'))}
            value={row.became}
            onChange={({ target }) => {
              const became = paperOutcomes.find((one) => one === target.value);
              if (became !== undefined) onChange({ became });
            }}
            className={cx(fieldLook, 'px-1!')}
          >
            {paperOutcomes.map((one) => (
              <option key={one} value={one}>
                {t(`outcome.${one}`)}
              </option>
            ))}
          </select>
        </td>
        <td>
          <select
            data-testid="desk-paper-source"
            aria-label={labelOf(t('source'))}
            value={row.source}
            onChange={({ target }) => {
              const source = sources.find((one) => one === target.value);
              if (source !== undefined) onChange({ source });
            }}
            className={cx(fieldLook, 'px-1!')}
          >
            {sources.map((one) => (
              <option key={one} value={one}>
                {t(`common:source.${one}`)}
              </option>
            ))}
          </select>
        </td>
        <td>
          {onRemove !== null && (
            <IconButton label={`${t('remove')} ${row.number}`} icon="close" onPress={onRemove} />
          )}
        </td>
      </tr>
      {says !== null && (
        <tr>
          <td colSpan={7} className="pb-1.5">
            <p
              id={saysId}
              role={problem ? 'alert' : 'status'}
              data-testid={problem ? 'desk-paper-problem' : 'desk-paper-doubt'}
              className={cx(
                'flex items-start gap-1.5 text-small font-semibold',
                problem ? 'text-danger' : 'text-warn',
              )}
            >
              <Icon name={problem ? 'warn' : 'help'} className="mt-[0.15em]" />
              <span>{says.text}</span>
            </p>
          </td>
        </tr>
      )}
    </>
  );
}
