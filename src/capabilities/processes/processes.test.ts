import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDraft } from '#capabilities/procedures/drafts/service.ts';
import { publishDraft } from '#capabilities/procedures/publication/service.ts';
import { procedureVersionOn } from '#capabilities/procedures/service.ts';
import type { ProcessDefinition } from '#kernel/process/schema.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { differencesIn } from '#test/records.ts';
import { uploadOf } from '#test/uploads.ts';
import { addRow, changeNode, removeRow, rowOf } from './drafts/edit.ts';
import { discardProcessDraft, editProcessDraft, startProcessDraft } from './drafts/service.ts';
import { applyDrawing, keepDrawing, keepDrawnText, planDrawing, processFile } from './exchange/service.ts';
import { publishProcess } from './publication/service.ts';
import { processRecords } from './records.ts';
import { processFor, straightLine } from './service.ts';
import { processVersionView, processView } from './view/service.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(() => system.close());

const SLUG = 'dang-ky-giam-ho';
const DECISION = { decision: '12/QĐ-UBND', decisionDate: '2020-04-20' };
const editor = async () => actAs(system, 'noi-vu');

async function procedure(slug = SLUG, day = '2020-04-28') {
  const version = await procedureVersionOn(await editor(), slug, day);
  if (!version) throw new Error(`No ${slug}`);
  return version;
}

async function started(slug = SLUG) {
  return startProcessDraft(await editor(), { procedureId: (await procedure(slug)).procedureId });
}

/** The draft with a step of verification behind the first one; four hours are left of the three days. */
function withVerification(definition: ProcessDefinition, hours: number): ProcessDefinition {
  const shorter = rowOf(definition, 'step-2').node;
  const room =
    shorter.kind === 'user-task' ? changeNode(definition, { ...shorter, quotaMinutes: 12 * 60 }) : definition;
  const { definition: added, id } = addRow(room, { after: 'step-1', kind: 'user-task', name: 'Xác minh' });
  const node = rowOf(added, id).node;
  const unitRole = { scope: 'commune', function: null, role: 'specialist' };
  return node.kind === 'user-task'
    ? changeNode(added, { ...node, unitRole, quotaMinutes: hours * 60 })
    : added;
}

describe('A draft of a process', () => {
  test('begins with the steps of the procedure and changes nothing until it is published', async () => {
    const { versionId, number } = await started('dang-ky-cham-dut-giam-ho');
    const version = await procedure('dang-ky-cham-dut-giam-ho');
    expect((await processVersionView(await editor(), version.slug, number)).version).toMatchObject({
      id: versionId,
      state: 'draft',
      definition: straightLine(version),
    });
    await editProcessDraft(await editor(), {
      versionId,
      revision: 1,
      what: 'bỏ',
      change: (one) => removeRow(one, 'step-4'),
    });
    expect((await processFor(await editor(), version, '2020-04-28')).definition).toEqual(
      straightLine(version),
    );
    await discardProcessDraft(await editor(), versionId);
    await expect(
      editProcessDraft(await editor(), { versionId, revision: 2, what: '', change: (one) => one }),
    ).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('đã được bỏ') });
  });

  test('is edited by one at a time: the second is told and overwrites nothing', async () => {
    const { versionId } = await started();
    const edit = async (name: string) =>
      editProcessDraft(await editor(), {
        versionId,
        revision: 1,
        what: name,
        change: (one) => ({ ...one, name }),
      });
    await edit('Tên của người thứ nhất');
    await expect(edit('Tên của người thứ hai')).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('Người khác vừa lưu'),
    });
    await discardProcessDraft(await editor(), versionId);
  });

  test.each(['mot-cua.an-hoa', 'chu-tich.huyen', 'thanh-tra'])(
    'is nothing for %s to write',
    async (login) => {
      const ctx = await actAs(system, login);
      const { procedureId } = await procedure();
      await expect(startProcessDraft(ctx, { procedureId })).rejects.toMatchObject({ kind: 'forbidden' });
      await expect(keepDrawnText(ctx, '<a/>')).rejects.toMatchObject({ kind: 'forbidden' });
    },
  );

  test('is not shown to whoever only works with procedures', async () => {
    const { versionId, number } = await started();
    const counter = await actAs(system, 'mot-cua.an-hoa');
    expect((await processView(counter, SLUG)).versions).toEqual([]);
    await expect(processVersionView(counter, SLUG, number)).rejects.toMatchObject({ kind: 'missing' });
    await discardProcessDraft(await editor(), versionId);
  });
});

