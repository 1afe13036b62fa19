import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import writeExcel from 'write-excel-file/node';
import { inspect } from './inspect.ts';
import {
  archiveOf,
  DOCX,
  docxWith,
  JPEG,
  jpegOf,
  packedObjects,
  PDF,
  pdfOf,
  pdfWith,
  PNG,
  pngOf,
  relationships,
} from './specimens.fixture.ts';

const MEGABYTE = 1024 * 1024;
const behind = (bytes: Buffer, tail: string): Buffer => Buffer.concat([bytes, Buffer.from(tail, 'latin1')]);
const problem = async (bytes: Buffer): Promise<string | undefined> => (await inspect(bytes)).problem;

const DRAWING = Buffer.from(
  '<?xml version="1.0"?>\n<a:b xmlns:a="http://www.omg.org/spec/BPMN/20100524/MODEL"/>',
);

describe('What is taken', () => {
  test.each([
    ['a PDF', PDF, 'application/pdf'],
    ['a picture of a scanner', JPEG, 'image/jpeg'],
    ['two pictures in one file, as telephones write them', Buffer.concat([JPEG, JPEG]), 'image/jpeg'],
    ['a picture of a screen', PNG, 'image/png'],
    ['words', Buffer.from('Báo cáo\n\f12 trang'), 'text/plain'],
    ['words in UTF-16', Buffer.from('\uFEFFBáo cáo', 'utf16le'), 'text/plain'],
    ['a text', DOCX, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['a catalogue', Buffer.from('\uFEFF{"format": 1}'), 'application/json'],
    ['a drawing of a process', DRAWING, 'application/bpmn+xml'],
    ['one in UTF-16', Buffer.from(`\uFEFF${DRAWING.toString()}`, 'utf16le'), 'application/bpmn+xml'],
  ])('is %s, by its content', async (_, bytes, mediaType) => {
    expect(await inspect(bytes)).toMatchObject({ mediaType });
  });

  test('is a workbook', async () => {
    const sheet = await writeExcel([[{ value: 'Họ và tên', type: String }]]).toBuffer();
    expect((await inspect(sheet)).mediaType).toContain('spreadsheetml.sheet');
  });

  test('is a PDF that opens at a page of its own, has packed objects and was changed afterwards', async () => {
    for (const opening of ['[3 0 R /Fit]', '9 0 R', '<< /S /GoTo /D [3 0 R /Fit] >>', 'null']) {
      const bytes = pdfWith(`/OpenAction ${opening}`, { 9: '<< /S /GoTo /D [3 0 R /Fit] >>' });
      expect(await problem(bytes)).toBeUndefined();
    }
    expect(
      await problem(pdfWith('', { 8: packedObjects({ 4: '<< /A (a) >>', 5: '[1 2 0 R]' }) })),
    ).toBeUndefined();
    expect(await problem(Buffer.concat([PDF, pdfOf({ 9: '(sau)' }).subarray(9)]))).toBeUndefined();
    expect(
      await problem(pdfWith('', { 4: '<< /Length 5 0 R >>\nstream\nendstream?\nendstream', 5: '10' })),
    ).toBeUndefined();
  });

  test('is a text with links that a person clicks', async () => {
    expect(
      await problem(docxWith([relationships('hyperlink', 'https://example.vn/a?b=1&amp;c=2')])),
    ).toBeUndefined();
    expect(await problem(docxWith([relationships('image', 'media/a.png', 'Internal')]))).toBeUndefined();
  });
});

describe('A drawing of a process', () => {
  test('that declares entities is not taken, nor any other XML', async () => {
    const bomb = DRAWING.toString().replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>');
    expect(await problem(Buffer.from(bomb))).toContain('có khai báo DOCTYPE, ENTITY');
    expect(await problem(Buffer.from(`\uFEFF${bomb}`, 'utf16le'))).toContain('có khai báo DOCTYPE, ENTITY');
    expect(await problem(Buffer.from('<?xml version="1.0"?><svg/>'))).toContain(
      'không phải loại tệp được nhận',
    );
    expect(await problem(behind(DRAWING, ' '.repeat(2_000_000)))).toContain('lớn hơn 2 MB');
  });
});

describe('A PDF', () => {
  const script = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';

  test.each([
    ['JavaScript on opening', pdfWith(`/OpenAction ${script}`)],
    ['JavaScript behind a reference', pdfWith('/OpenAction 9 0 R', { 9: script })],
    ['JavaScript under an escaped name', pdfWith('/OpenAction << /S /J#61vaScript /#4aS (1) >>')],
    ['JavaScript by name', pdfWith(`/Names << /JavaScript << /Names [(a) 9 0 R] >> >>`)],
    ['JavaScript in packed objects', pdfWith('', { 8: packedObjects({ 9: script }) })],
    [
      'JavaScript in packed objects that do not say what they are',
      pdfWith('', { 8: packedObjects({ 9: script }).replace('/Type /ObjStm', '') }),
    ],
    ['JavaScript in an object that a later one replaces', pdfOf({ 1: script, 2: 'null' })],
  ])('is refused with %s', async (_, bytes) => {
    expect(await problem(bytes)).toMatch(/^là PDF có mã lệnh \(JavaScript\) bên trong nên không nhận\. Hãy /);
  });

  test.each([
    ['a program to start', '/A << /S /Launch /F (cmd.exe) >>', 'lệnh chạy chương trình'],
    ['a file inside', '/Names << /EmbeddedFiles 9 0 R >>', 'tệp đính kèm'],
    ['a film', '/A << /Subtype /RichMedia >>', 'phim'],
    ['a form of its own kind', '/AcroForm << /XFA 9 0 R >>', 'XFA'],
    ['something sent away', '/A << /S /SubmitForm /F (http://x) >>', 'gửi dữ liệu'],
    ['a page on the web opened by itself', '/OpenAction << /S /URI /URI (http://x) >>', 'tự chạy'],
    ['something after going to a page', '/OpenAction << /S /GoTo /D [3 0 R] /Next 9 0 R >>', 'tự chạy'],
    ['something on opening a page', '/AA << /O << /S /Named /N /Print >> >>', 'tự chạy'],
  ])('is refused with %s', async (_, entry, words) => {
    expect(await problem(pdfWith(entry))).toContain(words);
    expect(await problem(pdfWith('', { 8: packedObjects({ 9: `<< ${entry} >>` }) }))).toContain(words);
  });

  test.each([
    ['is locked', pdfOf({ 1: '<<>>' }, '/Encrypt 9 0 R'), 'mật khẩu'],
    ['is locked, written otherwise', pdfOf({ 1: '<<>>' }, '/#45ncrypt 9 0 R'), 'mật khẩu'],
    [
      'takes data from elsewhere',
      pdfWith('', { 9: '<< /F (a.bin) /Length 0 >>\nstream\n\nendstream' }),
      'từ tệp khác',
    ],
    [
      'has a picture of a billion points',
      pdfWith('', { 9: '<< /Subtype /Image /Width 40000 /Height 40000 >>' }),
      'điểm ảnh',
    ],
    [
      'has too many pages',
      pdfOf(Object.fromEntries(Array.from({ length: 501 }, (_, at) => [at + 1, '<< /Type /Page >>']))),
      '501 trang',
    ],
    ['does not begin at its first byte', Buffer.concat([Buffer.from('\n'), PDF]), 'không phải loại tệp'],
    ['has a page behind its end', behind(PDF, '<script>alert(1)</script>'), 'nối thêm'],
    ['has an archive behind its end', Buffer.concat([PDF, archiveOf([['a', 'b']])]), 'nối thêm'],
    ['is cut', PDF.subarray(0, -20), 'hỏng hoặc có cấu trúc lạ'],
    ['has something between its objects', pdfOf({ 1: '<<>>\nendobj\n<html>\n9 0 obj\nnull' }), 'cấu trúc lạ'],
    ['hides a page in a comment', behind(PDF, `%${'<p>'.repeat(200)}\n%%EOF\n`), 'cấu trúc lạ'],
    ['nests without end', pdfWith('[['.repeat(10_000)), 'cấu trúc lạ'],
    ['says one thing twice', pdfWith('/OpenAction null /OpenAction null'), 'cấu trúc lạ'],
  ])('is refused when it %s', async (_, bytes, words) => {
    expect(await problem(bytes)).toContain(words);
  });

  test.each([
    ['as it is', (object: string) => object],
    ['with a comment in its head', (object: string) => object.replace('0 obj', '%a\n0 obj')],
    ['with a comment before its word', (object: string) => object.replace('obj', '%a\nobj')],
  ])('is refused when an object hides in the data of another, %s', async (_, change) => {
    const hidden = change(`9 0 obj ${script} endobj`);
    const stream = `<< /Length ${hidden.length + 2} >>\nstream\n \n${hidden}\nendstream`;
    expect(await problem(pdfWith('', { 4: stream }))).toContain('cấu trúc lạ');
  });

  test('is refused when a small stream of objects becomes a very large one', async () => {
    const packed = deflateSync(Buffer.alloc(80 * MEGABYTE, ' '));
    const stream = `<< /Type /ObjStm /N 0 /First 0 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed.toString('latin1')}\nendstream`;
    expect(await problem(pdfWith('', { 4: stream }))).toContain('cấu trúc lạ');
  });
});

describe('A picture', () => {
  test.each([
    ['PNG of more points than anybody scans', pngOf(60_000, 60_000), '100 triệu điểm ảnh'],
    ['JPEG of more points than anybody scans', jpegOf(60_000, 60_000), '100 triệu điểm ảnh'],
    ['PNG that is cut', PNG.subarray(0, -4), 'cắt cụt'],
    ['JPEG that is cut', JPEG.subarray(0, -2), 'cắt cụt'],
    ['PNG with a changed byte', Buffer.from(PNG.map((byte, at) => (at === 20 ? byte + 1 : byte))), 'hỏng'],
    ['PNG with a page behind it', behind(PNG, '<html>'), 'nối thêm'],
    ['JPEG with a page behind it', behind(JPEG, '<html>'), 'nối thêm'],
    ['PNG with an archive behind it', Buffer.concat([PNG, archiveOf([['a', 'b']])]), 'nối thêm'],
    ['JPEG with an archive behind it', Buffer.concat([JPEG, archiveOf([['a', 'b']])]), 'nối thêm'],
  ])('is refused: a %s', async (_, bytes, words) => {
    expect(await problem(bytes)).toContain(words);
  });

  test('that ends as an archive does is refused even inside its own bounds', async () => {
    const end = Buffer.concat([Buffer.from('PK\u0005\u0006', 'latin1'), Buffer.alloc(18)]);
    expect(await problem(jpegOf(16, 16, end))).toContain('nối thêm');
  });

  test.each([
    ['HEIC', Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'latin1'), 'Tương thích nhất'],
    ['TIFF', Buffer.concat([Buffer.from('II*\0\u0008\0\0\0', 'latin1'), Buffer.alloc(60)]), 'máy quét'],
    ['WebP', Buffer.from('RIFF\u0020\0\0\0WEBPVP8 ', 'latin1'), 'JPEG hoặc PNG'],
    ['old Word', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), '.docx'],
  ])('or text of type %s is refused with what to do', async (_, bytes, words) => {
    expect(await problem(bytes)).toContain(words);
  });
});

