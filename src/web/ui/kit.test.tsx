import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Button } from './button.tsx';
import { Checkbox } from './checkbox.tsx';
import { Combobox } from './combobox.tsx';
import { DataTable } from './data-table.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { Form } from './form.tsx';
import { pagesAround, Pagination } from './pagination.tsx';
import { RadioGroup } from './radio-group.tsx';
import { StateTag } from './state-tag.tsx';
import { TextField } from './text-field.tsx';
import { WhyPanel } from './why-panel.tsx';

describe('a field', () => {
  it('ties its label, hint and error to the control', () => {
    const html = renderToString(
      <TextField id="phone" name="phone" label="Điện thoại" hint="10 chữ số" error="Hãy nhập đủ 10 chữ số" />,
    );
    expect(html).toContain('for="phone"');
    expect(html).toContain('aria-describedby="phone-hint phone-error"');
    expect(html).toContain('id="phone-hint"');
    expect(html).toContain('id="phone-error"');
    expect(html).toContain('aria-invalid="true"');
  });

  it('says that it may stay empty', () => {
    expect(renderToString(<TextField id="a" name="a" label="Ghi chú" required={false} />)).toContain(
      '(không bắt buộc)',
    );
  });

  it('keeps what was typed, escaped', () => {
    const html = renderToString(
      <TextField id="a" name="a" label="Tên" value={'"><script>alert(1)</script>'} />,
    );
    expect(html).not.toContain('<script');
    expect(html).toContain('&quot;>&lt;script>');
  });

  it('of sensitive data is marked, so that no draft keeps it', () => {
    expect(renderToString(<TextField id="a" name="a" label="Số định danh" sensitive />)).toContain(
      'data-sensitive',
    );
  });
});

describe('a group of choices', () => {
  const options = [
    { value: 'counter', text: 'Tại quầy' },
    { value: 'post', text: 'Qua bưu chính', hint: 'Cước do người nhận trả' },
  ];

  it('gives its first choice the id an error links to', () => {
    const html = renderToString(<RadioGroup id="way" name="way" label="Nhận kết quả" options={options} />);
    expect(html).toContain('id="way"');
    expect(html).toContain('id="way-2"');
    expect(html).toContain('aria-describedby="way-2-option-hint"');
  });

  it('checks the choice made before', () => {
    const html = renderToString(
      <RadioGroup id="way" name="way" label="Nhận kết quả" options={options} value="post" />,
    );
    expect(html).toMatch(/value="post"[^>]*checked/);
    expect(html).not.toMatch(/value="counter"[^>]*checked/);
  });

  it('of one box shows its error and its label', () => {
    const html = renderToString(<Checkbox id="true" name="true" label="Tôi cam đoan" error="Hãy cam đoan" />);
    expect(html).toContain('aria-describedby="true-error"');
    expect(html).toContain('for="true"');
  });
});

describe('a combobox', () => {
  it('is a select without script', () => {
    const html = renderToString(
      <Combobox id="p" name="p" label="Thủ tục" options={[{ value: 'ks', text: 'Khai sinh' }]} value="ks" />,
    );
    expect(html).toMatch(/<option selected[^>]*value="ks"|<option value="ks"[^>]*selected/);
  });

  it('with a remote source sends the words, and the choice beside them', () => {
    const html = renderToString(
      <Combobox id="who" name="who" label="Người nộp" source="/people?q=" text="Nguyễn" />,
    );
    expect(html).toContain('name="who"');
    expect(html).toContain('name="whoValue"');
    expect(html).toContain('data-source="/people?q="');
  });
});

describe('a form', () => {
  it('carries its form id and hidden values and leaves validation to the server', () => {
    const html = renderToString(
      <Form action="/dossiers" formId="f-1" hidden={[{ name: 'step', value: '2' }]}>
        <Button>Tiếp nhận</Button>
      </Form>,
    );
    expect(html).toContain('name="formId" value="f-1"');
    expect(html).toContain('name="step" value="2"');
    expect(html).toMatch(/novalidate/i);
  });

  it('links each error to its field', () => {
    const html = renderToString(<ErrorSummary errors={[{ message: 'Hãy nhập tên', fieldId: 'name' }]} />);
    expect(html).toContain('href="#name"');
    expect(html).toContain('role="alert"');
  });

  it('without errors has no summary', () => {
    expect(renderToString(<ErrorSummary errors={[]} />)).toBe('');
  });
});

describe('a button', () => {
  it('that cannot be pressed says why', () => {
    const html = renderToString(<Button disabledBecause="Chờ bổ sung giấy tờ">Chuyển bước</Button>);
    expect(html).toContain('disabled');
    expect(html).toContain('Chờ bổ sung giấy tờ');
  });

  it('with an address is a link', () => {
    expect(renderToString(<Button href="/dossiers">Hồ sơ</Button>)).toMatch(/^<a /);
  });
});

describe('a list', () => {
  const columns = [{ key: 'name', header: 'Tên', sortable: true, cell: (row: { name: string }) => row.name }];

  it('turns the order of the column it is sorted by', () => {
    const html = renderToString(
      <DataTable
        caption="Người"
        columns={columns}
        rows={[{ name: 'A' }]}
        rowKey={(row) => row.name}
        sort={{ key: 'name', dir: 'asc' }}
        hrefFor={({ key, dir, page }) => `?sort=${key}&dir=${dir}&page=${page}`}
      />,
    );
    expect(html).toContain('aria-sort="ascending"');
    expect(html).toContain('?sort=name&amp;dir=desc&amp;page=1');
  });

  it('without rows says so', () => {
    const html = renderToString(
      <DataTable caption="Người" columns={columns} rows={[]} rowKey={(row) => row.name} />,
    );
    expect(html).toContain('Chưa có gì');
    expect(html).not.toContain('<table');
  });

  it('counts its pages in words', () => {
    const html = renderToString(
      <Pagination page={2} pageSize={50} total={1204} hrefFor={(page) => `?page=${page}`} />,
    );
    expect(html.replaceAll('<!-- -->', '')).toContain('Từ 51 đến 100 trong 1.204');
  });

  it.each([
    [1, 1, [1]],
    [1, 3, [1, 2, 3]],
    [5, 10, [1, undefined, 4, 5, 6, undefined, 10]],
    [3, 5, [1, 2, 3, 4, 5]],
  ])('at page %i of %i leaves out only runs of pages', (page, last, shown) => {
    expect(pagesAround(page, last)).toEqual(shown);
  });
});

describe('states and dates', () => {
  it('are said in words, not by colour alone', () => {
    expect(renderToString(<StateTag tone="late" text="Trễ 1 ngày" />)).toContain('Trễ 1 ngày');
  });

  it('explain themselves day by day, with the law', () => {
    const html = renderToString(
      <WhyPanel
        sentences={['Thời hạn 1 ngày làm việc.']}
        days={[
          { date: '30/4', weekday: 'Năm', kind: 'skipped', note: 'Ngày Chiến thắng' },
          { date: '4/5', weekday: 'Hai', kind: 'due' },
        ]}
        legalBasis="Điều 16 Luật Hộ tịch"
      />,
    );
    expect(html).toContain('không tính');
    expect(html).toContain('ngày hẹn');
    expect(html).toContain('Điều 16 Luật Hộ tịch');
  });
});
