import type pg from 'pg';

/** What pages of retention name: disposals of An Hòa, one carried out and one proposed, a hold, a rule. */
export type RetentionIds = {
  readonly disposalId: number;
  readonly proposalId: number;
  readonly holdId: number;
  readonly ruleId: number;
};

/** Written behind the application's back, with dates of the world of the tests; the disposal takes nothing with it. */
export async function retentionIn(
  { superuser }: { readonly superuser: pg.Pool },
  number: string,
): Promise<RetentionIds> {
  const officer = `(select officer_id from accounts where login = $1)`;
  const disposal = await superuser.query<{ id: string }>(
    `insert into disposals (number, unit_id, state, reason, proposed_by, proposed_at, council, decision_number, decided_on,
       decided_by, decided_at, execute_on, done_at, sequence)
     select 'TH-2020-9001', id, 'done', 'Hết thời hạn', ${officer}, '2020-04-27', 'Hội đồng thử', '15/QĐ-UBND', '2020-04-27',
       (select officer_id from accounts where login = $2), '2020-04-27', '2020-04-28', '2020-04-28', 3
     from units where code = 'xa-an-hoa' returning id`,
    ['van-thu.an-hoa', 'chu-tich.an-hoa'],
  );
  const proposal = await superuser.query<{ id: string }>(
    `insert into disposals (number, unit_id, state, reason, proposed_by, proposed_at, sequence)
     select 'TH-2020-9002', id, 'proposed', 'Hết thời hạn bảo quản', ${officer}, '2020-04-28', 1
     from units where code = 'xa-an-hoa' returning id`,
    ['van-thu.an-hoa'],
  );
  const hold = await superuser.query<{ id: string }>(
    `insert into retention_holds (kind, record_id, reason, placed_by, placed_at)
     select 'dossier', id, 'Có khiếu nại', ${officer}, '2020-04-28' from dossiers where number = $2 returning id`,
    ['van-thu.an-hoa', number],
  );
  const rule = await superuser.query<{ id: string }>('select min(id) as id from retention_rules');
  const idOf = ({ rows }: { readonly rows: readonly { readonly id: string }[] }): number =>
    Number(rows[0]?.id);
  return { disposalId: idOf(disposal), proposalId: idOf(proposal), holdId: idOf(hold), ruleId: idOf(rule) };
}