describe('A document', () => {
  const macros = 'application/vnd.ms-word.document.macroEnabled.main+xml';

  test.each([
    ['macros', docxWith([['word/vbaProject.bin', 'x']]), 'macro'],
    ['macros by its type', docxWith([], macros), 'macro'],
    ['an object inside', docxWith([['word/embeddings/oleObject1.bin', 'x']]), 'nhúng'],
    ['an ActiveX control', docxWith([['word/activeX/activeX1.xml', '<a/>']]), 'nhúng'],
    ['a picture from elsewhere', docxWith([relationships('image', 'http://x/a.png')]), 'liên kết'],
    ['a template from elsewhere', docxWith([relationships('attachedTemplate', 'file://x/a')]), 'liên kết'],
    ['a mode written otherwise', docxWith([relationships('image', 'http://x', '&#69;xternal')]), 'liên kết'],
    ['a link to a program', docxWith([relationships('hyperlink', 'file:///c:/a.exe')]), 'liên kết'],
    [
      'entities',
      docxWith([['word/a.xml', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>']]),
      'DTD',
    ],
    [
      'entities in another encoding',
      docxWith([['word/a.xml', Buffer.from('<!DOCTYPE a>', 'utf16le')]]),
      'DTD',
    ],
    ['a bomb', docxWith([['word/a.xml', Buffer.alloc(20 * MEGABYTE, ' ')]]), 'bung ra quá lớn'],
    ['too many parts', docxWith(Array.from({ length: 2000 }, (_, at) => [`word/${at}.txt`, ''])), 'bung ra'],
    ['something behind its end', behind(DOCX, '<html>'), 'hỏng'],
    ['nothing of a document', archiveOf([['a.txt', 'a']]), 'giải nén'],
  ])('is refused with %s', async (_, bytes, words) => {
    expect(await problem(bytes)).toContain(words);
  });
});
