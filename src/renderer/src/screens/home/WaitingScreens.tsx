import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { WaitingScreen } from '../../../../shared/model/computer';
import { useCall } from '../../data/query';
import { isText } from '../../keys/field';
import { keyOf } from '../../keys/position';
import { Alert } from '../../ui/Alert';
import { Button } from '../../ui/Button';

type Opens = (screen: WaitingScreen['screen']) => void;

const keys = { board: 'B', kiosk: 'K' } as const;

/** What did not open by itself, why, and the key that opens it all the same. */
export function WaitingScreens({ onOpen }: { readonly onOpen: Opens }) {
  const { t } = useTranslation('computer');
  const waiting = useCall('computer.read', {}).value?.waiting ?? [];
  useOpenKeys(waiting, onOpen);
  return waiting.map(({ screen, monitor, why }) => (
    <Alert
      key={screen}
      tone="warn"
      icon={screen === 'board' ? 'board' : 'touch'}
      title={t(`waits.${screen}`)}
      text={why === 'gone' && monitor !== null ? t('waits.goneNamed', { monitor }) : t(`waits.${why}`)}
      testId={`home-waits-${screen}`}
    >
      <Button
        className="mt-2"
        shortcut={keys[screen]}
        data-testid={`home-waits-${screen}-open`}
        onPress={() => onOpen(screen)}
      >
        {t('waits.openHere')}
      </Button>
    </Alert>
  ));
}

function useOpenKeys(waiting: readonly WaitingScreen[], onOpen: Opens): void {
  const latest = useRef({ waiting, onOpen });
  useEffect(() => {
    latest.current = { waiting, onOpen };
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.repeat || isText(event.target)) return;
      if (document.querySelector('[role=dialog],[role=alertdialog],[role=listbox]') !== null) return;
      const wanted = latest.current.waiting.find(({ screen }) => keys[screen].toLowerCase() === keyOf(event));
      if (wanted === undefined) return;
      event.preventDefault();
      latest.current.onOpen(wanted.screen);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
