/** Case file, accident, documents. SQLite STRICT; see README «Data». Frozen once released. */
export const caseAndDocuments = `
-- ---- 1.2 case file and accident 案卷与事故 -----------------------------------------------------------

create table case_file (                    -- 案卷: register row and root of the aggregate
  id text not null primary key,
  rev integer not null,
  removed integer not null default 0 check (removed in (0,1)),
  owner_bureau_id text not null references bureau (id) deferrable,   -- 承办机关: only it changes facts
  case_no text,                             -- 案号; null until numbered
  name text not null,                       -- 事故名称
  name_source text not null default 'formula' check (name_source in ('formula','manual','imported')),
  purpose text not null default 'live' check (purpose in ('live','reference','training')),  -- 在办 | 案例库 | 培训
  regime text not null default 'general' check (regime in ('general','fire','road','special','coal','rail','power')),  -- 493-13, 493-45, 50号令
  registered_on text not null check (registered_on like '____-__-__'),      -- 立卷日
  occurred_from text check (occurred_from like '____-__-__T__:__:__+08:00'),
  occurred_to text check (occurred_to like '____-__-__T__:__:__+08:00'),
  occurred_precision text not null default 'unknown'
    check (occurred_precision in ('minute','about','between','day','month','year','unknown')),
  occurred_text text,                       -- 2021年7月12日15时33分许
  province text, city text, district text,  -- 发生地 (统计归属)
  region_code text,                         -- GB/T 2260 when known; 园区 have none
  industry_code text,                       -- GB/T 4754, letter or letter + digits
  type_standard text,                       -- GB6441-1986 | GB6441-2025, by occurred_on
  type_code text,                           -- '010' and '10' differ: text (V-25)
  secrecy text not null default 'internal' check (secrecy in ('public','internal','work','confidential','secret','top_secret')),
  sealed_at text check (sealed_at like '____-__-__T__:__:__+08:00'),       -- facts are read-only from here on
  -- derived by refreshDerived() in the same transaction; checked by verify; not in change_entry, not in packages
  occurred_on text check (occurred_on like '____-__-__'),  -- day of occurred_from: law of the day. Not a generated column: SQLite never
                                            --   reads one from an index alone, the statistics index would not cover (measured)
  sort_on text not null check (sort_on like '____-__-__'), -- occurred_on, else registered_on
  stage text not null default 'reported',   -- reported | investigating | submitted | approved | published | assessed | archived
  grade integer check (grade between 1 and 4),            -- 1 一般 2 较大 3 重大 4 特别重大; null = 未定
  is_grade_provisional integer not null default 1 check (is_grade_provisional in (0,1)),
  deaths integer, missing integer, serious_injuries integer, minor_injuries integer, unspecified_injuries integer,
  direct_loss_fen integer,
  is_escalated integer check (is_escalated in (0,1)),
  is_supervised integer check (is_supervised in (0,1)),
  approved_on text,
  updated_at text not null,
  unique (owner_bureau_id, case_no)
) strict;
create index case_file_newest on case_file (sort_on desc, id desc) where removed = 0;
create index case_file_bureau on case_file (owner_bureau_id, sort_on desc, id desc) where removed = 0;
create index case_file_district on case_file (district, sort_on desc, id desc) where removed = 0;
create index case_file_stage on case_file (stage, sort_on desc, id desc) where removed = 0;
create index case_file_graver on case_file (sort_on desc, id desc) where removed = 0 and grade >= 2;
create index case_file_loss on case_file (direct_loss_fen desc, id desc) where removed = 0;
create index case_file_statistics on case_file
  (occurred_on, district, industry_code, type_code, grade, deaths, serious_injuries, direct_loss_fen) where removed = 0;  --, covering

create table accident (                     -- 事故: the long facts, one row per case, id 'accident'
  case_id text not null references case_file (id) deferrable,
  id text not null check (id = 'accident'),
  rev integer not null,
  removed integer not null default 0 check (removed in (0,1)),
  address text,                             -- 地点
  longitude_e7 integer, latitude_e7 integer,
  site_conditions text,                     -- 现场情况
  weather text,
  activity text,                            -- 作业活动
  project text,                             -- 涉事项目、设备、场所概况
  brief text,                               -- 简要经过 (493-12)
  industry_basis text,
  type_basis text,
  secondary_type_code text,                 -- 副类 (V-25 例9)
  nature text,                              -- 事故性质: liability | non_liability | sabotage | not_work_safety | other
  nature_text text,                         -- 生产安全责任事故
  nature_statement text,                    -- 定性句 (493-30(4))
  reporting_summary text,                   -- 信息报告情况
  rescue_summary text,                      -- 应急处置与救援
  rescue_assessment text,                   -- 应急处置评估 (安法86; 应急条例27)
  aftermath text,                           -- 善后
  leaders_instructions text,                -- 领导批示 (P2 段)
  prevention_extent text,                   -- 举一反三的范围
  primary key (case_id, id)
) strict, without rowid;
-- ---- 1.3 documents 文书: every document is a function of the case file --------------

create table document (                     -- 文书登记: one row per report, notice, reply, record …
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed in (0,1)),
  kind text not null,                       -- investigation_report | initial_report | team_notice | extension_reply | … (§11 的 48 种)
  direction text not null default 'issued' check (direction in ('issued','received')),
  about_table text, about_id text,          -- the record it puts into words (extension, escalation, interview …)
  title text, document_no text,             -- 标题、文号
  issuer text, addressee text,
  dated_on text check (dated_on like '____-__-__'),        -- 落款日
  template text,                            -- A | B | C | <template id>
  options_json text,                        -- chosen chapter titles and the like
  status text not null default 'draft' check (status in ('draft','in_review','final','superseded')),
  secrecy text not null default 'internal',
  primary key (case_id, id)
) strict, without rowid;

create table document_block (               -- 自己的文字: only blocks that differ from what is generated
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed in (0,1)),
  document_id text not null,
  block_key text not null,                  -- cause:<id> (generated) or own:<id> (added)
  mode text not null check (mode in ('reworded','added','hidden')),
  after_key text, sort_key text,            -- place of an added block
  content_json text,                        -- Block: text, fields, cites, redactions
  base_json text,                           -- generated block it was worded from: facts changed since -> offer the merge
  status text check (status in ('drafting','in_review','changed','final')),   -- 起草 送审 已改 定稿
  reviewer text,
  primary key (case_id, id),
  unique (case_id, document_id, block_key),
  foreign key (case_id, document_id) references document (case_id, id) deferrable
) strict, without rowid;

create table document_release (             -- 定稿: frozen, append-only; also the scan of a received document
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed = 0),
  document_id text not null,
  name text not null,                       -- 送审稿 会签稿 报批稿 公布稿 …
  edition text not null check (edition in ('internal','public','received','draft')),
  case_rev integer not null,                -- state of the case it was made from
  content_sha256 text references file (sha256) deferrable,   -- Document as JSON: compare any two versions
  docx_sha256 text references file (sha256) deferrable,
  pdf_sha256 text references file (sha256) deferrable,
  scan_sha256 text references file (sha256) deferrable,
  supersedes_id text,
  reason text,
  released_at text not null check (released_at like '____-__-__T__:__:__+08:00'),
  released_by text not null,
  primary key (case_id, id),
  foreign key (case_id, document_id) references document (case_id, id) deferrable,
  foreign key (case_id, supersedes_id) references document_release (case_id, id) deferrable
) strict, without rowid;
`
