import { useEffect, useRef, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { hereAs } from '../../api/place';
import { currentLanguage } from '../../i18n';
import { closeManual } from '../../stores/manual';
import { Button } from '../../ui/Button';
import { Overlay } from '../../ui/Overlay';
import { ManualArticle } from './ManualArticle';
import { ManualIndex } from './ManualIndex';
import { loadPages, type ManualPage, type PageName } from './pages';
import type { Hit } from './search';
import { useReadingKeys } from './useReadingKeys';

/** Where whoever works at a screen begins to read. */
const pageOfScreen: Readonly<Record<string, PageName>> = {
  doctor: 'doctor',
  admin: 'admin',
  reports: 'reports',
  recovery: 'trouble',
};

/** The manual: pages and search on one side, the page on the other. */
export function Manual() {
  const { t } = useTranslation('manual');
  const pages = usePages();
  const [way, setWay] = useState<readonly PageName[]>([pageOfScreen[hereAs().screen] ?? 'reception']);
  const [found, setFound] = useState<Hit | null>(null);
  const reading = useRef<HTMLDivElement>(null);
  const isPrinting = useIsPrinting();
  const page = pages.find(({ name }) => name === way.at(-1));
  const foundHere = found !== null && found.page.name === page?.name ? found.block : null;
  useScrolled(reading, page, foundHere);

  const goTo = (name: PageName, hit: Hit | null): void => {
    setFound(hit);
    if (name !== way.at(-1)) setWay([...way, name]);
  };
  const goBack = (): void => {
    if (way.length < 2) return;
    setFound(null);
    setWay(way.slice(0, -1));
  };

  useReadingKeys(reading, goBack);

  return (
    <Overlay
      title={t('title')}
      closeLabel={t('close')}
      place="center"
      width="full"
      testId="manual"
      onClose={closeManual}
    >
      <div className="flex h-[82vh] min-h-0 flex-col gap-x-6 gap-y-3 min-[860px]:flex-row">
        <ManualIndex pages={pages} shown={page?.name ?? null} onPage={goTo}>
          <Button size="small" icon="back" shortcut="Alt ←" isDisabled={way.length < 2} onPress={goBack}>
            {t('back')}
          </Button>
          <Button
            size="small"
            icon="printer"
            shortcut="Ctrl P"
            data-testid="manual-print"
            onPress={() => window.print()}
          >
            {t('print')}
          </Button>
        </ManualIndex>
        <div ref={reading} data-testid="manual-page" className="scroll-quiet min-h-0 min-w-0 grow px-2">
          {page !== undefined && (
            <ManualArticle page={page} found={foundHere} onPage={(name) => goTo(name, null)} />
          )}
        </div>
      </div>
      {isPrinting &&
        page !== undefined &&
        createPortal(
          <div className="manual-paper">
            <ManualArticle page={page} found={null} onPage={null} />
          </div>,
          document.body,
        )}
    </Overlay>
  );
}

/** In the language of the window; another one, once it is there. */
function usePages(): readonly ManualPage[] {
  const [pages, setPages] = useState<readonly ManualPage[]>([]);
  const language = currentLanguage();
  useEffect(() => {
    let isWanted = true;
    void loadPages(language === 'hi' ? 'hi' : 'en').then((loaded) => {
      if (isWanted) setPages(loaded);
    });
    return () => {
      isWanted = false;
    };
  }, [language]);
  return pages;
}

/** Another page begins at its top; what was found on it is brought into view. */
function useScrolled(
  reading: { readonly current: HTMLDivElement | null },
  page: ManualPage | undefined,
  found: number | null,
): void {
  useEffect(() => {
    const room = reading.current;
    if (room === null || page === undefined) return;
    if (found === null) room.scrollTo(0, 0);
    else room.querySelector(`[data-block="${found}"]`)?.scrollIntoView({ block: 'start' });
  }, [reading, page, found]);
}

/** On paper the page stands alone, however it came to be printed. */
function useIsPrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const begin = (): void => flushSync(() => setPrinting(true));
    const end = (): void => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting;
}
