import { useTranslation } from 'react-i18next';
import { closeOverlay, tokenActions } from '../../../stores/deskView';
import { KeyList } from '../../../ui/KeyList';
import { Overlay } from '../../../ui/Overlay';
import { actionFacts } from '../token/actions';

const anywhere = [
  ['issue', 'F2'],
  ['newForm', 'Esc Esc'],
  ['aside', 'Alt Z'],
  ['likely', 'Alt M'],
  ['another', 'Alt A'],
  ['find', 'F3 · Ctrl K'],
  ['callList', 'F4'],
  ['history', 'F8'],
  ['printer', 'F9'],
  ['overdue', 'F7'],
  ['endDay', 'F6'],
  ['undo', 'Ctrl Z'],
  ['source', 'Alt 1–5'],
  ['day', 'Alt D'],
  ['slot', 'Alt S'],
  ['need', 'Alt G'],
  ['board', '1–9'],
  ['boards', 'Alt ← →'],
  ['walk', '← ↑ ↓ →'],
  ['sheet', '?'],
] as const;

/** `?`: every key there is, on one page. */
export function ShortcutSheet() {
  const { t } = useTranslation(['desk', 'common']);
  return (
    <Overlay
      title={t('keys.title')}
      closeLabel={t('dialog.close')}
      place="center"
      width="wide"
      testId="desk-shortcuts"
      onClose={closeOverlay}
    >
      <div className="grid gap-x-10 gap-y-5 min-[640px]:grid-cols-2">
        <KeyList
          title={t('keys.anywhere')}
          rows={anywhere.map(([name, key]) => ({ key, text: t(`keys.${name}`) }))}
        />
        <div className="flex flex-col gap-5">
          <KeyList
            title={t('keys.onToken')}
            rows={tokenActions
              .filter((action) => action !== 'serve')
              .map((action) => ({
                key: actionFacts[action].key.toUpperCase(),
                text: t(`action.${action}`),
              }))}
          />
          <p className="text-small text-ink-soft">{t('keys.sources')}</p>
        </div>
      </div>
    </Overlay>
  );
}
