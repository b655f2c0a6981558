import { useTranslation } from 'react-i18next';
import { useFees } from '../../../data/fees';
import { closeOverlay, tokenActions } from '../../../stores/deskView';
import { KeyList } from '../../../ui/KeyList';
import { Overlay } from '../../../ui/Overlay';
import { actionFacts } from '../token/actions';
import { sheetKeys } from './sheetKeys';

/** `?`: every key there is, on one page. */
export function ShortcutSheet() {
  const { t } = useTranslation(['desk', 'common']);
  const fees = useFees() !== null;
  const keys = sheetKeys.filter(([name]) => fees || (name !== 'payment' && name !== 'count'));
  return (
    <Overlay
      title={t('keys.title')}
      closeLabel={t('dialog.close')}
      place="center"
      width="wide"
      isRead
      testId="desk-shortcuts"
      onClose={closeOverlay}
    >
      <div className="grid gap-x-10 gap-y-5 min-[640px]:grid-cols-2">
        <KeyList
          title={t('keys.anywhere')}
          rows={keys.map(([name, key]) => ({ key, text: t(`keys.${name}`) }))}
        />
        <div className="flex flex-col gap-5">
          <KeyList
            title={t('keys.onToken')}
            rows={tokenActions
              .filter((action) => action !== 'serve' && (action !== 'payment' || fees))
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
