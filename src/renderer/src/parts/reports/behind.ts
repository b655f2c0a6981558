import type { Report } from '../../../../shared/model/report';
import {
  type Cohort,
  type Dimension,
  type FigureName,
  figures,
} from '../../../../shared/model/report-figures';
import { i18n } from '../../i18n';
import type { Behind, View } from './view';
import { figureText, rowText } from './words';

/** The tokens behind a figure of a row. */
export interface CellWish {
  readonly cohort: Cohort;
  readonly by: Dimension;
  readonly key: string;
}
export type ReportView = View<CellWish> & { readonly by: Dimension };

/** What to ask main for the tokens of a figure with; null: it is not made of tokens. */
export function behindOf(
  report: Report,
  by: Dimension,
  key: string,
  figure: FigureName,
): Behind<CellWish> | null {
  const { cohort } = figures[figure];
  if (cohort === null) return null;
  const row = rowText(by, key, report);
  return {
    title: i18n.t('reports:tokens.title', { figure: figureText(figure), row }),
    wish: { cohort, by, key },
  };
}