describe('Publishing', () => {
  test('refuses with every reason at once, then puts the process in force from its day', async () => {
    const { versionId } = await started();
    const version = await procedure();
    const publish = async (revision: number) =>
      publishProcess(await editor(), { versionId, revision, from: '2020-05-04', ...DECISION });
    const change = (one: ProcessDefinition) => withVerification(one, 40);
    await editProcessDraft(await editor(), { versionId, revision: 1, what: 'xác minh', change });
    await expect(publish(2)).rejects.toMatchObject({
      kind: 'invalid',
      message: expect.stringMatching(/vượt thời hạn giải quyết 24 giờ/),
    });
    const shorter = (one: ProcessDefinition) =>
      withVerification(straightLine({ ...version, slug: one.id }), 4);
    await editProcessDraft(await editor(), { versionId, revision: 2, what: 'xác minh', change: shorter });
    await publish(3);
    expect((await processFor(await editor(), version, '2020-05-03')).definition).toEqual(
      straightLine(version),
    );
    const { definition } = await processFor(await editor(), version, '2020-05-04');
    expect(definition.nodes.map(({ name }) => name)).toContain('Xác minh');
  });

  test('says who is missing where, by unit', async () => {
    const { versionId } = await started('dang-ky-lai-ket-hon');
    const change = (one: ProcessDefinition) => {
      const { node } = rowOf(one, 'write');
      const unitRole = { scope: 'commune', function: null, role: 'unit-leader' };
      return node.kind === 'user-task' ? changeNode(one, { ...node, unitRole }) : one;
    };
    await editProcessDraft(await editor(), { versionId, revision: 1, what: 'vai trò', change });
    const { procedureId } = await procedure('dang-ky-lai-ket-hon');
    const input = { versionId, revision: 2, from: '2020-05-04', ...DECISION };
    await expect(publishProcess(await editor(), input)).rejects.toMatchObject({
      message: expect.stringContaining('An Hòa không có ai giữ vai trò này'),
    });
    expect(procedureId).toBeGreaterThan(0);
    await discardProcessDraft(await editor(), versionId);
  });

  test('ends the version before, which dossiers that run stay on', async () => {
    const version = await procedure('dang-ky-lai-ket-hon');
    const before = await processFor(await editor(), version, '2020-05-04');
    const { versionId } = await started('dang-ky-lai-ket-hon');
    const change = (one: ProcessDefinition) => ({ ...one, name: 'Đăng ký lại kết hôn, mới' });
    await editProcessDraft(await editor(), { versionId, revision: 1, what: 'tên', change });
    await publishProcess(await editor(), { versionId, revision: 2, from: '2020-05-04', ...DECISION });
    expect((await processFor(await editor(), version, '2020-05-03')).id).toBe(before.id);
    expect((await processFor(await editor(), version, '2020-05-04')).definition.name).toContain('mới');
    const { versions } = await processView(await editor(), version.slug);
    expect(versions.find(({ definitionId }) => definitionId === before.id)?.validTo).toBe('2020-05-04');
  });
});

test('A new version of a procedure begins without the process of the one before: its steps may be others', async () => {
  const slug = 'dang-ky-lai-khai-sinh';
  const { procedureId } = await procedure(slug);
  const draft = await startDraft(await editor(), { procedureId });
  const announced = { versionId: draft.versionId, revision: 1, from: '2020-06-01', ...DECISION };
  await publishDraft(await editor(), announced);
  const next = await procedure(slug, '2020-06-01');
  expect((await processFor(await editor(), next, '2020-06-01')).definition).toEqual(straightLine(next));
});

describe('A drawing', () => {
  test('that we wrote is read back as it was, after a look at what becomes of each element', async () => {
    const permit = (await processView(await editor(), 'cap-giay-phep-xay-dung')).inForce;
    if (!permit) throw new Error('No process of permits');
    const bytes = Buffer.from(await processFile(permit));
    const file = await uploadOf(system, bytes, { name: 'gpxd.bpmn', field: 'file' });
    expect(file.mediaType).toBe('application/bpmn+xml');
    const hash = await keepDrawing(await editor(), file);
    const { report, definition } = await planDrawing(await editor(), hash);
    expect(report.every(({ outcome }) => outcome === 'kept')).toBe(true);
    expect(definition).toEqual(permit.definition);
    const { versionId, number } = await started();
    await applyDrawing(await editor(), { versionId, revision: 1, hash, name: 'gpxd.bpmn' });
    const { version } = await processVersionView(await editor(), SLUG, number);
    expect(version).toMatchObject({
      definition: permit.definition,
      sourceHash: hash,
      sourceName: 'gpxd.bpmn',
    });
    // The drawing of the file is kept while it shows everything, and laid out anew when it no longer does.
    expect(await processFile(version)).toBe(bytes.toString());
    const change = (one: ProcessDefinition) =>
      addRow(one, { after: 'check', kind: 'user-task', name: 'Mới' }).definition;
    await editProcessDraft(await editor(), { versionId, revision: 2, what: 'thêm', change });
    expect((await processVersionView(await editor(), SLUG, number)).version.diagram).toBeNull();
    await discardProcessDraft(await editor(), versionId);
  });

  test.each([
    [
      'entities',
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">&b;</definitions>',
      'DOCTYPE',
    ],
    [
      'no process',
      '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>',
      'không có quy trình',
    ],
    ['text that is no XML', 'quy trình', 'không phải là BPMN'],
  ])('with %s is not taken', async (_, xml, words) => {
    await expect(keepDrawnText(await editor(), xml)).rejects.toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining(words),
    });
  });
});

test('What processes are follows from their history alone', async () => {
  expect(await differencesIn(system, processRecords)).toEqual([]);
});
