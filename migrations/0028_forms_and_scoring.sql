-- Sets of forms with periods, and the scoring of each dossier's handling.
-- Row-level security: form_sets and scoring_sets are rules that everybody may read.

create table form_sets (
  id bigint generated always as identity primary key,
  code text not null unique check (code ~ '^[a-z0-9-]{1,30}$'),
  legal_basis text not null check (legal_basis <> ''),
  valid_from date not null unique,
  layouts jsonb not null,
  sequence integer not null
);
comment on table form_sets is 'The forms that a circular prescribes. A dossier keeps the set that was in force when it was received.';
comment on column form_sets.code is 'Short name, which also says whose layouts it began with.';
comment on column form_sets.valid_from is 'First day in force; the last is the day before the next set begins.';
comment on column form_sets.layouts is 'By kind of slip: number of the form, title, symbol behind the number, print template.';
comment on column form_sets.sequence is 'Last event of its history applied.';
insert into form_sets (code, legal_basis, valid_from, sequence, layouts) values
  ('nd61-2018', 'Thông tư số 01/2018/TT-VPCP', '2018-06-21', 0, '{
    "receipt": {"formNumber": "Mẫu số 01", "title": "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", "symbol": "TNHS", "template": "nd61-2018/receipt"},
    "guide-slip": {"formNumber": "Mẫu số 02", "title": "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ", "symbol": "HDHS", "template": "nd61-2018/guide-slip"},
    "refusal-slip": {"formNumber": "Mẫu số 03", "title": "Phiếu từ chối tiếp nhận giải quyết hồ sơ", "symbol": "TB", "template": "nd61-2018/refusal-slip"},
    "apology": {"formNumber": "Mẫu số 04", "title": "Phiếu xin lỗi và hẹn lại ngày trả kết quả", "symbol": "PXL", "template": "nd61-2018/apology"},
    "extension": {"formNumber": "", "title": "Thông báo gia hạn thời gian giải quyết hồ sơ", "symbol": "TB", "template": "nd61-2018/extension"},
    "stop-notice": {"formNumber": "", "title": "Thông báo dừng giải quyết hồ sơ", "symbol": "TB", "template": "nd61-2018/stop-notice"},
    "control-slip": {"formNumber": "Mẫu số 05", "title": "Phiếu kiểm soát quá trình giải quyết hồ sơ", "symbol": "", "template": "nd61-2018/control-slip"},
    "tracking-book": {"formNumber": "Mẫu số 06", "title": "Sổ theo dõi hồ sơ", "symbol": "", "template": "nd61-2018/tracking-book"}
  }'),
  ('tt03-2025', 'Thông tư số 03/2025/TT-VPCP', '2025-07-01', 0, '{
    "receipt": {"formNumber": "Mẫu số 01", "title": "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", "symbol": "TNHS", "template": "nd61-2018/receipt"},
    "guide-slip": {"formNumber": "Mẫu số 02", "title": "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ", "symbol": "HDHS", "template": "nd61-2018/guide-slip"},
    "refusal-slip": {"formNumber": "Mẫu số 03", "title": "Phiếu từ chối tiếp nhận giải quyết hồ sơ", "symbol": "TB", "template": "nd61-2018/refusal-slip"},
    "apology": {"formNumber": "Mẫu số 04", "title": "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết", "symbol": "PXL", "template": "tt03-2025/apology"},
    "extension": {"formNumber": "Mẫu số 04", "title": "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết", "symbol": "PXL", "template": "tt03-2025/extension"},
    "stop-notice": {"formNumber": "Mẫu số 05", "title": "Thông báo dừng giải quyết hồ sơ", "symbol": "TB", "template": "nd61-2018/stop-notice"},
    "control-slip": {"formNumber": "Mẫu số 06", "title": "Phiếu kiểm soát quá trình giải quyết hồ sơ", "symbol": "", "template": "nd61-2018/control-slip"},
    "tracking-book": {"formNumber": "Mẫu số 07", "title": "Sổ theo dõi hồ sơ", "symbol": "", "template": "nd61-2018/tracking-book"}
  }');

