import type { BoardView } from '../../../../shared/model/board';
import { timeText } from '../../i18n/format';
import { Icon } from '../../ui/Icon';
import { useTurns } from './useTurns';
import { Both, First } from './words';

interface Props {
  readonly view: BoardView;
  readonly silent: boolean;
  readonly page: number;
  readonly pages: number;
  readonly height: number;
}

/** The clinic's notices, one at a time, and which page this is; in a silence, that and what to do instead. */
export function Foot({ view, silent, page, pages, height }: Props) {
  const turn = useTurns(view.notices.length + 1);
  const notice = view.notices[turn];
  return (
    <footer
      className="flex shrink-0 items-center gap-[1rem] overflow-hidden"
      style={{ height: `${height}rem` }}
    >
      {silent ? (
        <Silence view={view} />
      ) : (
        <div
          data-testid="board-notice"
          className="flex min-w-0 grow items-center gap-[0.8rem] px-[0.4rem] text-[1.5rem] leading-[1.4] text-ink-soft"
        >
          <Icon name="info" className="size-[1.8rem] text-accent" />
          {notice === undefined ? (
            <Both say={(t) => t('board:emergencies')} className="line-clamp-2" />
          ) : (
            <span dir="auto" className="line-clamp-2">
              {notice}
            </span>
          )}
        </div>
      )}
      {pages > 1 && <Pages page={page} pages={pages} />}
    </footer>
  );
}

/** Which page this is, as dots and in a word. */
function Pages({ page, pages }: Pick<Props, 'page' | 'pages'>) {
  const dots = Array.from({ length: pages }, (_, index) => index);
  return (
    <div
      data-testid="board-pages"
      className="figures flex shrink-0 items-center gap-[0.8rem] text-[1.4rem] text-ink-soft"
    >
      <span aria-hidden="true" className="flex gap-[0.5rem]">
        {dots.map((dot) => (
          <span
            key={dot}
            className={
              dot === page
                ? 'h-[1rem] w-[2.4rem] rounded-pill bg-accent'
                : 'size-[1rem] rounded-pill bg-line-strong'
            }
          />
        ))}
      </span>
      <First say={(t) => t('board:page', { page: page + 1, pages })} />
    </div>
  );
}

function Silence({ view }: Pick<Props, 'view'>) {
  return (
    <div
      role="alert"
      data-testid="board-silence"
      className="flex h-full min-w-0 grow items-center gap-[1.2rem] rounded-card border-[0.2rem] border-danger bg-danger-soft px-[1.2rem]"
    >
      <Icon name="warn" className="size-[4rem] text-danger" />
      <div className="min-w-0">
        <Both
          say={(t) => t('board:silent')}
          className="block truncate text-[2.6rem] leading-[1.35] font-bold portrait:text-[2rem]"
        />
        <Both
          say={(t, language) => t('board:silentText', { time: timeText(view.now, view.timeZone, language) })}
          apart="below"
          className="block text-[1.5rem] leading-[1.4] portrait:text-[1.3rem]"
        />
      </div>
    </div>
  );
}
