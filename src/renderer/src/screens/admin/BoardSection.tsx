import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardSettings } from '../../../../shared/model/board-settings';
import { shownName } from '../../../../shared/model/mask';
import { useCall } from '../../data/query';
import { useCommand } from '../../data/useCommand';
import { languageFacts, languages } from '../../i18n/languages';
import { save } from '../../parts/settings/save';
import { ShownDoctors } from '../../parts/shown/ShownDoctors';
import { Button } from '../../ui/Button';
import { IconButton } from '../../ui/IconButton';
import { RadioRows } from '../../ui/RadioRows';
import { SelectField } from '../../ui/SelectField';
import { SettingGroup, SettingText } from '../../ui/Setting';
import type { SectionProps } from './section';

const MOST_LINES = 5;
const LONGEST_LINE = 160;
const NO_LANGUAGE = 'none';

/** What the waiting room reads, and in which languages. */
export function BoardSection({ settings: { board, shown } }: SectionProps) {
  const { t } = useTranslation(['boardSettings', 'shown']);
  const { runBare } = useCommand();
  const monitor = useBoardMonitor();
  return (
    <>
      <SettingGroup title={t('open')} text={t('openText')}>
        <Button
          tone="primary"
          icon="board"
          className="self-start"
          data-testid="admin-board-open"
          onPress={() => void runBare('windows.open', { screen: 'board' })}
        >
          {t('openButton')}
        </Button>
        {monitor !== null && (
          <p data-testid="admin-board-monitor" className="text-small text-ink-soft">
            {monitor}
          </p>
        )}
      </SettingGroup>
      <SettingGroup title={t('shown:board')} text={t('shown:boardText')}>
        <ShownDoctors
          chosen={shown.board}
          testId="admin-board-doctors"
          onChoose={(chosen) => void save({ shown: { board: [...chosen] } })}
        />
      </SettingGroup>
      <Names names={board.names} />
      <Languages board={board} />
      <Notices notices={board.notices} />
    </>
  );
}

/** Which monitor the board opens on; null: it opens somewhere else. */
function useBoardMonitor(): string | null {
  const { t } = useTranslation('computer');
  const computer = useCall('computer.read', {}).value ?? null;
  if (computer === null) return null;
  if (computer.boardMonitor === null) return t('boardOnlyHere');
  const { label, ...size } = computer.boardMonitor;
  const monitor = label === '' ? t('monitor', size) : t('monitorNamed', { label, ...size });
  return t('boardOn', { monitor });
}

const samples = [
  ['A-017', 'Asha Verma'],
  ['B-004', 'रवि कुमार शर्मा'],
  ['C-102', 'மீனாட்சி சுந்தரம்'],
] as const;

function Names({ names }: Pick<BoardSettings, 'names'>) {
  const { t } = useTranslation('boardSettings');
  const ways = ['none', 'initials', 'masked', 'first', 'full'] as const;
  return (
    <SettingGroup title={t('names')} text={t('namesText')}>
      <RadioRows
        label={t('names')}
        value={names}
        rows={ways.map((way) => ({
          key: way,
          text: t(`name.${way}`),
          testId: `admin-board-names-${way}`,
        }))}
        onChange={(key) => {
          const chosen = ways.find((way) => way === key);
          if (chosen !== undefined) void save({ board: { names: chosen } });
        }}
      />
      <div>
        <p className="text-small font-semibold text-ink-soft">{t('preview')}</p>
        <ul
          data-testid="admin-board-preview"
          className="mt-1 flex flex-wrap gap-x-8 gap-y-2 rounded-control bg-ticket px-4 py-3 text-on-ticket"
        >
          {samples.map(([number, name]) => (
            <li key={number} className="flex items-baseline gap-3">
              <bdi dir="ltr" className="signage text-title">
                {number}
              </bdi>
              <bdi className="text-lead font-semibold">{shownName(name, names)}</bdi>
            </li>
          ))}
        </ul>
      </div>
    </SettingGroup>
  );
}

function Languages({ board }: { readonly board: BoardSettings }) {
  const { t } = useTranslation('boardSettings');
  const choices = languages.map((key) => ({ key, text: languageFacts[key].name }));
  const known = (key: string) => languages.find((one) => one === key);
  return (
    <SettingGroup title={t('languages')} text={t('languagesText')}>
      <div className="grid grid-cols-2 gap-4">
        <SelectField
          label={t('first')}
          value={board.language}
          choices={choices}
          testId="admin-board-language"
          onChange={(key) => {
            const language = known(key);
            if (language === undefined) return;
            const same = language === board.secondLanguage;
            void save({ board: { language, ...(same ? { secondLanguage: null } : {}) } });
          }}
        />
        <SelectField
          label={t('second')}
          value={board.secondLanguage ?? NO_LANGUAGE}
          choices={[
            { key: NO_LANGUAGE, text: t('none') },
            ...choices.filter(({ key }) => key !== board.language),
          ]}
          testId="admin-board-second-language"
          onChange={(key) => void save({ board: { secondLanguage: known(key) ?? null } })}
        />
      </div>
    </SettingGroup>
  );
}

function Notices({ notices }: Pick<BoardSettings, 'notices'>) {
  const { t } = useTranslation('boardSettings');
  const [adding, setAdding] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const lines = adding ? [...notices, ''] : notices;
  // A line is what it says, where it stands: there is nothing else to know it by.
  const rows = lines.map((line, index) => ({ key: `${index} ${line}`, line, n: index + 1 }));
  useEffect(() => {
    if (adding) list.current?.lastElementChild?.querySelector('input')?.focus();
  }, [adding]);
  function keep(n: number, typed: string): void {
    setAdding(false);
    const changed = lines.map((line, index) => (index === n - 1 ? typed.trim() : line));
    void save({ board: { notices: changed.filter((line) => line !== '') } });
  }
  return (
    <SettingGroup title={t('notices')} text={t('noticesText')}>
      <div ref={list} className="flex flex-col gap-4 empty:hidden">
        {rows.map(({ key, line, n }) => (
          <div key={key} className="flex items-end gap-2">
            <SettingText
              label={t('line', { n })}
              value={line}
              testId={`admin-board-line-${n}`}
              className="grow"
              problem={(typed) => (typed.trim().length > LONGEST_LINE ? t('lineProblem') : null)}
              onSave={(typed) => keep(n, typed)}
            />
            <IconButton
              label={t('remove', { n })}
              icon="close"
              tone="danger"
              data-testid={`admin-board-remove-${n}`}
              onPress={() => keep(n, '')}
            />
          </div>
        ))}
      </div>
      {lines.length < MOST_LINES ? (
        <Button
          className="self-start"
          isDisabled={adding}
          data-testid="admin-board-add"
          onPress={() => setAdding(true)}
        >
          {t('add')}
        </Button>
      ) : (
        <p className="text-small text-ink-soft">{t('full')}</p>
      )}
    </SettingGroup>
  );
}
