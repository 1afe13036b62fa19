import { describe, expect, test } from 'vitest';
import {
  boundary,
  call,
  CLERK,
  end,
  exclusive,
  inclusive,
  message,
  parallel,
  processOf,
  service,
  start,
  task,
  timer,
} from '#kernel/process/process.fixture.ts';
import type { ProcessDefinition } from '#kernel/process/schema.ts';
import { exportBpmn } from './export.ts';
import { importBpmn } from './import.ts';
import { layoutDiagram } from './layout.ts';
import { OUTCOME_LABELS } from './report.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const MODEL = 'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"';
const file = (inside: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><definitions ${MODEL} id="d">${inside}</definitions>`;
const linesOf = async (inside: string) =>
  (await importBpmn(bytes(file(inside)))).report.map(({ outcome, type, reason }) =>
    `${outcome} ${type} ${reason}`.trim(),
  );

/** Everything the subset has. */
const all: ProcessDefinition = {
  ...processOf(
    [
      { ...start(), lane: 'lane-1' },
      { ...task('a', 90), name: 'Thẩm định "hồ sơ" & <đất>', lane: 'lane-1', unitRole: null },
      boundary('late', 'a', false),
      boundary('later', 'a', true),
      { ...service('pay'), lane: 'lane-2' },
      exclusive('g', 'g-m'),
      timer('t', 30),
      message('ask'),
      exclusive('m'),
      inclusive('i', 'i-j'),
      call('link'),
      inclusive('j'),
      parallel('s'),
      task('b', 0.5),
      parallel('k'),
      end(),
      end('stop', 'terminate'),
      end('fail', 'error'),
    ],
    'start > a > g > m > i > j > s > b > k > end',
    'g > t : form.area > 100 and form.kind = "đất ở"',
    't > ask > m',
    'i > link : form.area < 5',
    'link > j',
    's > k',
    'late > pay > stop',
    'later > fail',
  ),
  lanes: [
    { id: 'lane-1', name: 'Một cửa', unitRole: CLERK },
    { id: 'lane-2', name: 'Thuế', unitRole: null },
  ],
};

describe('a definition of ours', () => {
  test('comes back from its file as it went, and nothing in it is refused', async () => {
    const diagram = layoutDiagram(all);
    const xml = await exportBpmn(all, diagram);
    const back = await importBpmn(bytes(xml));
    expect(back.definition).toEqual(all);
    expect(back.diagram).toEqual(diagram);
    expect(back.isDrawn).toBe(true);
    expect(back.report.filter(({ outcome }) => outcome !== 'kept')).toEqual([]);
    expect(await exportBpmn(back.definition, back.diagram)).toBe(xml);
  });

  test('is drawn with nothing on top of anything else', () => {
    const { shapes } = layoutDiagram(all);
    const nodes = shapes.filter(({ element }) => !['late', 'later', 'lane-1', 'lane-2'].includes(element));
    for (const [index, { bounds: a }] of nodes.entries()) {
      for (const { bounds: b } of nodes.slice(index + 1)) {
        const apart =
          a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
        expect(apart).toBe(true);
      }
    }
  });

  test('lanes are bands that hold their elements', () => {
    const { shapes, pool } = layoutDiagram(all);
    const at = (id: string) =>
      shapes.find(({ element }) => element === id)?.bounds ?? { x: 0, y: 0, width: 0, height: 0 };
    for (const node of all.nodes.filter(({ lane }) => lane !== null)) {
      const [box, band] = [at(node.id), at(node.lane ?? '')];
      expect(box.y).toBeGreaterThanOrEqual(band.y);
      expect(box.y + box.height).toBeLessThanOrEqual(band.y + band.height);
    }
    expect(pool?.height).toBeGreaterThan(0);
  });
});

describe('a file of somebody else', () => {
  const straight = `<process id="p" isExecutable="true"><startEvent id="s"/><task id="t" name="Xem&#10; xét"/><endEvent id="e"/>
    <sequenceFlow id="f1" sourceRef="s" targetRef="t"/><sequenceFlow id="f2" sourceRef="t" targetRef="e"/></process>`;

  test('a plain task becomes a step, and the report says what is missing', async () => {
    const { definition, report, isDrawn } = await importBpmn(bytes(file(straight)));
    expect(definition.nodes[1]).toEqual({
      kind: 'user-task',
      id: 't',
      name: 'Xem xét',
      lane: null,
      unitRole: null,
      quotaMinutes: null,
    });
    expect(report.find(({ id }) => id === 't')).toMatchObject({
      outcome: 'adapted',
      reason: 'Nhập thành bước do người thực hiện.',
    });
    expect(report.map(({ outcome }) => OUTCOME_LABELS[outcome])).toContain('Chuyển đổi');
    expect(isDrawn).toBe(false);
  });

  test('without a drawing it gets one, and keeps it', async () => {
    const first = await importBpmn(bytes(file(straight)));
    expect(first.diagram.shapes).toHaveLength(3);
    const second = await importBpmn(bytes(await exportBpmn(first.definition, first.diagram)));
    expect(second.diagram).toEqual(first.diagram);
  });

  test.each([
    ['<subProcess id="x"/>', 'refused subProcess Quy trình con'],
    ['<eventBasedGateway id="x"/>', 'refused eventBasedGateway Loại cổng này'],
    ['<scriptTask id="x"/>', 'refused scriptTask Không chạy mã'],
    [
      '<userTask id="x"><multiInstanceLoopCharacteristics/></userTask>',
      'refused userTask Bước lặp theo danh sách',
    ],
    [
      '<intermediateCatchEvent id="x"><signalEventDefinition/></intermediateCatchEvent>',
      'refused intermediateCatchEvent Sự kiện này',
    ],
    ['<endEvent id="x"><signalEventDefinition/></endEvent>', 'refused endEvent Sự kiện này'],
    [
      '<intermediateCatchEvent id="x"><timerEventDefinition><timeCycle>R/P1D</timeCycle></timerEventDefinition></intermediateCatchEvent>',
      'refused intermediateCatchEvent Hẹn giờ lặp lại',
    ],
    [
      '<boundaryEvent id="x" attachedToRef="sub"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent><subProcess id="sub"/>',
      'refused boundaryEvent Bước mà hẹn giờ',
    ],
    [
      '<intermediateCatchEvent id="x"><timerEventDefinition><timeDuration>P1DT2H</timeDuration></timerEventDefinition></intermediateCatchEvent>',
      'adapted intermediateCatchEvent Thời gian P1DT2H',
    ],
    ['<sendTask id="x"/>', 'adapted sendTask Nhập thành việc “Gửi thông báo”.'],
    ['<serviceTask id="x"/>', 'kept serviceTask Cần chọn việc'],
    ['<textAnnotation id="x"/>', 'dropped textAnnotation Chỉ để minh họa'],
    [
      '<userTask id="x"><documentation>a</documentation></userTask>',
      'dropped documentation 1 phần tử có phần ghi chú',
    ],
    [
      '<sequenceFlow id="x" sourceRef="s" targetRef="nowhere"/>',
      'refused sequenceFlow Nối với phần tử không nhận được',
    ],
  ])('%s', async (inside, line) => {
    const lines = await linesOf(`<process id="p"><startEvent id="s"/>${inside}</process>`);
    expect(lines.some((found) => found.startsWith(line))).toBe(true);
  });

  test('other processes of the file are refused by name', async () => {
    const lines = await linesOf(`${straight}<process id="q"><startEvent id="s2"/></process>`);
    expect(lines.at(-1)).toContain('refused process Mỗi tệp chỉ nhập một quy trình');
  });

  test('encodings are read as declared', async () => {
    const text = file('<process id="p" name="Việc"><startEvent id="s"/></process>');
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...Array.from(text, (letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]).flat(),
    ]);
    expect((await importBpmn(utf16)).definition.name).toBe('Việc');
    const latin = text.replace('UTF-8', 'ISO-8859-1').replace('Việc', 'h\u00f4');
    expect((await importBpmn(Uint8Array.from(latin, (letter) => letter.charCodeAt(0)))).definition.name).toBe(
      'hô',
    );
  });
});

describe('a file that is not taken', () => {
  const entity = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]><definitions ${MODEL}><process id="p" name="&x;"><startEvent id="s"/></process></definitions>`;

  test.each([
    ['an entity of another file', entity, 'DOCTYPE'],
    ['a document type in capitals and small letters', entity.replace('DOCTYPE', 'docType'), 'DOCTYPE'],
    ['no XML', 'bpmn', 'không phải là BPMN 2.0'],
    ['another XML', '<a/>', 'không phải là BPMN 2.0'],
    ['no process', file(''), 'không có quy trình nào'],
    ['an empty process', file('<process id="p"/>'), 'không có quy trình nào'],
    ['an unknown encoding', '<?xml version="1.0" encoding="x-none"?><a/>', 'bảng mã x-none'],
  ])('%s', async (_, text, sentence) => {
    await expect(importBpmn(bytes(text))).rejects.toThrow(sentence);
  });

  test('entities hidden by another encoding are found as well', async () => {
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...Array.from(entity, (letter) => [letter.charCodeAt(0), 0]).flat(),
    ]);
    await expect(importBpmn(utf16)).rejects.toThrow('DOCTYPE');
  });

  test('bytes that are not in their encoding, and too many of them', async () => {
    await expect(importBpmn(new Uint8Array([0x3c, 0xff, 0xff]))).rejects.toThrow('bảng mã utf-8');
    await expect(importBpmn(new Uint8Array(2_000_001))).rejects.toThrow('lớn hơn 2 MB');
  });
});
