import type { TestSystem } from '#test/database.ts';

/** Units that the tests of the catalogue need, as the organisation would make them: a district, its counter and two communes. */
export async function insertUnits(system: TestSystem): Promise<void> {
  await system.superuser.query(`
    insert into unit_acts (code, kind, title, effective_on, document_number, document_issuer, changes, state)
    values ('test', 'create', 'Thành lập', '2011-01-01', '01/QĐ-UBND', 'Ủy ban nhân dân tỉnh', '[]', 'in-force');
    with wanted(code, name, kind, level, functions) as (values
      ('huyen-an-lao', 'Ủy ban nhân dân huyện An Lão', 'people-committee', 'district', array['people-committee']),
      ('bo-phan-mot-cua-huyen', 'Bộ phận Tiếp nhận và Trả kết quả huyện An Lão', 'one-stop', 'district', array['one-stop']),
      ('phong-tu-phap', 'Phòng Tư pháp', 'department', 'district', array['justice']),
      ('phong-tai-chinh-ke-hoach', 'Phòng Tài chính - Kế hoạch', 'department', 'district', array['finance-planning']),
      ('xa-an-hoa', 'Ủy ban nhân dân xã An Hòa', 'people-committee', 'commune', array[]::text[]),
      ('xa-an-toan', 'Ủy ban nhân dân xã An Toàn', 'people-committee', 'commune', array[]::text[])),
    made as (insert into units (code, address, phone) select code, 'Trụ sở ' || name, '0256 000 000' from wanted returning id, code)
    insert into unit_versions (unit_id, valid_from, name, short_name, kind, level, functions, act_id)
    select made.id, '2011-01-01', name, name, kind, level, functions, (select id from unit_acts)
    from wanted join made using (code);
    insert into organisation_revisions default values;`);
}
