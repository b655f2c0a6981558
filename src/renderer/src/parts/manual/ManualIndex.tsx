import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ComboField } from '../../ui/ComboField';
import { cx } from '../../ui/cx';
import type { ManualPage, PageName } from './pages';
import { type Hit, searchPages } from './search';

interface Props {
  readonly pages: readonly ManualPage[];
  readonly shown: PageName | null;
  readonly onPage: (name: PageName, hit: Hit | null) => void;
  readonly children: ReactNode;
}

/** The pages, and a field that looks through all of them: whoever opens the manual can type at once. */
export function ManualIndex({ pages, shown, onPage, children }: Props) {
  const { t } = useTranslation('manual');
  const [query, setQuery] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const hits = searchPages(pages, query);
  const isAsked = query.trim() !== '';
  return (
    <div className="flex shrink-0 flex-col gap-3 min-[860px]:w-[20rem]">
      <ComboField
        label={t('search')}
        listLabel={t('found')}
        testId="manual-search"
        passesEscape
        inFlow
        inputRef={field}
        value={query}
        isOpen={isAsked}
        startAt={0}
        options={hits.map((hit, index) => ({
          key: String(index),
          testId: `manual-hit-${index}`,
          content: <HitLine hit={hit} />,
        }))}
        onChange={setQuery}
        onOpenChange={() => undefined}
        onPick={(key) => {
          const hit = hits[Number(key)];
          if (hit !== undefined) onPage(hit.page.name, hit);
        }}
      />
      <p role="status" className="text-small text-ink-soft">
        {isAsked && hits.length === 0 && t('nothing')}
      </p>
      <nav
        aria-label={t('pages')}
        // What was found takes their place.
        hidden={hits.length > 0}
        className="flex flex-wrap gap-0.5 [&[hidden]]:hidden min-[860px]:flex-col"
      >
        {pages.map(({ name, title }) => (
          <button
            key={name}
            type="button"
            aria-current={name === shown ? 'page' : undefined}
            data-testid={`manual-${name}`}
            onClick={() => onPage(name, null)}
            className={cx(
              'cursor-pointer rounded-control px-3 py-1.5 text-start font-semibold hover:bg-sunken',
              name === shown && 'bg-accent-soft text-on-accent-soft',
            )}
          >
            {title}
          </button>
        ))}
      </nav>
      <div className="flex flex-wrap gap-2">{children}</div>
    </div>
  );
}

function HitLine({ hit: { page, under, text } }: { readonly hit: Hit }) {
  return (
    <>
      <span className="block text-caption text-ink-soft">
        {page.title}
        {under !== page.title && under !== text && ` · ${under}`}
      </span>
      <span className="line-clamp-2 text-small font-semibold">{text}</span>
    </>
  );
}