create table scoring_sets (
  id bigint generated always as identity primary key,
  legal_basis text not null check (legal_basis <> ''),
  valid_from date not null unique,
  criteria jsonb not null,
  bands jsonb not null,
  sequence integer not null
);
comment on table scoring_sets is 'Criteria by which the handling of a dossier is scored (Decree 61/2018, Article 31), and what totals are called.';
comment on column scoring_sets.valid_from is 'First day in force for dossiers received then; the last is the day before the next set begins.';
comment on column scoring_sets.criteria is 'In their order: code, name, what 2, 1 and 0 points stand for, how it is read from records if it is, whether a reviewer may say otherwise.';
comment on column scoring_sets.bands is 'Fewest points and name of each band, highest first.';
comment on column scoring_sets.sequence is 'Last event of its history applied.';
insert into scoring_sets (legal_basis, valid_from, sequence, criteria, bands) values
  ('Điều 31 Nghị định số 61/2018/NĐ-CP', '2018-06-21', 0, '[
    {"code":"1","name":"Tổng thời gian giải quyết hồ sơ so với thời gian quy định","levels":["Ngắn hơn","Bằng thời gian quy định","Dài hơn"],"measure":"total-time","adjustable":false},
    {"code":"2","name":"Thời gian thực hiện của từng cơ quan tham gia giải quyết, kể cả phối hợp","levels":["Ngắn hơn","Bằng thời gian quy định","Dài hơn"],"measure":"unit-time","adjustable":false},
    {"code":"3","name":"Số lần phải liên hệ với nơi tiếp nhận để hoàn thiện hồ sơ, kể cả trực tuyến","levels":["Không phải liên hệ","01 lần","Trên 01 lần, trừ khi do lỗi của người nộp"],"measure":"supplements","adjustable":true},
    {"code":"4","name":"Số lượng cơ quan, đơn vị phải liên hệ để hoàn thiện hồ sơ","levels":["Không phải liên hệ thêm","01 cơ quan, đơn vị","Trên 01 cơ quan, đơn vị"],"measure":"agencies","adjustable":true},
    {"code":"5","name":"Tổ chức tiếp nhận, giải quyết, trả kết quả tại Bộ phận Một cửa","levels":["Thực hiện đầy đủ tại Bộ phận Một cửa","Thực hiện một phần","Không thực hiện"],"measure":null,"adjustable":true},
    {"code":"6","name":"Thái độ của cán bộ, công chức, viên chức khi hướng dẫn, tiếp nhận, giải quyết","levels":["Lịch sự, tận tình","Bình thường","Không đúng mực hoặc có phản ánh đúng"],"measure":null,"adjustable":true},
    {"code":"7","name":"Công khai thủ tục hành chính tại Bộ phận Một cửa","levels":["Đầy đủ, kịp thời","Chưa đầy đủ hoặc chưa kịp thời","Không công khai"],"measure":null,"adjustable":true},
    {"code":"8","name":"Tiếp thu, giải trình phản ánh, kiến nghị","levels":["Có, đúng hạn tất cả","Có nhưng chậm","Không thực hiện"],"measure":null,"adjustable":true},
    {"code":"9","name":"Tiến độ, chất lượng cung cấp dịch vụ công trực tuyến","levels":["Vượt yêu cầu","Đạt yêu cầu","Không đạt yêu cầu"],"measure":null,"adjustable":true}
  ]', '[{"from":15,"name":"Xuất sắc"},{"from":12,"name":"Tốt"},{"from":9,"name":"Khá"},{"from":6,"name":"Trung bình"},{"from":0,"name":"Yếu"}]');

create table dossier_scores (
  dossier_id bigint primary key references dossiers,
  set_id bigint not null references scoring_sets,
  measures jsonb,
  points jsonb not null,
  total integer not null default 0,
  known integer not null default 0,
  unit_id bigint not null references units,
  returned_at timestamptz,
  sequence integer not null
) with (fillfactor = 80);
comment on table dossier_scores is 'Score of a dossier whose result was returned, or to which a reviewer gave marks before.';
comment on column dossier_scores.measures is 'What the records said when the result was returned: times against quotas, requests to supplement, agencies; null while it runs.';
comment on column dossier_scores.points is 'Points by the code of their criterion, from records and reviewers. A criterion without data is not in it.';
comment on column dossier_scores.known is 'How many criteria have points.';
comment on column dossier_scores.unit_id is 'The unit that received the dossier.';
comment on column dossier_scores.sequence is 'Last event of its history applied.';
create index dossier_scores_by_unit on dossier_scores (unit_id, returned_at) where returned_at is not null;

create table dossier_marks (
  dossier_id bigint not null references dossier_scores,
  criterion text not null,
  points integer not null check (points between 0 and 2),
  reason text not null check (reason <> ''),
  given_by bigint not null references officers,
  given_at timestamptz not null,
  primary key (dossier_id, criterion)
);
comment on table dossier_marks is 'Points a reviewer gave for what no record says, or otherwise than the records where the set allows it, with the reason.';

do $$
declare
  part regclass;
begin
  foreach part in array array['dossier_scores', 'dossier_marks']::regclass[]
  loop
    call guard_rows(part);
    execute format('create policy acting_read on %s for select to motcua_app
      using (acting_account() is not null and exists (select from dossiers d where d.id = dossier_id))', part);
    execute format('create policy acting_write on %s to motcua_app
      using (acting_may(''dossier.score'') and exists (select from dossiers d where d.id = dossier_id))', part);
  end loop;
end $$;

