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
