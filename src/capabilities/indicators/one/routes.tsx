import { Hono } from 'hono';
import { periodWords } from '#kernel/period/words.ts';
import { requireActor } from '#foundation/access/authorise.ts';
import type { AppEnv } from '#foundation/http.ts';
import { exportFormatOf, exportTable, type ExportColumn } from '#web/http/export.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { catalogue } from '../catalogue/service.ts';
import { type Figure, indicatorPaths } from '../schema.ts';
import { CERTAINTY_LABELS, ORIGIN_LABELS } from '../words.ts';
import { IndicatorContent } from './page.tsx';
import { figureQuery } from './schema.ts';
import { indicatorView, type IndicatorView } from './view.ts';

const UP = [{ text: 'Chỉ tiêu', href: indicatorPaths.list }];

/** The page of one indicator. */
export const indicatorPageRoutes = new Hono<AppEnv>().get(
  indicatorPaths.one(':code{[A-Z0-9-]{1,40}}'),
  async (c) => {
    const ctx = c.get('ctx');
    requireActor(ctx);
    const code = c.req.param('code') ?? '';
    const view = await indicatorView(ctx, code, figureQuery.parse(c.req.query()), await catalogue(ctx));
    const format = exportFormatOf(c.req.query('format'));
    if (format) {
      const name = `chi-tieu-${code.toLowerCase()}`;
      return exportTable({ name, columns: SERIES_COLUMNS, rows: view.series.figures, format });
    }
    const { name, retiredOn } = view.indicator;
    return c.get('staffPage')(
      {
        title: name,
        breadcrumbs: UP,
        tag: retiredOn === null ? null : <StateTag text="Không còn dùng" />,
        actions: <Actions view={view} />,
      },
      <IndicatorContent view={view} />,
    );
  },
);

function Actions({ view: { may, indicator, figure, ask } }: { readonly view: IndicatorView }) {
  const { code, retiredOn } = indicator;
  return (
    <ButtonGroup>
      {may.enter && retiredOn === null ? (
        <Button
          href={`${indicatorPaths.enter(code)}${figure.href.slice(figure.href.indexOf('?'))}`}
          variant="secondary"
        >
          Nhập số liệu
        </Button>
      ) : null}
      {may.manage ? (
        <Button href={indicatorPaths.edit(code)} variant="secondary">
          Sửa chỉ tiêu
        </Button>
      ) : null}
      {may.manage ? (
        <Button href={indicatorPaths.retire(code)} variant="link">
          {retiredOn === null ? 'Ngừng dùng' : 'Dùng lại'}
        </Button>
      ) : null}
      {ask.unitId > 0 ? (
        <Button act="print" variant="link">
          In trang này
        </Button>
      ) : null}
    </ButtonGroup>
  );
}

const SERIES_COLUMNS: readonly ExportColumn<Figure>[] = [
  { header: 'Mã', value: ({ code }) => code },
  { header: 'Chỉ tiêu', value: ({ name }) => name, width: 48 },
  { header: 'Kỳ', value: ({ period }) => periodWords(period), width: 28 },
  { header: 'Số liệu', value: ({ value }) => value },
  { header: 'Đơn vị tính', value: ({ unitOfMeasure }) => unitOfMeasure },
  { header: 'Tử số', value: ({ numerator }) => numerator ?? null },
  { header: 'Mẫu số', value: ({ denominator }) => denominator ?? null },
  { header: 'Có từ đâu', value: ({ origin }) => ORIGIN_LABELS[origin] },
  { header: 'Độ tin cậy', value: ({ certainty }) => (certainty ? CERTAINTY_LABELS[certainty] : '') },
  { header: 'Nguồn', value: ({ source }) => source?.title ?? '', width: 40 },
  { header: 'Vị trí', value: ({ source }) => source?.place ?? '' },
  { header: 'Ghi chú', value: ({ note }) => note, width: 40 },
];
