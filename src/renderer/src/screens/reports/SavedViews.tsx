import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askAgain, useCall } from '../../data/query';
import { useCommand } from '../../data/useCommand';
import { useMay } from '../../data/who';
import { i18n } from '../../i18n';
import { DialogForm } from '../../parts/DialogForm';
import { Button } from '../../ui/Button';
import { FieldFrame, fieldLook } from '../../ui/FieldFrame';
import { Overlay } from '../../ui/Overlay';
import { SelectField } from '../../ui/SelectField';
import { isLookedAt, type Looked } from './wish';

interface Props {
  readonly looked: Looked;
  readonly onOpen: (view: Looked) => void;
}

const NONE = '';

/** What somebody looks at again and again, by a name. */
export function SavedViews({ looked, onOpen }: Props) {
  const { t } = useTranslation('reports');
  const may = useMay();
  const { runBare, busy } = useCommand();
  const views = useCall('reports.views', {}).value ?? [];
  const [opened, setOpened] = useState(NONE);
  const [isSaving, setSaving] = useState(false);
  // Whoever looks at something else by now may open it again.
  const isThere = views.some((view) => view.name === opened && isLookedAt(view, looked));

  async function remove(): Promise<void> {
    await runBare(
      'reports.removeView',
      { name: opened },
      {
        done: () => i18n.t('reports:saved.removed', { name: opened }),
        after: () => {
          setOpened(NONE);
          askAgain('reports.views');
        },
      },
    );
  }

  return (
    <section aria-label={t('saved.label')} className="flex flex-col gap-2 border-t border-line pt-3">
      {views.length > 0 && (
        <SelectField
          label={t('saved.label')}
          testId="reports-views"
          value={isThere ? opened : NONE}
          choices={[
            ...(isThere ? [] : [{ key: NONE, text: t('saved.choose') }]),
            ...views.map(({ name }) => ({ key: name, text: name })),
          ]}
          onChange={(key) => {
            const view = views.find(({ name }) => name === key);
            if (view === undefined) return;
            setOpened(view.name);
            onOpen({ look: view.look, range: view.range, beside: looked.beside });
          }}
        />
      )}
      {may('reports.saveView') && (
        <Button size="small" onPress={() => setSaving(true)} data-testid="reports-save">
          {t('saved.save')}
        </Button>
      )}
      {isThere && may('reports.removeView') && (
        <Button
          size="small"
          tone="plain"
          busy={busy}
          onPress={() => void remove()}
          data-testid="reports-remove"
        >
          {t('saved.remove')}
        </Button>
      )}
      {isSaving && (
        <SaveDialog
          looked={looked}
          taken={views.map(({ name }) => name)}
          onSaved={setOpened}
          onClose={() => setSaving(false)}
        />
      )}
    </section>
  );
}

/** As soon as it is there. */
const focused = (field: HTMLInputElement | null): void => field?.focus();

interface SaveProps {
  readonly looked: Looked;
  readonly taken: readonly string[];
  readonly onSaved: (name: string) => void;
  readonly onClose: () => void;
}

function SaveDialog({ looked, taken, onSaved, onClose }: SaveProps) {
  const { t } = useTranslation('reports');
  const { runBare, busy } = useCommand();
  const [typed, setTyped] = useState('');
  const [isMissing, setMissing] = useState(false);
  const name = typed.trim();

  async function save(): Promise<void> {
    if (name === '') return setMissing(true);
    const { look, range } = looked;
    const saved = await runBare(
      'reports.saveView',
      { name, look, range },
      {
        done: () => i18n.t('reports:saved.done', { name }),
        after: () => {
          askAgain('reports.views');
          onSaved(name);
        },
      },
    );
    if (saved !== null) onClose();
  }

  return (
    <Overlay title={t('saved.title')} closeLabel={t('tokens.close')} place="center" onClose={onClose}>
      <DialogForm
        label={t('saved.title')}
        busy={busy}
        onConfirm={() => void save()}
        onClose={onClose}
        testId="reports-save-confirm"
      >
        <p className="text-ink-soft">{t('saved.text')}</p>
        <FieldFrame
          label={t('saved.name')}
          error={isMissing && name === '' ? t('saved.needsName') : null}
          doubt={taken.includes(name) ? t('saved.replaces') : null}
        >
          {(ids) => (
            <input
              {...ids}
              ref={focused}
              value={typed}
              maxLength={60}
              dir="auto"
              data-testid="reports-name"
              className={fieldLook}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          )}
        </FieldFrame>
      </DialogForm>
    </Overlay>
  );
}
