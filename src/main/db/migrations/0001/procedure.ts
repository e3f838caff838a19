/** Procedure: the records that every statutory clock reads. SQLite STRICT; see README «Data». Frozen once released. */
export const procedure = `
-- ---- 1.10 procedure 程序: records from which every statutory clock is computed ---------------------------

create table escalation (                   -- 提级调查, 493-20
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed in (0,1)),
  ground text not null check (ground in ('escalation','casualty_change','revocation')),   -- 20条1款 | 20条2款 | 撤销重查
  triggers_list text,                       -- ids of the triggers in setting escalation.triggers
  reason text, basis_text text,
  proposed_by text, proposed_on text check (proposed_on like '____-__-__'),
  reviewed_by text, reviewed_on text check (reviewed_on like '____-__-__'), review_opinion text,
  decided_by text, decided_on text check (decided_on like '____-__-__'),
  decision text check (decision in ('approved','refused')),
  document_no text, document_id text,
  notified_on text check (notified_on like '____-__-__'),
  body_before text, body_after text,        -- 原调查主体、提级后主体
  primary key (case_id, id),
  foreign key (case_id, document_id) references document (case_id, id) deferrable
) strict, without rowid;

create table supervision (                  -- 挂牌督办, 安委〔2010〕6号
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed in (0,1)),
  level text check (level in ('state','province','city')),
  by_body text, document_no text, document_id text,
  issued_on text check (issued_on like '____-__-__'),
  received_on text check (received_on like '____-__-__'),  -- 60 日 from here
  period_days integer check (period_days > 0),             -- null = the rule's 60
  matters_list text, contact text,
  draft_sent_on text check (draft_sent_on like '____-__-__'),
  reviewed_on text check (reviewed_on like '____-__-__'),
  review_opinion text check (review_opinion in ('agreed','revise')), review_text text,
  filed_on text check (filed_on like '____-__-__'),        -- 报备
  lifted_on text check (lifted_on like '____-__-__'), lift_ground text,
  primary key (case_id, id),
  foreign key (case_id, document_id) references document (case_id, id) deferrable,
  check (lifted_on is null or lift_ground is not null)     -- V-15 例6
) strict, without rowid;

create table extension (                    -- 延期, 493-29, 493-32
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed in (0,1)),
  clock text not null check (clock in ('investigation','approval','supervision','penalty')),
  days integer not null check (days > 0),
  reason text,
  applied_on text check (applied_on like '____-__-__'),
  approved_by text, approved_on text check (approved_on like '____-__-__'),   -- null = applied for, does not count
  is_authorised integer check (is_authorised in (0,1)),    -- 受权文件
  document_id text,
  primary key (case_id, id),
  foreign key (case_id, document_id) references document (case_id, id) deferrable
) strict, without rowid;

create table appraisal (                    -- 技术鉴定, 493-27: its days are excluded
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed in (0,1)),
  subject text not null,                    -- 委托事项
  by_body text,                             -- null = 专家组织鉴定
  qualification text,                       -- 资质
  commissioned_on text check (commissioned_on like '____-__-__'),
  accepted_on text check (accepted_on like '____-__-__'),
  issued_on text check (issued_on like '____-__-__'),      -- null = clock stopped
  is_excluded integer not null default 1 check (is_excluded in (0,1)),
  conclusion text,
  commission_document_id text, report_document_id text,
  primary key (case_id, id),
  foreign key (case_id, commission_document_id) references document (case_id, id) deferrable,
  foreign key (case_id, report_document_id) references document (case_id, id) deferrable
) strict, without rowid;

create table approval (                     -- 报送与批复, 493-29, 493-31, 493-32; one row per submission
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed in (0,1)),
  subject text not null default 'investigation' check (subject in ('investigation','assessment')),
  submitted_on text check (submitted_on like '____-__-__'),
  received_on text check (received_on like '____-__-__'),  -- 15 / 30 日 from here
  by_body text,
  decided_on text check (decided_on like '____-__-__'),
  decision text check (decision in ('approved','returned')),
  document_no text, document_id text, opinion text,
  primary key (case_id, id),
  foreign key (case_id, document_id) references document (case_id, id) deferrable
) strict, without rowid;

create table publication (                  -- 公布, 安法86, 493-34, 信息公开条例26
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed in (0,1)),
  subject text not null default 'investigation' check (subject in ('investigation','assessment','disposition')),
  by_body text,
  published_on text check (published_on like '____-__-__'),
  published_text text,                      -- when only the month is known
  reviewed_by text, reviewed_on text check (reviewed_on like '____-__-__'), secrecy_opinion text,   -- 保密审查
  url text, screenshot_sha256 text references file (sha256) deferrable,
  withheld_ground text,                     -- 依法不公开的依据
  release_id text,
  primary key (case_id, id),
  foreign key (case_id, release_id) references document_release (case_id, id) deferrable
) strict, without rowid;

create table penalty (                      -- 行政处罚案件: dates of the procedure (V-22)
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed in (0,1)),
  proposal_id text not null,
  filed_on text check (filed_on like '____-__-__'),        -- 立案, 90 日
  notice_served_on text check (notice_served_on like '____-__-__'),   -- 告知; 听证申请 5 工作日
  hearing_asked_on text check (hearing_asked_on like '____-__-__'),
  hearing_on text check (hearing_on like '____-__-__'),
  legal_review_on text check (legal_review_on like '____-__-__'),     -- 法制审核 (处罚法58)
  panel_on text check (panel_on like '____-__-__'),                   -- 集体讨论 (处罚法57)
  decided_on text check (decided_on like '____-__-__'),
  decided_by text, document_no text, document_id text,
  fine_fen integer check (fine_fen >= 0),
  served_on text check (served_on like '____-__-__'),      -- 缴款 15 日
  paid_on text check (paid_on like '____-__-__'),
  suspended_from text check (suspended_from like '____-__-__'), suspended_to text check (suspended_to like '____-__-__'),   -- 复议、诉讼期间 (处罚法73)
  note text,
  primary key (case_id, id),
  foreign key (case_id, proposal_id) references proposal (case_id, id) deferrable,
  foreign key (case_id, document_id) references document (case_id, id) deferrable
) strict, without rowid;

create table justice_transfer (             -- 涉嫌犯罪移送, 国务院令310号, 应急〔2019〕54号
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed in (0,1)),
  proposal_id text,
  offence text,                             -- 涉嫌罪名
  handlers_list text,                       -- 2 名以上主办
  reported_on text check (reported_on like '____-__-__'),  -- 负责人接到书面报告, 3 日
  decided_on text check (decided_on like '____-__-__'),
  approved_at text check (approved_at like '____-__-__T__:__:__+08:00'),   -- 24 小时
  decision text check (decision in ('transfer','not_transfer')), refusal_reason text,
  transferred_at text check (transferred_at like '____-__-__T__:__:__+08:00'),
  to_body text, receipt_on text check (receipt_on like '____-__-__'),
  filing text check (filing in ('filed','not_filed')), filing_on text check (filing_on like '____-__-__'),
  document_id text,
  primary key (case_id, id),
  foreign key (case_id, proposal_id) references proposal (case_id, id) deferrable,
  foreign key (case_id, document_id) references document (case_id, id) deferrable
) strict, without rowid;

create table handover (                     -- 移交: 提级、移送、归档的清单与签收
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed in (0,1)),
  about_table text not null check (about_table in ('escalation','justice_transfer','archive_volume')), about_id text not null,
  from_body text, to_body text,
  handed_on text check (handed_on like '____-__-__'),
  handed_by text, received_by text, received_on text check (received_on like '____-__-__'),
  document_id text,
  primary key (case_id, id),
  foreign key (case_id, document_id) references document (case_id, id) deferrable
) strict, without rowid;

create table handover_item (
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed in (0,1)), sort_key text not null,
  handover_id text not null,
  about_table text, about_id text,          -- the evidence or document handed over, if it is in the file
  title text not null, copies integer, pages integer, note text,
  primary key (case_id, id),
  foreign key (case_id, handover_id) references handover (case_id, id) deferrable
) strict, without rowid;
`
